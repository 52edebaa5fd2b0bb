import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Entry } from './handMade'
import { calleeLines, callerLines, dumpOf, healthyLines, sdp, stateLines } from './handMade'

const of = (conn: string, by = 0) =>
  healthyLines()
    .filter(([, id]) => id === conn)
    .map(([at, ...rest]) => [at + by, ...rest] as unknown as Entry)

test('two files of two machines are one call, and the difference of their clocks is estimated', () => {
  const { calls, verdicts } = diagnose([dumpOf(of('A')), dumpOf(of('B', 7_000))])
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ pairedBy: 'ufrag', caller: { dump: 0 }, callee: { dump: 1 } })
  const { by, error } = calls[0]!.offset!
  expect(Math.abs(by - 7_000)).toBeLessThanOrEqual(error)
  expect(verdicts).toEqual([])
})

test('without ufrags, equal fingerprints pair', () => {
  const strip = (lines: Entry[]) =>
    JSON.parse(
      JSON.stringify(lines)
        .replaceAll(/a=ice-ufrag:\w+/g, 'a=x')
        .replaceAll(/ ufrag \w+/g, '')
        .replaceAll(/"usernameFragment":"\w+"/g, '"usernameFragment":null'),
    ) as Entry[]
  const { calls } = diagnose([dumpOf(strip(of('A'))), dumpOf(strip(of('B')))])
  expect(calls.map(({ pairedBy }) => pairedBy)).toEqual(['fingerprint'])
})

test('a fingerprint that several connections share pairs none of them', () => {
  const lines = ['A', 'C', 'D'].flatMap((id) =>
    callerLines(id, sdp('', { fingerprint: '01:02', pwd: 'x' }), null),
  )
  const other = calleeLines('B', sdp('', { fingerprint: '01:02', pwd: 'x' }), null)
  const blind = JSON.parse(JSON.stringify([...lines, ...other]).replaceAll('a=ice-ufrag:', 'a=x:')) as Entry[]
  expect(diagnose([dumpOf(blind)]).calls.map(({ pairedBy }) => pairedBy)).not.toContain('fingerprint')
})

test('blank descriptions pair by time, if there is one possibility', () => {
  const ends = [...callerLines('A', '', ''), ...calleeLines('B', '', '')]
  expect(diagnose([dumpOf(ends)]).calls.map(({ pairedBy }) => pairedBy)).toEqual(['time'])
  const three = diagnose([dumpOf([...ends, ...calleeLines('C', '', '', 30)])])
  expect(three.calls.map(({ pairedBy }) => pairedBy)).toEqual([null, null, null])
})

test('a connection that was negotiated with itself has no other end', () => {
  const own = sdp('SELF')
  const { calls, connections } = diagnose([
    dumpOf([...callerLines('A', own, sdp('SELF', { setup: 'active' })), ...stateLines('A', 'connected')]),
  ])
  expect(calls).toMatchObject([{ isItself: true, pairedBy: null }])
  expect(connections[0]?.pairedWith).toBeNull()
})

test('the last of two ends that answered one offer is its partner', () => {
  const offer = sdp('CALL')
  const first = sdp('ANS1', { setup: 'active' })
  const second = sdp('ANS2', { setup: 'active' })
  const { calls } = diagnose([
    dumpOf([
      ...callerLines('A', offer, second),
      ...calleeLines('B', offer, first),
      ...calleeLines('C', offer, second),
    ]),
  ])
  expect(calls.find(({ caller }) => caller?.id === 'A')?.callee?.id).toBe('C')
  expect(calls).toHaveLength(2)
})

test('the steps of one end: done, skipped, not reached, and what only the wire would show', () => {
  const { connections } = diagnose([dumpOf(callerLines('A', sdp('CALL'), null))])
  const states = connections[0]?.reach.map(({ step, state }) => `${step} ${state}`)
  expect(states).toEqual([
    'capture-media skipped',
    'add-tracks done',
    'create-offer done',
    'set-local-offer done',
    'gather-candidates failed',
    'send-offer not-recorded',
    'set-remote-offer not-recorded',
    'prepare-callee-media not-recorded',
    'create-answer not-recorded',
    'set-local-answer not-recorded',
    'send-answer not-recorded',
    'receive-answer not-recorded',
    'set-remote-answer not-reached',
  ])
})

test('messages are inferred from both ends, and told by a log of the wire', () => {
  const both = diagnose([dumpOf(healthyLines())])
  const reach = (diagnosis: typeof both) =>
    Object.fromEntries(diagnosis.connections[0]!.reach.map(({ step, state }) => [step, state]))
  expect(reach(both)).toMatchObject({
    'send-offer': 'inferred',
    'send-answer': 'inferred',
    'receive-answer': 'inferred',
  })
  const description = { type: 'offer' as const, sdp: sdp('CALL') }
  const wire = dumpOf(
    [
      [5, 'websocket-0', 'message', { direction: 'sent', description }],
      [40_000, 'websocket-0', 'message', { direction: 'sent', bye: 'bye' }],
    ],
    { covers: ['wire'] },
  )
  const alone = diagnose([wire])
  expect(reach(alone)).toMatchObject({ 'send-offer': 'done', 'receive-answer': 'not-reached' })
  expect(alone.verdicts.map(({ fault, certainty }) => `${fault} ${certainty}`)).toEqual([
    'never-answered likely',
  ])
})
