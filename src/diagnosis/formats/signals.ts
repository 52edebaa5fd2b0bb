import type { Candidate } from '../../../machines/contracts'
import type { DumpDescription } from '../dump'
import { field, isObject, textField } from './foreign'
import { openLayer, typeOfSdp, unwrap, withLineEnds } from '../../../broadcast-signaling/room/pastedText'
import { candidateOf } from './values'

/** Something that crosses a signaling channel. */
export type Signal =
  | { readonly description: DumpDescription }
  | { readonly candidate: Candidate | null }
  | { readonly bye: string }

const DEEPEST = 12
const MOST_VALUES = 20_000
const BYE = /^(?:bye|leave|hang-?up|hangup|disconnect|close|end-?call)$/i

/**
 * The descriptions and candidates anywhere in a value, in its order: `{ type, sdp }`, `{ candidate, sdpMid }`, JSON in
 * texts, with the prefixes of socket.io (`42["message",…]`) and others. Never throws; looks at a bounded number of values.
 */
export function signalsIn(value: unknown): Signal[] {
  const found: Signal[] = []
  let left = MOST_VALUES
  walk(value, DEEPEST, null)
  return found

  function walk(inner: unknown, depth: number, hint: DumpDescription['type'] | null): void {
    left -= 1
    if (left < 0 || depth < 0) return
    if (typeof inner === 'string') walkText(inner, depth, hint)
    else if (Array.isArray(inner)) for (const one of inner as unknown[]) walk(one, depth - 1, hint)
    else if (isObject(inner)) walkObject(inner, depth, hint)
  }

  function walkText(text: string, depth: number, hint: DumpDescription['type'] | null): void {
    if (text.length < 6 || !/sdp|candidate|v=0|bye|leave|hang|disconnect/i.test(text)) return
    const inner = text.replace(/^\d{1,4}(?:-|\/[^,]*,)?\d*(?=[[{"])/, '')
    const layer = openLayer(unwrap(inner))
    if (layer === null) return
    walk('json' in layer ? layer.json : layer.text, depth - 1, hint)
  }

  function walkObject(inner: object, depth: number, hint: DumpDescription['type'] | null): void {
    const type = typeIn(inner) ?? hint
    const sdp = field(inner, 'sdp')
    if (typeof sdp === 'string' && /^\s*v=0/.test(sdp)) {
      found.push({ description: describe(sdp, type) })
      return
    }
    const candidate = field(inner, 'candidate')
    if (typeof candidate === 'string' && (candidate === '' || /^(?:a=)?candidate:/.test(candidate))) {
      const read = candidateOf(inner)
      found.push({ candidate: candidate === '' ? null : read })
      return
    }
    const said = textField(inner, 'type', 'kind', 'event', 'action', 'cmd')
    if (said !== null && BYE.test(said)) found.push({ bye: said })
    for (const one of Object.values(inner) as unknown[]) walk(one, depth - 1, type)
  }
}

/** `type` of the object, or a word around it: PeerJS says `OFFER`, others `sdp-answer`. */
function typeIn(value: object): DumpDescription['type'] | null {
  const said = textField(value, 'type', 'kind', 'event', 'action', 'cmd')
  const [type] = /pranswer|offer|answer/i.exec(said ?? '') ?? []
  return type === undefined ? null : (type.toLowerCase() as 'offer')
}

/** A description by the type that is said, else by its DTLS roles. */
export function describe(sdp: string, type: DumpDescription['type'] | null): DumpDescription {
  const text = withLineEnds(sdp)
  const known = type ?? typeOfSdp(text)
  return { ...(known !== null && { type: known }), sdp: text }
}
