import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AppRules } from '../../machines/bench/benchContracts'
import { replay } from '../../machines/log'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import type { End } from '../../machines/steps'
import { createFakeNetwork } from '../../src/peer/fake/fakeNetwork'
import { makeRecording } from '../../src/recording/makeRecording'
import { readRecording } from '../../src/recording/readRecording'
import { writeRecording } from '../../src/recording/writeRecording'
import { createCall } from '../../src/session/createCall'
import type { Call } from '../../src/session/createCall'
import { BENCH_SCRIPT } from '../support/benchCall'
import type { BenchEnd } from '../support/benchCall'
import { createFakeWorld } from '../support/fakeCall'
import { useVirtualTime } from '../support/virtualTime'
import type { VirtualTime } from '../support/virtualTime'

/* A learner on a bench is slower than the five seconds for which the ICE agent of Firefox waits for something to check. */

const HOUR = 3_600_000
const ENDS = ['caller', 'callee'] as const

let time: VirtualTime
let call: Call
beforeEach(() => {
  time = useVirtualTime()
})
afterEach(() => {
  call.close()
  time.clear()
})

const at = (end: End) => call.snapshots().at(-1)![end].context as BenchEnd
const ice = (end: End) => at(end).peer?.iceConnectionState
const types = () => call.log().map(({ event }) => event.type)

/** The learner reads until nothing more can happen by itself. */
async function read() {
  do await time.settle()
  while (time.leap())
  await time.settle()
}

async function run(end: End, ...operations: Operation[]) {
  for (const operation of operations) {
    call.controls.send(end, { type: 'bench.run', operation })
    await read()
  }
}

const setRules = (rules: Partial<AppRules>) => {
  for (const end of ENDS) call.controls.send(end, { type: 'bench.rules', rules })
}

const SEND = { call: 'send', what: 'description' }
const RECEIVED = { call: 'setRemoteDescription', description: 'received' }

/** A bench whose callee has answered; no candidate is sent, and the answer waits on the server. */
async function answer(rules: Partial<AppRules>, kind: Parameters<typeof createFakeNetwork>[0]) {
  call = createCall(createFakeWorld(createFakeNetwork(kind)).world, null, BENCH_SCRIPT)
  setRules({ gathered: 'by-hand', ...rules })
  call.controls.send('callee', { type: 'tray.rules', rules: { hold: true } })
  for (const end of ENDS) await run(end, { call: 'create' })
  await run('caller', { call: 'createDataChannel', label: 'chat' }, { call: 'setLocalDescription' }, SEND)
  await run('callee', RECEIVED, { call: 'setLocalDescription' }, SEND)
}

/** The answer arrives after an hour, and then the candidates. */
async function goOn() {
  time.sleep(HOUR)
  await read()
  setRules({ gathered: 'after-description' })
  call.controls.send('callee', { type: 'tray.rules', rules: { hold: false } })
  await read()
  await run('caller', RECEIVED)
}

test('with the rule the answering end waits for an hour, and the call connects', async () => {
  await answer({}, { givesUp: true })
  expect(at('callee')).toMatchObject({ patience: 'gives-up', placeholder: { problem: null } })
  expect(ice('callee')).toBe('checking')
  await goOn()
  for (const end of ENDS) expect(at(end).peer?.connectionState).toBe('connected')
  expect(types().filter((type) => type === 'pc.placeholder-added')).toHaveLength(1)
})

test('without the rule it gives up, as the browser does', async () => {
  await answer({ placeholder: false }, { givesUp: true })
  expect(at('callee').placeholder).toBeNull()
  expect(ice('callee')).toBe('failed')
  expect(types()).not.toContain('patience.check')
})

test('the rule may be switched on while the agent still waits', async () => {
  call = createCall(createFakeWorld(createFakeNetwork({ givesUp: true })).world, null, BENCH_SCRIPT)
  setRules({ gathered: 'by-hand', placeholder: false })
  for (const end of ENDS) await run(end, { call: 'create' })
  await run('caller', { call: 'createDataChannel', label: 'chat' }, { call: 'setLocalDescription' }, SEND)
  await run('callee', RECEIVED)
  call.controls.send('callee', { type: 'bench.run', operation: { call: 'setLocalDescription' } })
  await time.settle()
  // Gathering, which shows how patient the agent is.
  time.leap()
  await time.settle()
  expect(ice('callee')).toBe('new')
  setRules({ placeholder: true })
  await read()
  expect(ice('callee')).toBe('checking')
})

test('a browser that waits by itself is given nothing', async () => {
  await answer({}, {})
  expect(at('callee')).toMatchObject({ patience: 'waits', placeholder: null })
  expect(types()).not.toContain('patience.check')
})

test('a refused placeholder is said, and is tried once', async () => {
  await answer({}, { givesUp: true, refusesPlaceholder: true })
  expect(at('callee').placeholder?.problem).toMatchObject({ name: expect.any(String) as string })
  expect(types().filter((type) => type.startsWith('pc.placeholder'))).toEqual(['pc.placeholder-refused'])
})

test('another connection of the same end gets its own placeholder', async () => {
  await answer({}, { givesUp: true })
  await run('callee', { call: 'create' })
  expect(at('callee').placeholder).toBeNull()
})

test('it replays to the same states, and opens again from a file, with the rule and without', async () => {
  await answer({}, { givesUp: true })
  setRules({ placeholder: false })
  await goOn()
  const last = replay(BENCH_SCRIPT, DEFAULT_SETTINGS, call.log()).at(-1)!
  for (const end of ENDS) expect(last[end].context).toEqual(at(end))
  const file = writeRecording(
    makeRecording({
      script: BENCH_SCRIPT,
      settings: DEFAULT_SETTINGS,
      log: call.log(),
      browser: 'Fake 1',
      made: new Date(0),
    }),
  )
  expect(file).toContain('"placeholder":false')
  expect(readRecording(file)).toMatchObject({ ok: true })
  // A bench of a version that had no such rule.
  const older = file.replaceAll(',"placeholder":false', '').replaceAll('"placeholder":false', '')
  expect(readRecording(older)).toMatchObject({ ok: true })
})
