import { createMemoryBus } from '../../broadcast-signaling/memory'
import type { LogEntry } from '../../machines/log'
import type { Call } from '../../src/session/createCall'
import { createCall } from '../../src/session/createCall'
import { deriveBanner } from '../../src/features/peers/banner'
import { frame } from '../signaling/support'
import { createFakeWorld } from './fakeCall'
import type { Schedule } from './faults'
import { withFaults } from './faults'
import type { VirtualTime } from './virtualTime'

/** The course of one call under faults. */
export interface Outcome {
  /** The named states at which it stopped, in order; empty if it connected by itself. */
  stops: string[]
  /** The recovery action at each of them. */
  recoveries: string[]
  call: Call
  /** The whole log, including that of a call that was started again. */
  log(): LogEntry[]
}

/** The most recovery actions: more do not count as a recovery. */
const PATIENCE = 6

/**
 * Runs a call whose channel has a schedule of faults, clicking what the page offers. Once the call stops in a named
 * state, the faults end and the recovery action of that state is taken. Throws if none is offered: then the call hangs.
 */
export async function runUnderFaults(schedule: Schedule, time: VirtualTime): Promise<Outcome> {
  const { world } = createFakeWorld()
  const bus = createMemoryBus()
  const wires: { heal(): void }[] = []
  const call = createCall({
    ...world,
    openChannel(name) {
      const channel = bus.open(name)
      // The first two channels are those of the ends under test; a call that is started again has channels without
      // faults.
      const end = (['caller', 'callee'] as const)[wires.length]
      if (end === undefined) return channel
      const wire = withFaults(channel, bus.open(name), schedule[end], frame)
      wires.push(wire)
      return wire
    },
  })
  const before: LogEntry[] = []
  const outcome: Outcome = { stops: [], recoveries: [], call, log: () => [...before, ...call.log()] }

  for (;;) {
    await time.settle()
    const { turn } = call.history.view.value
    if (turn.phase === 'connected') return outcome
    if (turn.phase === 'steps' && turn.tag === 'ready') {
      call.playback.next()
      continue
    }
    const stop = nameStop(call)
    if (stop === null) {
      if (!time.leap()) throw new Error(`hangs at ${JSON.stringify(turn)} after ${outcome.stops.join()}`)
      continue
    }
    for (const wire of wires) wire.heal()
    await time.settle()
    const log = call.log()
    const recovery = recover(call, stop, outcome)
    if (recovery === 'start over') before.push(...log)
    outcome.stops.push(stop)
    outcome.recoveries.push(recovery)
    if (outcome.recoveries.length > PATIENCE) throw new Error(`no way out of ${outcome.stops.join()}`)
  }
}

/** The state that the page names as one that does not continue by itself; null while something is still expected. */
function nameStop({ history: { view } }: Call): string | null {
  const { turn } = view.value
  if (turn.phase === 'steps' && turn.tag === 'failed') return `${String(turn.step)} failed`
  const banner = deriveBanner(view.value)
  const isStop = ['unconfirmed', 'stalled', 'failed', 'closed-self', 'closed-other'].includes(banner ?? '')
  return isStop ? banner : null
}

/** Does what the page offers there; at the second stop in the same state, starts over. */
function recover(call: Call, stop: string, { stops }: Outcome): string {
  if (stops.includes(stop) || stop.startsWith('closed')) {
    call.playback.restart()
    return 'start over'
  }
  if (stop === 'unconfirmed') {
    for (const end of ['caller', 'callee'] as const) call.controls.send(end, { type: 'wire.ask' })
    return 'ask again'
  }
  call.playback.next()
  return stop.endsWith('failed') && stop !== 'failed' ? 'retry' : 'restart ICE'
}
