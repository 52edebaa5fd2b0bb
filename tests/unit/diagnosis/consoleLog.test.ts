import { expect, test } from 'vitest'
import { recognise } from '../../../src/diagnosis/recognise'
import { dumpOf } from './labFixtures'
import { candidate, sdp } from './handMade'

const OFFER = sdp('CALL')
const ANSWER = sdp('ANSW', { setup: 'active' })

/** Logs of an app as consoles print them, with the same two descriptions and one candidate inside. */
const LOGS: Readonly<Record<string, string>> = {
  'Safari, `[Log]` before each line': [
    '[Log] pc.onsignalingstatechange: have-local-offer (app.js, line 10)',
    `[Log] setLocalDescription offer – ${OFFER.trimEnd().replaceAll('\r\n', '\n')}`,
    '[Log] pc.oniceconnectionstatechange: checking (app.js, line 12)',
    `[Log] setRemoteDescription answer – ${ANSWER.trimEnd().replaceAll('\r\n', '\n')} (app.js, line 30)`,
    `[Log] addIceCandidate – ${candidate('ANSW', '203.0.113.20').candidate} (app.js, line 40)`,
    '[Error] Unhandled Promise Rejection: OperationError: x (app.js, line 41)',
  ].join('\n'),
  'Chromium, a file and a line before': [
    `app.js:10 setLocalDescription offer ${OFFER}`,
    'app.js:12 pc.oniceconnectionstatechange: checking',
    `app.js:14 setRemoteDescription answer ${ANSWER}`,
    `app.js:15 addIceCandidate ${JSON.stringify(candidate('ANSW', '203.0.113.20'))}`,
    'app.js:16 pc.oniceconnectionstatechange: failed',
  ].join('\n'),
  'times before, line ends in letters': [
    `12:00:01.200 setLocalDescription {"type":"offer","sdp":${JSON.stringify(OFFER)}}`,
    '12:00:01.300 pc.oniceconnectionstatechange: checking',
    `12:00:02.100 setRemoteDescription {"type":"answer","sdp":${JSON.stringify(ANSWER)}}`,
    `12:00:02.200 addIceCandidate ${JSON.stringify(candidate('ANSW', '203.0.113.20'))}`,
  ].join('\n'),
}

for (const [name, log] of Object.entries(LOGS))
  test(`the log of an app: ${name}`, async () => {
    expect(['sdp', 'signals']).toContain(recognise(log))
    const { lines, connections } = await dumpOf(log)
    const local = lines.filter((line) => line.name === 'setLocalDescription')
    const lineEnds = (text: string) => text.trim().split(/\r?\n/)
    expect(local.map(({ value }) => [value?.type, lineEnds(value?.sdp ?? '')])).toEqual([
      ['offer', lineEnds(OFFER)],
      ['answer', lineEnds(ANSWER)],
    ])
    expect(connections.map(({ role }) => role)).toEqual(['caller', 'callee'])
    const found = lines.filter((line) => line.name === 'onicecandidate')
    expect(found.map(({ value }) => value?.candidate)).toEqual([candidate('ANSW', '203.0.113.20').candidate])
  })
