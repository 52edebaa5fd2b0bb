import * as address from './addressTokens'
import { readCandidateTokens } from './candidateTokens'
import { readExtmap } from './extmapTokens'
import type { SdpFacts } from './sectionFacts'
import { factsAt } from './sectionFacts'
import { readFmtp } from './fmtpTokens'
import type { LineKind } from './lineKind'
import { lineKind } from './lineKind'
import type { SdpLine } from './lines'
import { readMedia } from './mediaLineTokens'
import { readFeedback } from './feedbackTokens'
import { readRtpmap } from './mediaTokens'
import * as session from './sessionTokens'
import type { Span } from './spans'
import * as stream from './streamTokens'
import type { SdpToken, TokenReader } from './token'
import * as transport from './transportTokens'

/** The token reader of each kind; other kinds have one value, or none. */
const READERS: Readonly<Partial<Record<LineKind, TokenReader>>> = {
  version: session.readVersion,
  origin: address.readOrigin,
  name: session.readName,
  information: session.readText,
  contact: session.readText,
  time: session.readTime,
  schedule: session.readText,
  key: session.readText,
  bandwidth: session.readBandwidth,
  media: readMedia,
  connection: address.readConnection,
  group: session.readGroup,
  'extmap-allow-mixed': transport.readFlag,
  'msid-semantic': session.readSemantic,
  fingerprint: transport.readFingerprint,
  'ice-options': transport.readOptions,
  'ice-lite': transport.readFlag,
  'ice-ufrag': transport.readUfrag,
  'ice-pwd': transport.readPassword,
  candidate: readCandidateTokens,
  'end-of-candidates': transport.readFlag,
  setup: transport.readSetup,
  rtcp: address.readRtcp,
  'rtcp-mux': transport.readFlag,
  'rtcp-mux-only': transport.readFlag,
  'rtcp-rsize': transport.readFlag,
  'rtcp-xr': transport.readXr,
  'bundle-only': transport.readFlag,
  mid: stream.readMid,
  direction: stream.readDirection,
  msid: stream.readMsid,
  ssrc: stream.readSsrc,
  'ssrc-group': stream.readSsrcGroup,
  rid: stream.readRid,
  simulcast: stream.readSimulcast,
  rtpmap: readRtpmap,
  fmtp: readFmtp,
  'rtcp-fb': readFeedback,
  extmap: readExtmap,
  'sctp-port': session.readNumber('sctp.port'),
  'max-message-size': session.readNumber('size.limit', 'size.unlimited'),
  ptime: session.readNumber('milliseconds'),
  maxptime: session.readNumber('milliseconds'),
  framerate: session.readNumber('number'),
  quality: session.readNumber('number'),
  'ice-pacing': session.readNumber('milliseconds'),
  'packet-rate': session.readNumber('number'),
}

/** Nobody reads more tokens than this one by one; the longest line of a browser has a tenth. The rest stays text. */
const MOST_TOKENS = 500

/** The meaningful parts of a line, in order and without overlap. Empty for a line of unknown kind. */
export function lexLine(line: SdpLine, facts: SdpFacts): SdpToken[] {
  const kind = lineKind(line)
  if (kind === null) return []
  const read = READERS[kind] ?? transport.readValue
  const tokens = read({
    line: line.text,
    value: valueOf(line),
    section: factsAt(facts, line),
    facts,
  })
  return tokens.slice(0, MOST_TOKENS)
}

/** The text after `v=`, or after `a=name:`. */
export function valueOf({ key, text }: Pick<SdpLine, 'key' | 'text'>): Span {
  const start = key === 'a' ? /^a=[^:]*:?/.exec(text)?.[0].length : 2
  return { start: start ?? text.length, text: text.slice(start ?? text.length) }
}

/** A part of a line: a token, or the text between tokens. */
export type Piece = { readonly text: string; readonly token: SdpToken | null; readonly at: number }

/** Cuts a line into its tokens and the text between them; joined, the pieces are the line again. */
export function cutAtTokens(text: string, tokens: readonly SdpToken[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const [at, token] of tokens.entries()) {
    if (token.start > from) pieces.push({ text: text.slice(from, token.start), token: null, at: -1 })
    pieces.push({ text: token.text, token, at })
    from = token.start + token.text.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), token: null, at: -1 })
  return pieces
}
