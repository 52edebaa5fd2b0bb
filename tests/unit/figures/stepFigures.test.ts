import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidateParts, countCandidates } from '../../../src/figures/candidateParts'
import { clockRows, formatOffset } from '../../../src/figures/clockRows'
import { connectFilm } from '../../../src/figures/connectFilm'
import { agree, DIRECTIONS, offeredSections } from '../../../src/figures/directions'
import { EXAMPLE_LOCAL, EXAMPLE_OFFER } from '../../../src/figures/example'
import { MOST_CHARACTERS, offerLines } from '../../../src/figures/offerLines'
import { replayHistory } from '../../../src/session/replayHistory'
import { viewCall } from '../../../src/session/callView'
import { factsOf } from '../../../src/figures/factsOf'
import { openExample } from '../recording/examples'

/** An example recording at a position; by default at its end. */
function replay(id: 'chromium-connected' | 'firefox-connected', index?: number) {
  const { settings, log } = openExample(id).recording
  const view = viewCall(replayHistory(HANDSHAKE_13, settings, log), index)
  return { view, trace: view.trace, caller: factsOf(view, 'caller')!, callee: factsOf(view, 'callee')! }
}

const BROWSERS = ['chromium-connected', 'firefox-connected'] as const

describe('ten lines of an offer', () => {
  test.each(BROWSERS)('each kind once, in the order of the text: %s', (id) => {
    const sdp = replay(id).caller.peer?.currentLocalDescription?.sdp ?? ''
    const lines = offerLines(sdp)
    expect(new Set(lines.map((line) => line.id)).size).toBe(10)
    expect(lines).toHaveLength(10)
    const places = lines.map(({ text }) => sdp.indexOf(text.replace('…', '')))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThanOrEqual(0)
  })

  test('the example has all ten', () => {
    expect(offerLines(EXAMPLE_OFFER)).toHaveLength(10)
  })

  test('any text gives at most ten lines of bounded length', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('a=mid:', 'm=', 'o=x'))), (parts) => {
        const lines = offerLines(parts.join('\r\n'))
        expect(lines.length).toBeLessThanOrEqual(10)
        for (const { text } of lines) expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS + 1)
      }),
    )
  })
})

describe('one candidate, part by part', () => {
  test('the parts of a line in its order', () => {
    const line = 'candidate:2 1 udp 1686052607 203.0.113.101 40211 typ srflx raddr 10.0.1.2 rport 40211'
    expect(candidateParts(line).map(({ text }) => text)).toEqual([
      '2',
      '1',
      'udp',
      '1686052607',
      '203.0.113.101',
      '40211',
      'typ srflx',
      'raddr 10.0.1.2 rport 40211',
    ])
  })

  test('an mDNS name and a TCP port are said to be what they are', () => {
    const ids = candidateParts('candidate:1 1 TCP 1 a-b.local 9 typ host tcptype active').map(({ id }) => id)
    expect(ids).toEqual([
      'foundation',
      'component',
      'protocol',
      'priority',
      'hidden',
      'discard',
      'host',
      'tcp',
    ])
  })

  test('any text is read or gives no part', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect([0, 7, 8, 9]).toContain(candidateParts(line).length)
      }),
    )
  })

  test('rows are counted by section, address and transport', () => {
    expect(countCandidates(EXAMPLE_LOCAL)).toEqual({
      host: 4,
      other: 0,
      sections: 2,
      addresses: 1,
      transports: ['UDP', 'TCP'],
      components: 1,
      isProduct: true,
    })
    expect(countCandidates(EXAMPLE_LOCAL.slice(0, 3)).isProduct).toBe(false)
  })

  test('RTCP with rows of its own doubles them, as in Firefox', () => {
    const both = EXAMPLE_LOCAL.flatMap(({ candidate }) =>
      ['1', '2'].map((component) => ({
        candidate: { ...candidate, candidate: candidate.candidate.replace(/ 1 /, ` ${component} `) },
      })),
    )
    expect(countCandidates(both)).toMatchObject({ host: 8, components: 2, isProduct: true })
  })

  test.each(BROWSERS)('every row of a shipped call is accounted for: %s', (id) => {
    const count = countCandidates(replay(id).caller.local)
    expect(count.isProduct).toBe(true)
    expect(count.host + count.other).toBe(replay(id).caller.local.length)
  })
})

describe('directions', () => {
  test('an end sends only where the other one receives', () => {
    for (const offered of DIRECTIONS)
      for (const wanted of DIRECTIONS) {
        const agreed = agree(offered, wanted)
        const calleeSends = agreed === 'sendrecv' || agreed === 'sendonly'
        const calleeReceives = agreed === 'sendrecv' || agreed === 'recvonly'
        expect(calleeSends).toBe(wanted !== 'recvonly' && offered !== 'sendonly')
        expect(calleeReceives).toBe(wanted !== 'sendonly' && offered !== 'recvonly')
      }
  })

  test.each(BROWSERS)('agree with what the browser agreed on: %s', (id) => {
    const { view, callee } = replay(id)
    const sections = offeredSections(view)
    expect(sections).toHaveLength(2)
    const agreed = sections.map(({ offered, wanted }) => agree(offered as 'sendrecv', wanted as 'sendrecv'))
    expect(agreed).toEqual(callee.peer?.transceivers.map((one) => one.currentDirection))
  })

  test('there is nothing to mark before a call', () => {
    expect(offeredSections(null)).toEqual([])
  })
})

describe('the two clocks', () => {
  test.each(BROWSERS)('each clock goes its own way, in the order of time: %s', (id) => {
    const rows = clockRows(replay(id).trace)
    const states = (end: string) =>
      rows.filter((row) => row.clock === 'signaling' && row.end === end).map(({ state }) => state)
    expect(states('caller')).toEqual(['have-local-offer', 'stable'])
    expect(states('callee')).toEqual(['have-remote-offer', 'stable'])
    const connected = rows.filter(({ state }) => state === 'connected')
    expect(connected.map(({ clock }) => clock)).toEqual(['ice', 'ice'])
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => a - b))
  })

  test('a time has its sign', () => {
    expect([-1250, -0.2, 0, 34].map(formatOffset)).toEqual(['−1.250 s', '+0.000 s', '+0.000 s', '+0.034 s'])
  })
})

describe('the film', () => {
  test.each(BROWSERS)('has both ends’ times, DTLS after ICE: %s', (id) => {
    const film = connectFilm(replay(id).trace)
    for (const end of ['caller', 'callee'] as const) {
      expect(film?.ice[end]).toBeTypeOf('number')
      expect(film?.dtls[end]).toBeGreaterThanOrEqual(film?.ice[end] ?? Infinity)
      expect(film?.packet[end]).toBeTypeOf('number')
    }
  })

  test('there is none before the caller has set the answer', () => {
    const answer = replay('chromium-connected').trace.events.findIndex(
      ({ conn, kind, data }) =>
        conn === 'caller' && kind === 'state' && data.currentRemoteDescription != null,
    )
    expect(answer).toBeGreaterThan(0)
    expect(connectFilm(replay('chromium-connected', answer).trace)).toBeNull()
    expect(connectFilm(replay('chromium-connected', answer + 1).trace)).not.toBeNull()
  })
})
