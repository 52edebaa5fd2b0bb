import type { Candidate } from '../../../machines/contracts'
import { openLayer, unwrap } from '../../../broadcast-signaling/room/pastedText'
import type { DumpCoverage, DumpFormat, Reading } from '../dump'
import { createDumpBuilder } from './builder'
import type { DumpBuilder } from './builder'
import type { Pace } from './pace'
import { pairRowsIn, reportsOfPairs } from './pairTable'
import type { PairRow } from './pairTable'
import { sdpBlocks } from './sdpBlocks'
import { describe, signalsIn } from './signals'
import type { Signal } from './signals'

type PastedFormat = Extract<DumpFormat, 'sdp' | 'candidates' | 'signals' | 'error-text'>

const DEEPEST = 4
/** Characters: a log of some 50,000 lines. */
const MOST_TEXT = 4_000_000
const MOST_OBJECTS = 500
const LONGEST_OBJECT = 256 * 1024
/** Characters that are looked at for their ends. */
const MOST_SCANNED = 4_000_000
const CANDIDATE = /(?:a=)?candidate:\S{1,64} \d+ (?:udp|tcp|UDP|TCP) \d+ \S+ \d+ typ \w+[^"'\\\r\n}(]*/g

/**
 * Reads descriptions and candidates in a text of any kind: JSON, base64, a mail, a log, the signals of simple-peer and
 * PeerJS, bare candidates. If it holds none of these, the text is kept as that of an error.
 */
export function readPasted(format: PastedFormat): (text: string, pace: Pace) => Promise<Reading> {
  return async (text, pace) => {
    await pace(0)
    const builder = createDumpBuilder(format)
    if (text.length > MOST_TEXT) builder.skip(`only the first ${MOST_TEXT} characters were read`)
    const signals = signalsOf(text.slice(0, MOST_TEXT))
    const rows = pairRowsIn(text.slice(0, MOST_TEXT))
    if (signals.length > 0) addSignals(builder, signals)
    else if (text.trim() !== '' && format === 'error-text')
      builder.push(
        { name: 'error-text', value: { text: text.trim().slice(0, 4_000) } },
        { at: null, conn: null, source: 'text' },
      )
    else return { problem: text.trim() === '' ? 'empty' : 'unknown', format, detail: '' }
    const conn = endOfRows(builder, rows)
    if (conn !== null) builder.addReports(reportsOfPairs(conn, rows))
    const covers: DumpCoverage[] = signals.length > 0 ? ['descriptions', 'candidates'] : []
    builder.say({ covers: conn === null ? covers : [...covers, 'stats'] })
    return builder.finish()
  }
}

/** The end whose pairs a copied table has: the one whose descriptions and candidates name the local addresses. */
function endOfRows(builder: DumpBuilder, rows: readonly PairRow[]): string | null {
  const own = (id: string) =>
    JSON.stringify(
      builder.lines.filter(
        ({ conn, name }) => conn === id && (name === 'setLocalDescription' || name === 'onicecandidate'),
      ),
    )
  const names = (text: string) => rows.some(({ local }) => text.includes(` ${local.address} ${local.port} `))
  return [...builder.connections.keys()].find((id) => names(own(id))) ?? null
}

/** What a text holds, in its order. */
export function signalsOf(text: string, depth = DEEPEST): Signal[] {
  const inner = unwrap(text)
  const layer = depth === 0 || /^v=0/.test(inner) ? null : openLayer(inner)
  if (layer !== null) return 'text' in layer ? signalsOf(layer.text, depth - 1) : signalsIn(layer.json)
  const packed = packedLines(inner, depth)
  if (packed.length > 0) return packed
  const { signals, rest } = objectsIn(inner)
  const { blocks, rest: lines } = sdpBlocks(rest)
  return [
    ...signals,
    ...blocks.map((block) => ({ description: describe(block.sdp, typeBefore(block.before)) })),
    ...candidatesIn(lines.join('\n')),
  ]
}

/** Near a description, its name is said. */
const NEAR = 200

/**
 * The last of the two words before a description: a heading, or the name of what was logged. In SIP, an INVITE or UPDATE
 * offers, and a response or an ACK answers (RFC 3261 §13.2.1).
 */
function typeBefore(before: string): 'offer' | 'answer' | null {
  const sip = [...before.matchAll(/\b(?:(INVITE|UPDATE|ACK|PRACK) sips?:|SIP\/2\.0 [12]\d\d)/g)].at(-1)
  if (sip) return sip[1] === 'INVITE' || sip[1] === 'UPDATE' ? 'offer' : 'answer'
  const words = before.slice(-NEAR).match(/offer(?!er)|answer(?!er)/gi)
  return words === null ? null : (words.at(-1)?.toLowerCase() as 'offer' | 'answer')
}

const MOST_LINES = 200

/** What is packed in single lines: base64, or JSON in JSON. */
function packedLines(text: string, depth: number): Signal[] {
  const lines = text.split(/\s*\n\s*/).slice(0, MOST_LINES)
  if (depth === 0 || lines.length < 2) return []
  return lines.flatMap((line) =>
    /^(?:[\w+/=-]{40,}|"\\?"?.*")$/.test(line) ? signalsOf(line, depth - 1) : [],
  )
}

function candidatesIn(text: string): Signal[] {
  return (text.match(CANDIDATE) ?? []).slice(0, 1_000).map((line): Signal => {
    const candidate = line.trim().replace(/^a=/, '')
    const ufrag = / ufrag (\S+)/.exec(candidate)?.[1] ?? null
    return { candidate: { candidate, sdpMid: null, sdpMLineIndex: null, usernameFragment: ufrag } }
  })
}

/** JSON objects within other text, as a log has them, and the text without them. */
function objectsIn(text: string): { signals: Signal[]; rest: string } {
  const signals: Signal[] = []
  let rest = ''
  let from = 0
  let left = MOST_OBJECTS
  let scanned = 0
  for (const { index } of text.matchAll(/\{\s*\\?"/g)) {
    if (index < from || left === 0 || scanned > MOST_SCANNED) continue
    left -= 1
    const end = endOfObject(text, index)
    scanned += (end < 0 ? Math.min(text.length, index + LONGEST_OBJECT) : end) - index
    if (end < 0) continue
    const layer = openLayer(text.slice(index, end))
    const found = layer === null ? [] : signalsIn('json' in layer ? layer.json : layer.text)
    if (found.length === 0) continue
    signals.push(...found)
    rest += `${text.slice(from, index)}\n`
    from = end
  }
  return { signals, rest: rest + text.slice(from) }
}

/** The place behind the bracket that closes an object; -1: there is none within what a message may have. */
function endOfObject(text: string, at: number): number {
  let depth = 0
  const end = Math.min(text.length, at + LONGEST_OBJECT)
  for (let index = at; index < end; index += 1) {
    const sign = text[index]
    if (sign === '"') {
      // A bracket in a text counts for nothing.
      let close = text.indexOf('"', index + 1)
      while (close > 0 && text[close - 1] === '\\' && text[index - 1] !== '\\')
        close = text.indexOf('"', close + 1)
      if (close < 0) return -1
      index = close
    } else if (sign === '{') depth += 1
    else if (sign === '}' && (depth -= 1) === 0) return index + 1
  }
  return -1
}

interface End {
  readonly id: string
  readonly ufrags: Set<string>
}

/**
 * Two ends that exchanged these descriptions, as it must have been: each set its own as local, and the other's as
 * remote. The calls themselves are inferred, so the dump does not cover `calls`.
 */
function addSignals(builder: DumpBuilder, signals: readonly Signal[]): void {
  const ends = new Map<string, End>()
  const descriptions = signals.flatMap((one) => ('description' in one ? [one.description] : []))
  const origins = new Set(descriptions.map(({ sdp = '' }) => originOf(sdp)))
  const keys = descriptions.map(({ type, sdp = '' }) => (origins.size > 1 ? originOf(sdp) : (type ?? '')))
  for (const [index, { type, sdp = '' }] of descriptions.entries()) {
    const key = keys[index] ?? ''
    const end = ends.get(key) ?? addEnd(type)
    ends.set(key, end)
    for (const [, ufrag] of sdp.matchAll(/^a=ice-ufrag:(\S+)/gm))
      if (ufrag !== undefined) end.ufrags.add(ufrag)
  }
  if (ends.size === 0) ends.set('', addEnd(undefined))
  let latest = [...ends.values()][0]
  let at = 0
  for (const [place, signal] of signals.entries()) {
    const source = `part ${place + 1}`
    if ('description' in signal) {
      latest = ends.get(keys[at] ?? '')
      at += 1
      give('setLocalDescription', 'setRemoteDescription', signal.description, latest, source)
    } else if ('candidate' in signal && signal.candidate !== null) {
      give('onicecandidate', 'addIceCandidate', signal.candidate, ownerOf(signal.candidate) ?? latest, source)
    }
  }

  function addEnd(type: string | undefined): End {
    const isAnswer = type === 'answer' || type === 'pranswer'
    const name = isAnswer ? 'answer' : type === 'offer' ? 'offer' : 'pasted'
    const taken = [...ends.values()].filter(({ id }) => id.startsWith(name)).length
    const id = taken === 0 ? name : `${name}-${taken + 1}`
    builder.addConnection({ id, role: isAnswer ? 'callee' : type === 'offer' ? 'caller' : null })
    return { id, ufrags: new Set() }
  }

  function ownerOf({ usernameFragment }: Candidate): End | undefined {
    return [...ends.values()].find(({ ufrags }) => usernameFragment !== null && ufrags.has(usernameFragment))
  }

  function give(own: string, others: string, value: unknown, end: End | undefined, source: string): void {
    if (end === undefined) return
    builder.addEvent(own, value, { at: null, conn: end.id, source })
    const [one, two, ...more] = ends.values()
    const other = more.length > 0 ? undefined : one === end ? two : one
    if (other !== undefined) builder.addEvent(others, value, { at: null, conn: other.id, source })
  }
}

/** Who made a description: `o=` names its session (RFC 8866 §5.2). */
function originOf(sdp: string): string {
  return /^o=(\S+ \S+)/m.exec(sdp)?.[1] ?? ''
}
