import type { Change } from './describeChanges'
import type { CodecOutline, SectionOutline } from './outline'
import { compareParameters } from './parameters'
import { pairCodecs } from './pairCodecs'
import type { CodecPair } from './pairCodecs'

/** Up to this many are listed one by one; a description may have 128. */
const MOST_NUMBERS = 6
const MOST_SENTENCES = 6

/** The changes in the codecs of a section: which ones and in which order, then their parameters. */
export function codecChanges(
  old: SectionOutline,
  now: SectionOutline,
): { codecs: Change[]; parameters: Change[] } {
  const { pairs, lost, gained } = pairCodecs(old.codecs, now.codecs)
  const label = createLabels([...old.codecs, ...now.codecs])
  const mid = now.mid
  const kept = new Set(pairs.map((pair) => pair.now.key))
  const codecs = [
    ...listChange('codecs.fewer', lost.filter(({ key }) => !kept.has(key)).map(label), mid),
    ...listChange('codecs.more', gained.filter(({ key }) => !kept.has(key)).map(label), mid),
    ...formChanges(old, now, kept, label),
    ...firstChange(old, now, label),
  ]
  const isReordered = codecs.length === 0 && !isInOrder(pairs, old, now)
  return {
    codecs: [
      ...codecs,
      ...(isReordered ? [{ id: 'codecs.order', values: { mid } } as const] : []),
      ...numberChange(pairs, mid, label),
    ],
    parameters: parameterChanges(pairs, mid, label),
  }
}

type Label = (codec: CodecOutline) => string

/** The name of a codec, with its rate if two of the same name differ in it. */
function createLabels(codecs: readonly CodecOutline[]): Label {
  const keys = new Map<string, Set<string>>()
  for (const { name, key } of codecs) {
    const lower = name.toLowerCase()
    keys.set(lower, (keys.get(lower) ?? new Set()).add(key))
  }
  return ({ name, rate }) =>
    (keys.get(name.toLowerCase())?.size ?? 0) > 1 && rate !== '' ? `${name}/${rate}` : name
}

function listChange(id: 'codecs.fewer' | 'codecs.more', labels: readonly string[], mid: string): Change[] {
  return labels.length === 0 ? [] : [{ id, values: { mid, n: labels.length, codecs: counted(labels) } }]
}

/** `VP8, H264 ×6` */
export function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, n]) => (n > 1 ? `${name} ×${String(n)}` : name)).join(', ')
}

/** A codec with more or fewer payload types than before, such as H264 with its profiles. */
function formChanges(
  old: SectionOutline,
  now: SectionOutline,
  kept: ReadonlySet<string>,
  label: Label,
): Change[] {
  return [...kept].flatMap((key): Change[] => {
    const from = old.codecs.filter((codec) => codec.key === key).length
    const after = now.codecs.filter((codec) => codec.key === key)
    const [codec] = after
    if (codec === undefined || from === after.length) return []
    const id = after.length < from ? 'forms.fewer' : 'forms.more'
    return [{ id, values: { mid: now.mid, codec: label(codec), from, to: after.length } }]
  })
}

function firstChange(old: SectionOutline, now: SectionOutline, label: Label): Change[] {
  const [from, to] = [old.codecs[0], now.codecs[0]]
  if (from === undefined || to === undefined || from.key === to.key) return []
  return [{ id: 'codecs.first', values: { mid: now.mid, from: label(from), to: label(to) } }]
}

function isInOrder(pairs: readonly CodecPair[], old: SectionOutline, now: SectionOutline): boolean {
  const places = new Map(pairs.map((pair) => [pair.now, old.codecs.indexOf(pair.old)]))
  const order = now.codecs.flatMap((codec) => places.get(codec) ?? [])
  return order.every((place, at) => at === 0 || place > (order[at - 1] ?? -1))
}

function numberChange(pairs: readonly CodecPair[], mid: string, label: Label): Change[] {
  const moved = pairs.filter(({ old, now }) => old.payload !== now.payload)
  if (moved.length === 0) return []
  const listed = moved
    .slice(0, MOST_NUMBERS)
    .map(({ old, now }) => `${label(now)} ${old.payload} → ${now.payload}`)
  return [
    {
      id: 'codecs.numbers',
      values: { mid, numbers: [...listed, ...(moved.length > listed.length ? ['…'] : [])].join(', ') },
    },
  ]
}

function parameterChanges(pairs: readonly CodecPair[], mid: string, label: Label): Change[] {
  const found = new Map<string, { id: Change['id']; params: string; codecs: CodecOutline[] }>()
  for (const { old, now } of pairs) {
    const { more, fewer, changed } = compareParameters(old.parameters, now.parameters)
    const kinds = [['params.more', more], ['params.fewer', fewer], ['params.changed', changed]] as const // prettier-ignore
    for (const [id, list] of kinds) {
      if (list.length === 0) continue
      const params = list.join('; ')
      const key = [id, now.key, params].join('\n')
      const codecs = [...(found.get(key)?.codecs ?? []), now]
      found.set(key, { id, params, codecs })
    }
  }
  const all = [...found.values()]
  const names = (codecs: readonly CodecOutline[]) => {
    const [codec] = codecs
    if (codec === undefined) return ''
    const isOne = pairs.filter(({ now }) => now.key === codec.key).length === 1
    return isOne ? label(codec) : `${label(codec)} (${codecs.map(({ payload }) => payload).join(', ')})`
  }
  const listed = all.slice(0, MOST_SENTENCES)
  const rest = new Set(all.slice(MOST_SENTENCES).flatMap(({ codecs }) => codecs))
  return [
    ...listed.map(({ id, params, codecs }) => ({ id, values: { mid, codec: names(codecs), params } })),
    ...(rest.size > 0 ? [{ id: 'params.rest', values: { mid, n: rest.size } } as const] : []),
  ]
}
