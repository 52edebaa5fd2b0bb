import { expect, it } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { pairRowsIn } from '../../../src/diagnosis/formats/pairTable'
import { candidate, sdp } from './handMade'
import { dumpOf } from './labFixtures'

/** What people copy from about:webrtc: its words are in their language, and the texts of SDP are not. */
function copied(rows: readonly string[], remote: string): string {
  const offer = sdp('CALL', {
    origin: 'o=mozilla...THIS_IS_SDPARTA-140.0 3846614218833461416 0 IN IP4 0.0.0.0',
    candidates: [
      candidate('CALL', '192.168.1.101', 'host', 42_705).candidate,
      candidate('CALL', '198.51.100.7', 'srflx', 42_705).candidate,
    ],
  })
  const answer = sdp('ANSW', {
    origin: 'o=- 3748544335 3748544335 IN IP4 0.0.0.0',
    setup: 'active',
    candidates: [candidate('ANSW', remote, 'host', 47_336).candidate],
  })
  return [
    'Statistiques ICE',
    'Candidat local\tCandidat distant\tÉtat ICE\tPriorité\tNommé',
    ...rows,
    'SDP local (Proposition)',
    offer,
    'SDP distant (Réponse)',
    answer,
  ].join('\n')
}

const pair = (state: string, remote: string) =>
  `192.168.1.101:42705/udp(host)\t${remote}:47336/udp(host)\t${state}\t9115005270299247000\tfalse`
const told = async (text: string) =>
  diagnose([await dumpOf(text)]).verdicts.map(({ fault, certainty }) => `${fault} ${certainty}`)

it('a copied table of pairs that failed tells that there is no path, and why', async () => {
  expect(await told(copied([pair('failed', '10.0.0.7')], '10.0.0.7'))).toEqual([
    'unreachable-address proved',
    'no-path proved',
  ])
  expect(await told(copied([pair('failed', '203.0.113.9')], '203.0.113.9'))).toEqual(['no-path proved'])
})

it('a pair that succeeded blames nobody', async () => {
  const rows = [pair('failed', '203.0.113.9'), pair('succeeded', '203.0.113.9')]
  expect(await told(copied(rows, '203.0.113.9'))).toEqual([])
})

it('reads the ends of a row, and no other line', () => {
  expect(
    pairRowsIn(
      '[2001:db8::1]:50000/udp(relayed-tcp)\t198.51.100.2:9/tcp(serverreflexive)\tinprogress\nhost(IP4:192.0.2.1:5/UDP)',
    ),
  ).toEqual([
    {
      state: 'in-progress',
      local: { address: '2001:db8::1', port: 50_000, protocol: 'udp', candidateType: 'relay' },
      remote: { address: '198.51.100.2', port: 9, protocol: 'tcp', candidateType: 'srflx' },
    },
  ])
})
