import { faultProofMedia } from '../i18n/messages/faultProofMedia'
import { faultProofNegotiation } from '../i18n/messages/faultProofNegotiation'
import { faultProofPath } from '../i18n/messages/faultProofPath'
import type { FaultProofWords } from '../i18n/messages/faultProofWords'
import type { Message } from '../i18n/i18n'
import type { Fault } from './verdict'
import { VERDICT_WORDS } from './words'

/** What the verdicts of each fault rest on. Only the page about a fault loads these words. */
export const FAULT_PROOFS: Readonly<Record<Fault, FaultProofWords>> = {
  ...faultProofNegotiation,
  ...faultProofPath,
  ...faultProofMedia,
}

/** Facts as a verdict may have them, for the sentences of its page. Names and addresses are those for documentation. */
export const EXAMPLE_FACTS: Readonly<Record<Fault, Readonly<Record<string, string>>>> = {
  'no-path': { local: 'host, srflx', remote: 'host, srflx', relay: '0' },
  'wrong-state': { method: 'setRemoteDescription', error: 'Called in wrong state: stable' },
  'early-candidate': { count: '3', error: 'The remote description was null' },
  'insecure-page': { page: 'http://192.0.2.10/' },
  'media-refused': { error: 'NotAllowedError', kinds: 'audio + video' },
  'local-names-only': { count: '2' },
  'unreachable-address': { addresses: '172.17.0.2, 10.0.0.5' },
  'udp-blocked': { urls: 'stun:stun.example.org:3478' },
  'no-common-codec': { kind: 'video', offered: 'H264', decoder: 'NullVideoDecoder' },
  'never-negotiated': { seconds: '8' },
  'turn-refused': { url: 'turn:turn.example.org:3478', code: '401' },
  'dtls-roles': { error: 'Offerer must use actpass value for setup attribute' },
  'no-key-frame': { packets: '4120', pli: '18' },
  'dtls-unfinished': { seconds: '15' },
  'lost-without-restart': {},
  'not-shown': {},
  'connections-leaked': { count: '12', all: '14' },
  'channel-never-opens': { label: 'chat', seconds: '15' },
  'callee-added-nothing': { kinds: 'audio, video' },
  'sections-out-of-order': {
    error: 'The order of m-lines in answer doesn’t match order in offer',
    offered: 'audio video',
    answered: 'video audio',
  },
  'sdp-damaged': { error: 'Failed to parse SessionDescription. Expect line: v=', changed: 'a=ice-pwd' },
  'capture-died': { kind: 'video', event: 'ended' },
  'poor-quality': { kind: 'video', percent: '14', count: '9', reason: 'bandwidth' },
  'no-candidates-exchanged': { gathered: '4' },
  'closed-early': { seconds: '0.2' },
  'never-answered': { seconds: '45' },
  'nothing-to-negotiate': {},
}

/** The sentences that a verdict of a fault may say: the usual one first. */
export function saysOf(fault: Fault): Message[] {
  const { what, variants = {} } = VERDICT_WORDS[fault]
  return [what, ...Object.values(variants)]
}
