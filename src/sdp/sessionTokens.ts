import { split } from './spans'
import type { Meaning, TokenReader } from './token'
import { inTurn, token } from './token'

/** `-`, or a session name, which browsers never write. */
export const readName: TokenReader = ({ value }) => [token(value, value.text === '-' ? 'name.none' : 'text')]

/** `0 0` (RFC 8866 §5.9). */
export const readTime: TokenReader = ({ value }) => inTurn(split(value, ' '), 'time.start', 'time.stop')

const CEILINGS = new Map<string, Meaning>([
  ['AS', 'bandwidth.as'],
  ['CT', 'bandwidth.ct'],
  ['TIAS', 'bandwidth.tias'],
  ['RS', 'bandwidth.rs'],
  ['RR', 'bandwidth.rr'],
])

/** `AS:512` (RFC 8866 §5.8, RFC 3556, RFC 3890). */
export const readBandwidth: TokenReader = ({ value }) => {
  const [type, ...rest] = split(value, ':')
  return [
    ...(type === undefined ? [] : [token(type, CEILINGS.get(type.text) ?? 'bandwidth.other')]),
    ...rest.map((word) => token(word, /^\d+$/.test(word.text) ? 'number' : 'malformed')),
  ]
}

/** The registry of group semantics (RFC 5888 §9 and later RFCs). */
const GROUPS = new Map<string, Meaning>([
  ['BUNDLE', 'group.bundle'],
  ['LS', 'group.ls'],
  ['FID', 'group.fid'],
  ['SRF', 'group.srf'],
  ['ANAT', 'group.anat'],
  ['FEC', 'group.fec'],
  ['FEC-FR', 'group.fec'],
  ['DDP', 'group.ddp'],
  ['DUP', 'group.dup'],
])

/** `BUNDLE 0 1` (RFC 9143 §7.2: the first mid is the tagged one). */
export const readGroup: TokenReader = ({ value, facts }) => {
  const [semantics, ...mids] = split(value, ' ')
  if (semantics === undefined) return []
  const isBundle = semantics.text === 'BUNDLE'
  return [
    token(semantics, GROUPS.get(semantics.text) ?? 'group.other'),
    ...mids.map((mid, at) => {
      const media = facts.mids.get(mid.text)
      if (media === undefined) return token(mid, 'group.missing', { mid: mid.text })
      return token(mid, at === 0 && isBundle ? 'group.tag' : 'group.mid', { mid: mid.text, media })
    }),
  ]
}

/** ` WMS *`: Chromium leaves a space before the word. */
export const readSemantic: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) =>
    token(
      word,
      at > 0 ? (word.text === '*' ? 'wms.all' : 'wms.stream') : word.text === 'WMS' ? 'wms' : 'wms.other',
    ),
  )

/** Text for people, or a single number. */
export const readText: TokenReader = ({ value }) => (value.text === '' ? [] : [token(value, 'text')])

/** `0`, the only version (RFC 8866 §5.1). */
export const readVersion: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) =>
    token(word, at === 0 && word.text === '0' ? 'version' : 'version.other'),
  )

/** One number, such as the port of SCTP. */
export function readNumber(meaning: Meaning, zero: Meaning = meaning): TokenReader {
  return ({ value }) =>
    split(value, ' ').map((word, at) => {
      if (at > 0 || !/^\d+(?:\.\d+)?$/.test(word.text)) return token(word, 'malformed')
      return token(word, word.text === '0' ? zero : meaning, { n: word.text })
    })
}
