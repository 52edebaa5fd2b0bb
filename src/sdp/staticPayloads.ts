/** A codec as RTP names it: the parts of `opus/48000/2`. */
export interface Encoding {
  name: string
  clock: string
  /** As written; missing means 1. */
  channels: string
}

/** Payload types with a fixed meaning, by kind of media (RFC 3551 §6, tables 4 and 5). */
const AUDIO: Readonly<Record<string, string>> = {
  0: 'PCMU/8000',
  3: 'GSM/8000',
  4: 'G723/8000',
  5: 'DVI4/8000',
  6: 'DVI4/16000',
  7: 'LPC/8000',
  8: 'PCMA/8000',
  9: 'G722/8000',
  10: 'L16/44100/2',
  11: 'L16/44100',
  12: 'QCELP/8000',
  13: 'CN/8000',
  14: 'MPA/90000',
  15: 'G728/8000',
  16: 'DVI4/11025',
  17: 'DVI4/22050',
  18: 'G729/8000',
  33: 'MP2T/90000',
}
const VIDEO: Readonly<Record<string, string>> = {
  25: 'CelB/90000',
  26: 'JPEG/90000',
  28: 'nv/90000',
  31: 'H261/90000',
  32: 'MPV/90000',
  33: 'MP2T/90000',
  34: 'H263/90000',
}
const ALL = { ...AUDIO, ...VIDEO }
/** Packets with these numbers and the marker bit look like RTCP. */
const RESERVED = ['72', '73', '74', '75', '76']

/** The codecs that a section of this media kind need not declare. */
export function staticEncodings(media: string | null): [payload: string, encoding: Encoding][] {
  const table = media === 'audio' ? AUDIO : media === 'video' ? VIDEO : {}
  return Object.entries(table).map(([payload, text]) => [payload, readEncoding(text)])
}

/** What RFC 3551 says about a payload type: a fixed codec, unassigned below 35, reserved, or dynamic. */
export function payloadRule(payload: string): Encoding | 'unassigned' | 'reserved' | 'dynamic' | 'invalid' {
  if (!/^\d{1,3}$/.test(payload) || Number(payload) > 127) return 'invalid'
  const key = String(Number(payload))
  const text = ALL[key]
  if (text !== undefined) return readEncoding(text)
  if (RESERVED.includes(key)) return 'reserved'
  return Number(key) < 35 ? 'unassigned' : 'dynamic'
}

/** Splits `opus/48000/2` into its parts. */
export function readEncoding(text: string): Encoding {
  const [name = '', clock = '', channels = '1'] = text.split('/')
  return { name, clock, channels }
}
