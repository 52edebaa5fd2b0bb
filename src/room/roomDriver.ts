import type { BenchIntent, BenchState, OperationCall } from '../../machines/bench/benchContracts'
import type { EndContext } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import type { End } from '../../machines/steps'

/** What one end of a call in a room knows. */
export type CallContext = EndContext<string> & { bench: BenchState }

/** Takes the place of the learner at one end: runs operations and waits for their outcomes. */
export interface Driver {
  /** Must be called after every event of the end, with what it knows then. */
  follow(context: CallContext): void
  send(intent: BenchIntent): void
  /** Runs an operation, and returns what became of it. */
  run(operation: Operation): Promise<OperationCall>
  /** Waits until the end meets a condition. */
  until(condition: (context: CallContext) => boolean): Promise<CallContext>
}

/** A promise that the driver makes stays pending once the call is over. */
export function createDriver(send: (intent: BenchIntent) => void, first: CallContext): Driver {
  let latest = first
  let waiting: { condition: (context: CallContext) => boolean; done: (context: CallContext) => void }[] = []
  // Operations that were sent and that the context does not list yet: the engine may still be loading.
  let asked = first.bench.operations.length

  function until(condition: (context: CallContext) => boolean): Promise<CallContext> {
    if (condition(latest)) return Promise.resolve(latest)
    return new Promise((done) => waiting.push({ condition, done }))
  }

  return {
    follow(context) {
      latest = context
      asked = Math.max(asked, context.bench.operations.length)
      const due = waiting.filter(({ condition }) => condition(context))
      waiting = waiting.filter((one) => !due.includes(one))
      for (const { done } of due) done(context)
    },
    send,
    until,
    async run(operation) {
      const id = asked++
      send({ type: 'bench.run', operation })
      const find = ({ bench }: CallContext) =>
        bench.operations.find((one) => one.id >= id && one.operation === operation)
      const context = await until((now) => (find(now)?.state ?? 'pending') !== 'pending')
      return find(context) as OperationCall
    },
  }
}

/** The label of the data channel for lines of the chat, and of the one for pictures and files. */
export const CHAT = 'chat'
export const FILES = 'files'

export interface CallPlan {
  role: End
  /** Whether the camera may be asked for; if it is refused or missing, the test pattern is sent. */
  camera: boolean
}

/**
 * Takes the thirteen steps by itself. The caller offers as soon as its tracks are added; from then on its application
 * negotiates perfectly (WebRTC §10.7), and gives way to nobody. The callee answers the first offer with its own tracks,
 * so that one round is enough; from then on it is the polite one. Either may then start anything at any time.
 */
export async function makeCall(driver: Driver, { role, camera }: CallPlan): Promise<void> {
  const polite = role === 'callee'
  await driver.run({ call: 'create' })
  if (!camera || (await driver.run({ call: 'capture', source: 'camera' })).state === 'refused')
    await driver.run({ call: 'capture', source: 'test-pattern' })
  if (role === 'caller') {
    driver.send({ type: 'bench.rules', rules: { negotiation: 'perfect', polite } })
    // In a row, so that one offer holds them all.
    await Promise.all([
      ...addTracks(driver),
      driver.run({ call: 'createDataChannel', label: CHAT }),
      driver.run({ call: 'createDataChannel', label: FILES }),
    ])
    return
  }
  await driver.until(({ receivedDescription }) => receivedDescription?.type === 'offer')
  await driver.run({ call: 'setRemoteDescription', description: 'received' })
  await Promise.all(addTracks(driver))
  await driver.run({ call: 'setLocalDescription' })
  await driver.run({ call: 'send', what: 'description' })
  driver.send({ type: 'bench.rules', rules: { negotiation: 'perfect', polite } })
}

function addTracks(driver: Driver) {
  return (['audio', 'video'] as const).map((kind) => driver.run({ call: 'addTrack', track: { kind } }))
}
