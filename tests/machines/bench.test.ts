import { afterEach, describe, expect, test } from 'vitest'
import { replay } from '../../machines/log'
import { viewEnds } from '../../machines/progress'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { makeRecording } from '../../src/recording/makeRecording'
import { readRecording } from '../../src/recording/readRecording'
import { writeRecording } from '../../src/recording/writeRecording'
import { BENCH_SCRIPT, openBench } from '../support/benchCall'
import type { OpenBench } from '../support/benchCall'

const ENDS = ['caller', 'callee'] as const

let opened: OpenBench[] = []

function bench() {
  const one = openBench()
  opened.push(one)
  return one
}

afterEach(() => {
  for (const { close } of opened) close()
  opened = []
})

/** Offer and answer by hand, everything else by the rules that a fresh bench has. */
async function negotiate({ run, until }: OpenBench, from: End = 'caller') {
  const to = from === 'caller' ? 'callee' : 'caller'
  await run(
    from,
    { call: 'createOffer' },
    { call: 'setLocalDescription', description: 'draft' },
    { call: 'send', what: 'description' },
  )
  await until(to, ({ receivedDescription }) => receivedDescription?.type === 'offer')
  await run(
    to,
    { call: 'setRemoteDescription', description: 'received' },
    { call: 'setLocalDescription' },
    { call: 'send', what: 'description' },
  )
  await until(from, ({ receivedDescription }) => receivedDescription?.type === 'answer')
  await run(from, { call: 'setRemoteDescription', description: 'received' })
}

describe('by hand', () => {
  test('a call connects, is replayed to the same state, and opens again from a file', async () => {
    const one = bench()
    await one.prepare()
    await one.addTracks('caller')
    await one.addTracks('callee')
    await negotiate(one)
    await one.untilConnected()

    const { call, at } = one
    const snapshots = replay(BENCH_SCRIPT, DEFAULT_SETTINGS, call.log())
    for (const end of ENDS) {
      expect(snapshots.at(-1)![end].context).toEqual(at(end))
      expect(snapshots.at(-1)![end].value).toEqual({ open: { signaling: 'stable', transports: 'connected' } })
      expect(viewEnds(snapshots.at(-1)!)[end].tag).toBe('connected')
    }

    const recording = makeRecording({
      script: BENCH_SCRIPT,
      settings: DEFAULT_SETTINGS,
      log: call.log(),
      browser: 'Fake 1',
      made: new Date(0),
    })
    const file = writeRecording(recording)
    const read = readRecording(file)
    expect(read).toMatchObject({ ok: true, recording })
  })

  test('what an operation names and does not exist is refused without asking the browser', async () => {
    const { run, at } = bench()
    await run('caller', { call: 'create' })
    const refused = await run('caller', { call: 'setRemoteDescription', description: 'received' })
    expect(refused).toMatchObject({
      state: 'refused',
      problem: { name: 'MissingArgument', message: 'No description has arrived.' },
    })
    expect(at('caller').peer?.signalingState).toBe('stable')
  })

  test('what the browser refuses is noted with its own error', async () => {
    const { run, at } = bench()
    await run('caller', { call: 'create' })
    const refused = await run('caller', { call: 'createAnswer' })
    expect(refused).toMatchObject({ state: 'refused', problem: { name: 'InvalidStateError' } })
    expect(at('caller').problem).toMatchObject({ name: 'InvalidStateError' })
  })

  test('an application that adds candidates at once has those refused that come before the offer', async () => {
    const one = bench()
    await one.prepare()
    await one.addTracks('caller')
    one.send('callee', { type: 'bench.rules', rules: { arriving: 'at-once' } })
    one.send('caller', { type: 'bench.rules', rules: { gathered: 'at-once' } })
    await one.run('caller', { call: 'setLocalDescription' })
    await one.until('callee', ({ remote }) => remote.some(({ state }) => state === 'refused'))
    expect(one.at('callee').remote[0]?.problem).toMatchObject({ name: 'InvalidStateError' })
  })
})

describe('the signaling server', () => {
  async function held() {
    const one = bench()
    await one.prepare()
    await one.run('caller', { call: 'createDataChannel', label: 'chat' })
    one.send('caller', { type: 'tray.rules', rules: { hold: true } })
    await one.run('caller', { call: 'setLocalDescription' }, { call: 'send', what: 'description' })
    await one.until('caller', ({ gathered }) => gathered)
    return one
  }
  const kinds = ({ at }: OpenBench) => at('caller').bench.messages.map(({ body }) => body.kind)
  const states = ({ at }: OpenBench) => at('caller').bench.messages.map(({ state }) => state)

  test('holds messages until they are delivered, in any order', async () => {
    const one = await held()
    expect(kinds(one)[0]).toBe('description')
    expect(kinds(one).at(-1)).toBe('end-of-candidates')
    expect(new Set(states(one))).toEqual(new Set(['waiting']))
    expect(one.at('callee').receivedDescription).toBeNull()

    one.send('caller', { type: 'tray.move', message: 0, place: 1 })
    expect(kinds(one).slice(0, 2)).toEqual(['candidate', 'description'])
    one.send('caller', { type: 'tray.deliver', message: 0 })
    await one.until('callee', ({ receivedDescription }) => receivedDescription?.type === 'offer')
    expect(states(one).filter((state) => state === 'delivered')).toHaveLength(1)
  })

  test('drops, repeats and edits what waits', async () => {
    const one = await held()
    const [description, candidate] = one.at('caller').bench.messages
    one.send('caller', { type: 'tray.drop', message: candidate!.id })
    expect(states(one)[1]).toBe('dropped')

    const body = { kind: 'description', description: { type: 'offer', sdp: 'v=0\r\n' } } as const
    one.send('caller', { type: 'tray.edit', message: description!.id, body })
    one.send('caller', { type: 'tray.repeat', message: description!.id })
    await one.until('callee', ({ receivedDescription }) => receivedDescription?.sdp === 'v=0\r\n')
    expect(one.at('caller').bench.messages[0]).toMatchObject({
      state: 'waiting',
      deliveries: 1,
      edited: true,
    })

    one.send('caller', { type: 'tray.rules', rules: { hold: false } })
    expect(new Set(states(one))).toEqual(new Set(['delivered', 'dropped']))
    expect(one.at('caller').bench.messages[0]).toMatchObject({ deliveries: 2 })
    // A lost message never arrived.
    await one.until('callee', ({ remote }) => remote.some((entry) => entry.candidate.candidate === ''))
    expect(one.at('callee').remote.map((entry) => entry.candidate)).not.toContainEqual(
      candidate!.body.kind === 'candidate' ? candidate!.body.candidate : null,
    )
  })

  test('loses every n-th message, and every answer, by its rules', async () => {
    const one = bench()
    await one.prepare()
    await one.run('caller', { call: 'createDataChannel', label: 'chat' })
    one.send('caller', { type: 'tray.rules', rules: { dropEvery: 2 } })
    one.send('callee', { type: 'tray.rules', rules: { loseAnswers: true } })
    one.send('callee', { type: 'bench.rules', rules: { negotiation: 'naive' } })
    await one.run('caller', { call: 'setLocalDescription' }, { call: 'send', what: 'description' })
    await one.until('callee', ({ bench }) => bench.messages.length > 0)
    expect(one.at('callee').bench.messages[0]).toMatchObject({ state: 'dropped' })
    expect(one.at('caller').receivedDescription).toBeNull()
    const sent = states(one)
    expect(sent).toEqual(sent.map((_, at) => (at % 2 === 1 ? 'dropped' : 'delivered')))
  })

  test('keeps messages travelling for the delay', async () => {
    const one = bench()
    await one.prepare()
    await one.run('caller', { call: 'createDataChannel', label: 'chat' })
    one.send('caller', { type: 'tray.rules', rules: { delay: 5 } })
    await one.run('caller', { call: 'setLocalDescription' }, { call: 'send', what: 'description' })
    expect(states(one)[0]).toBe('travelling')
    await one.until('callee', ({ receivedDescription }) => receivedDescription !== null)
    expect(states(one)[0]).toBe('delivered')
  })
})

test('a text on a data channel comes back from an end that echoes', async () => {
  const one = bench()
  await one.prepare()
  one.send('callee', { type: 'bench.rules', rules: { echo: true } })
  const made = await one.run('caller', { call: 'createDataChannel', label: 'chat' })
  await negotiate(one)
  await one.until('caller', ({ bench }) => bench.channels[0]?.readyState === 'open')
  await one.run('caller', { call: 'channel.send', ...(made?.result as { channel: string }), data: 'hello' })
  await one.until('caller', ({ bench }) => bench.received.length > 0)
  expect(one.at('caller').bench.received).toEqual([expect.objectContaining({ data: 'echo: hello' })])
  expect(one.at('callee').bench.received).toEqual([expect.objectContaining({ data: 'hello' })])
})

test('a provisional answer crosses as one, and a final answer follows it', async () => {
  const one = bench()
  await one.prepare()
  await one.addTracks('caller')
  await one.run('caller', { call: 'setLocalDescription' }, { call: 'send', what: 'description' })
  await one.until('callee', ({ receivedDescription }) => receivedDescription?.type === 'offer')
  await one.run('callee', { call: 'setRemoteDescription', description: 'received' }, { call: 'createAnswer' })
  const { sdp } = one.at('callee').draft!
  await one.run(
    'callee',
    { call: 'setLocalDescription', description: { type: 'pranswer', sdp } },
    { call: 'send', what: 'description' },
  )
  expect(one.at('callee').peer).toMatchObject({
    signalingState: 'have-local-pranswer',
    pendingLocalDescription: { type: 'pranswer' },
  })
  await one.until('caller', ({ receivedDescription }) => receivedDescription?.type === 'pranswer')
  await one.run('caller', { call: 'setRemoteDescription', description: 'received' })
  expect(one.at('caller').peer?.signalingState).toBe('have-remote-pranswer')
  expect(one.call.snapshots().at(-1)!.caller.value).toMatchObject({
    open: { signaling: 'have-remote-pranswer' },
  })

  await one.run('callee', { call: 'createAnswer' }, { call: 'setLocalDescription', description: 'draft' })
  await one.run('callee', { call: 'send', what: 'description' })
  await one.until('caller', ({ receivedDescription }) => receivedDescription?.type === 'answer')
  await one.run('caller', { call: 'setRemoteDescription', description: 'received' })
  await one.untilConnected()

  const recording = makeRecording({
    script: BENCH_SCRIPT,
    settings: DEFAULT_SETTINGS,
    log: one.call.log(),
    browser: 'Fake 1',
    made: new Date(0),
  })
  expect(readRecording(writeRecording(recording))).toMatchObject({ ok: true })
})

test('a stopped transceiver leaves the list, and the others keep their names', async () => {
  const one = bench()
  await one.prepare()
  await one.addTracks('caller')
  await negotiate(one)
  await one.run('caller', { call: 'transceiver.stop', transceiver: 'transceiver-0' })
  await negotiate(one)
  expect(one.at('caller').peer?.transceivers.map(({ id, kind }) => `${String(id)} ${kind}`)).toEqual([
    'transceiver-1 video',
  ])
  expect(await one.run('caller', { call: 'removeTrack', transceiver: 'transceiver-1' })).toMatchObject({
    state: 'done',
  })
})
