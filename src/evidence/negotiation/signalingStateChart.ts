import type { SignalingState } from '../../../machines/contracts'
import type { Arrow, SetOperation } from '../../jsep/negotiationOperations'

/** The chart's size, in its own px. */
export const SIZE = { width: 620, height: 322 }

export interface Box {
  /** Middle of the box. */
  x: number
  y: number
  width: number
}

export const BOX_HEIGHT = 32

/** The box of each state: own offers on the left, the other end's on the right, as in W3C's figure. */
export const PLACES: Record<SignalingState, Box> = {
  stable: { x: 310, y: 42, width: 92 },
  'have-local-offer': { x: 150, y: 150, width: 126 },
  'have-remote-offer': { x: 470, y: 150, width: 134 },
  'have-remote-pranswer': { x: 150, y: 252, width: 152 },
  'have-local-pranswer': { x: 470, y: 252, width: 152 },
  closed: { x: 310, y: 300, width: 72 },
}

export interface Path {
  d: string
  /** Position of the label, its lines, and their alignment. */
  label: { x: number; y: number; anchor: 'start' | 'middle' | 'end'; lines: readonly string[] }
}

type Key = `${SignalingState} ${SignalingState}`

interface Route {
  d: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  /** Whether the label has two lines: method, then type. */
  isNarrow?: boolean
}

/** The route of each arrow. tests/unit/evidence/negotiation requires these to equal the arrows of the table. */
const ROUTES: Partial<Record<Key, Route>> = {
  'stable have-local-offer': { d: 'M264 34H126q-6 0 -6 6V134', x: 190, y: 34, anchor: 'middle' },
  'have-local-offer stable': { d: 'M170 134V57q0 -6 6 -6H264', x: 177, y: 84, anchor: 'start' },
  'have-local-offer have-local-offer': {
    d: 'M87 142H76q-6 0 -6 6V152q0 6 6 6H87',
    x: 64,
    y: 147,
    anchor: 'end',
    isNarrow: true,
  },
  'have-local-offer have-remote-offer': { d: 'M213 150H403', x: 310, y: 150, anchor: 'middle' },
  'have-local-offer have-remote-pranswer': { d: 'M150 166V236', x: 143, y: 204, anchor: 'end' },
  'have-remote-pranswer stable': {
    d: 'M226 252H286q6 0 6 -6V58',
    x: 286,
    y: 200,
    anchor: 'end',
    isNarrow: true,
  },
  'have-remote-pranswer have-remote-pranswer': {
    d: 'M134 268V276q0 6 6 6H160q6 0 6 -6V268',
    x: 150,
    y: 294,
    anchor: 'middle',
  },
  'stable have-remote-offer': { d: 'M356 34H494q6 0 6 6V134', x: 430, y: 34, anchor: 'middle' },
  'have-remote-offer stable': { d: 'M450 134V57q0 -6 -6 -6H356', x: 443, y: 84, anchor: 'end' },
  'have-remote-offer have-remote-offer': {
    d: 'M537 142H548q6 0 6 6V152q0 6 -6 6H537',
    x: 560,
    y: 147,
    anchor: 'start',
    isNarrow: true,
  },
  'have-remote-offer have-local-pranswer': { d: 'M470 166V236', x: 477, y: 204, anchor: 'start' },
  'have-local-pranswer stable': {
    d: 'M394 252H334q-6 0 -6 -6V58',
    x: 334,
    y: 200,
    anchor: 'start',
    isNarrow: true,
  },
  'have-local-pranswer have-local-pranswer': {
    d: 'M454 268V276q0 6 6 6H480q6 0 6 -6V268',
    x: 470,
    y: 294,
    anchor: 'middle',
  },
}

/** The path of an arrow on the chart; null if it is not drawn. */
export function pathOf({ from, to, operations }: Arrow): Path | null {
  const route = ROUTES[`${from} ${to}`]
  if (route === undefined) return null
  const { d, x, y, anchor, isNarrow = false } = route
  return { d, label: { x, y, anchor, lines: labelOf(operations, isNarrow) } }
}

/** Every drawn arrow, by its two states. */
export const DRAWN = Object.keys(ROUTES)

function labelOf(operations: readonly SetOperation[], isNarrow: boolean): string[] {
  const named = operations.filter(({ description }) => description.type !== 'rollback')
  const lines = named.flatMap(({ call, description: { type } }) => {
    const method = call === 'setLocalDescription' ? 'setLocal' : 'setRemote'
    return isNarrow ? [method, `(${type})`] : [`${method}(${type})`]
  })
  // The rollbacks of both sides share one arrow.
  return named.length === operations.length ? lines : [...lines, 'rollback']
}

/** Where a path of straight lines and rounded corners ends, and its direction there (degrees), for the arrowhead. */
export function endOf(d: string): { x: number; y: number; turn: number } {
  let [x, y, turn] = [0, 0, 0]
  for (const [, command = '', rest = ''] of d.matchAll(/([MHVq])([^MHVq]*)/g)) {
    const [a = 0, b = 0, c = 0, e = 0] = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    if (command === 'M') [x, y] = [a, b]
    else if (command === 'q') [x, y] = [x + c, y + e]
    else if (command === 'H') [x, turn] = [a, a > x ? 0 : 180]
    else [y, turn] = [a, a > y ? 90 : -90]
  }
  return { x, y, turn }
}
