import type { ChartEdge, ChartGraph, ChartState } from './chartGraph'

/* Sizes in px, shared by the layout and the drawing. Text width is the number of characters: a build has no fonts, and
   no common monospaced font is wider than 0.61 em. */

export const TITLE = { size: 12, height: 24 }
/** Distance from the top of a box to the middle of its name. */
export const TITLE_MIDDLE = TITLE.height / 2 + 2
export const LINE = { size: 10.5, height: 16 }
export const LABEL = { size: 10.5, height: 18, padding: 6 }
export const PADDING = 10
/** Radius of the dot before the initial state of a compound state. */
export const INITIAL = 5
/** The most width of the rows of a state's internal transitions. */
const ROW = 460

/** The most characters of one name in a drawing; some apps have the whole source of a guard as its name. */
const LONGEST = 40
/** Chinese, Japanese, Korean and other characters of double width. */
const SQUARE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Width of a monospaced text. */
export function textWidth(text: string, size: number): number {
  const squares = text.match(SQUARE)?.length ?? 0
  return Math.ceil((text.length - squares) * size * 0.61 + squares * size)
}

/** A name as a drawing shows it: in one line, cut if it is long. The tooltip shows the whole name. */
export function shorten(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, ' ').trim())
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('')
}

/** A state's name as drawn; a history state has its sign of the statechart notation before it, H or H*. */
export function titleText({ key, history }: Pick<ChartState, 'key' | 'history'>): string {
  return history === null ? shorten(key) : `${historySign(history)} ${shorten(key)}`
}

/** The sign of a history state. */
export function historySign(history: 'shallow' | 'deep'): string {
  return history === 'deep' ? 'H*' : 'H'
}

/** One row of small text in a box: what the state invokes, does, or takes without leaving. */
export interface BoxRow {
  kind: 'invoke' | 'action' | 'internal'
  /** The position of each piece, from the box's left edge. */
  pieces: { x: number; width: number; text: string; whole: string; edge: string | null }[]
}

/** The rows below a state's name. */
export function boxRows(graph: ChartGraph, state: ChartState): BoxRow[] {
  const internals = graph.edges.filter(({ source, target }) => source === state.id && target === null)
  return [
    ...state.invokes.map((name) => textRow('invoke', 'invoke', name)),
    ...state.entry.map((name) => textRow('action', 'entry /', name)),
    ...state.exit.map((name) => textRow('action', 'exit /', name)),
    ...internalRows(internals),
  ]
}

function textRow(kind: BoxRow['kind'], what: string, name: string): BoxRow {
  const text = `${what} ${shorten(name)}`
  const whole = `${what} ${name}`
  return { kind, pieces: [{ x: PADDING, width: textWidth(text, LINE.size), text, whole, edge: null }] }
}

/** Internal transitions in rows, wrapped like words in a paragraph. */
function internalRows(edges: readonly ChartEdge[]): BoxRow[] {
  const rows: BoxRow[] = []
  let x = PADDING
  for (const edge of edges) {
    const text = shortLabel(edge)
    const width = textWidth(text, LINE.size) + 2 * LABEL.padding
    if (rows.length === 0 || x + width > ROW) {
      rows.push({ kind: 'internal', pieces: [] })
      x = PADDING
    }
    rows.at(-1)?.pieces.push({ x, width, text, whole: labelText(edge), edge: edge.id })
    x += width + 4
  }
  return rows
}

/** The text of a transition: its event and its guard. */
export function labelText({ label, guard }: Pick<ChartEdge, 'label' | 'guard'>): string {
  return guard === null ? label : `${label} [${guard}]`
}

/** The text of a transition, shortened for a drawing. */
export function shortLabel({ label, guard }: Pick<ChartEdge, 'label' | 'guard'>): string {
  return labelText({ label: shorten(label), guard: guard === null ? null : shorten(guard) })
}

/** Height of one row of a box. */
export function rowHeight({ kind }: BoxRow): number {
  return kind === 'internal' ? LABEL.height + 4 : LINE.height
}

/** The size of a state's own content: its name and the rows below. */
export function contentSize(graph: ChartGraph, state: ChartState): { width: number; height: number } {
  const rows = boxRows(graph, state)
  const widths = rows.flatMap(({ pieces }) => pieces.map(({ x, width }) => x + width + PADDING))
  return {
    width: Math.max(64, textWidth(titleText(state), TITLE.size) + 2 * PADDING + 4, ...widths),
    height: TITLE.height + 4 + rows.reduce((sum, row) => sum + rowHeight(row), 0),
  }
}
