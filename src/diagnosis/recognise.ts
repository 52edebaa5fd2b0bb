import type { DumpFormat } from './dump'
import { looksLikeInternals } from './formats/internals'

/** Characters that are looked at: enough for the beginning of every format, and cheap while somebody types. */
const HEAD = 16_384

/** Characters in which the first description of a log is looked for. */
const LONGEST = 2_000_000

/** The formats by their content, the more exact ones first. */
const FORMATS: readonly [DumpFormat, (head: string) => boolean][] = [
  ['rtcstats-v3', (head) => /^RTCStatsDump\s/.test(head)],
  ['jitsi-rtcstats', (head) => /^\["?\w[\w.]{0,60}"?,\s*(?:null|"[^"]{0,80}")\s*,/.test(head)],
  ['recording', (head) => /^\{\s*"format"\s*:\s*"handshake-recording"/.test(head)],
  ['firefox-report', isFirefox],
  [
    'har',
    (head) => /^\{\s*"log"\s*:\s*\{/.test(head) && /"(?:creator|entries|version|pages)"\s*:/.test(head),
  ],
  ['webrtc-internals', looksLikeInternals],
]

/**
 * What a text seems to be, by its content alone. null: nothing is known about it. Never throws, and looks at the beginning
 * only, so that it can run at every key.
 */
export function recognise(text: string): DumpFormat | null {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (head === '') return null
  const known = FORMATS.find(([, fits]) => fits(head))
  if (known !== undefined) return known[0]
  if (
    /PeerJS|"type"\s*:\s*"(?:OFFER|ANSWER|CANDIDATE|transceiverRequest|renegotiate)"/.test(head) &&
    hasSdp(head)
  )
    return 'signals'
  if (hasSdp(head)) return isSignals(head) ? 'signals' : 'sdp'
  if (/candidate:\S+ \d+ (?:udp|tcp) /i.test(head))
    return /"candidate"\s*:/.test(head) ? 'signals' : 'candidates'
  if (/^[\w+/=\s-]{16,}$/.test(head) && /^(?:eyJ|dj0w|Int|ewo|W3s|Wwog)/.test(head)) return 'sdp'
  if (/%7B%22/i.test(head)) return 'sdp'
  // The log of an app may begin long before its first description.
  const later = text.slice(HEAD, LONGEST).search(/\bv=0\b|candidate:\S{1,64} \d+ (?:udp|tcp) /i)
  if (later >= 0) return 'sdp'
  return isErrorText(head) ? 'error-text' : null
}

/** Whether a text has the words of an error. */
export function isErrorText(text: string): boolean {
  return /\b\w*(?:Error|Exception)\b|\bfailed\b|[Ff]ailed to\b/.test(text.slice(0, HEAD))
}

/** The saved page, or the report that its button copies. */
function isFirefox(head: string): boolean {
  return (
    /data-l10n-id="about-webrtc-/.test(head) ||
    (/^\s*</.test(head) && /id="(?:ice|sdp|rtp)-stats|PeerConnection ID|about:webrtc/i.test(head)) ||
    (/^[[{]/.test(head) &&
      /"(?:bandwidthEstimations|iceCandidatePairStats|sdpHistory|sdpHistories|rawLocalCandidates|codecStats)"\s*:/.test(
        head,
      ))
  )
}

function hasSdp(head: string): boolean {
  return /(?:^|[^\w])v=0\b/.test(head)
}

/** Objects of a signaling channel, one after the other, with candidates of their own. */
function isSignals(head: string): boolean {
  return /\\?"sdp\\?"\s*:/.test(head) && /\\?"candidate\\?"\s*:/.test(head)
}
