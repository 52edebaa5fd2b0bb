import { isRecord } from '../inspectorMessages'

/** One value in a tree, and how it changed since the previous snapshot. */
export interface ValueNode {
  key: string
  change: 'same' | 'changed' | 'added' | 'removed'
  /** A plain value as JSON; null for a value with children. */
  text: string | null
  /** The previous value, if it changed. */
  was: string | null
  /** The kind and size of a value with children, in short. */
  summary: string
  children: ValueNode[]
}

/** Compares two JSON values and returns both as one tree. */
export function valueTree(key: string, before: unknown, after: unknown): ValueNode {
  const change = changeOf(before, after)
  const shown = after === undefined ? before : after
  if (!isRecord(shown) && !Array.isArray(shown)) {
    const was = change === 'changed' ? toText(before) : null
    return { key, change, text: toText(shown), was, summary: '', children: [] }
  }
  const old = toEntries(before)
  const now = toEntries(shown)
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])]
  const children = keys.map((name) =>
    after === undefined
      ? valueTree(name, ownOf(now, name), undefined)
      : valueTree(name, ownOf(old, name), ownOf(now, name)),
  )
  const size = Object.keys(now).length
  const summary = Array.isArray(shown) ? `[${String(size)}]` : `{${String(size)}}`
  return { key, change, text: null, was: null, summary, children }
}

function changeOf(before: unknown, after: unknown): ValueNode['change'] {
  if (before === after) return 'same'
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'changed'
}

function toEntries(value: unknown): Record<string, unknown> {
  if (Array.isArray(value))
    return Object.fromEntries(value.map((item, index) => [String(index), item as unknown]))
  return isRecord(value) ? value : {}
}

/** A key may be called `constructor`, a property that every object inherits. */
function ownOf(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

const LONGEST = 400

function toText(value: unknown): string {
  const text = value === undefined ? '–' : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
