import type { ChartSnapshot } from '../../inspector/chart/chartSnapshot'
import type { StateTree } from '../../inspector/chart/chartTree'

/** One outer state of a machine, and its place in rows that run to and fro. */
export interface StepCell {
  readonly branch: StateTree
  readonly status: 'active' | 'done' | 'todo'
  /** From 1, as CSS grids count. */
  readonly row: number
  readonly column: number
  /** Where the next state is; null if no transition leads there. */
  readonly way: 'right' | 'left' | 'down' | null
}

/** Places the outer states of a machine in their order: the first row to the right, the second to the left, and so on. */
export function cellsOf(
  { children }: StateTree,
  { active }: Pick<ChartSnapshot, 'active'>,
  done: readonly string[],
  columns: number,
): StepCell[] {
  return children.map((branch, at) => {
    const row = Math.floor(at / columns)
    const place = at % columns
    const isForward = row % 2 === 0
    const { id, key } = branch.state
    const way = place === columns - 1 ? 'down' : isForward ? 'right' : 'left'
    return {
      branch,
      status: active.has(id) ? 'active' : done.includes(key) ? 'done' : 'todo',
      row: row + 1,
      column: (isForward ? place : columns - 1 - place) + 1,
      way: leadsTo(branch, children[at + 1]?.state.id) ? way : null,
    }
  })
}

/** Whether a state, or one inside it, has a transition to another state. */
function leadsTo({ edges, children }: StateTree, target: string | undefined): boolean {
  if (target === undefined) return false
  return edges.some(({ edge }) => edge.target === target) || children.some((child) => leadsTo(child, target))
}
