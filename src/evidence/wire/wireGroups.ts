import type { WireRow } from './wireRows'

/** Control messages that followed each other; the list shows them as one line until it is opened. */
export interface ControlGroup {
  readonly key: string
  readonly controls: readonly WireRow[]
}

/** From this number on, control messages in a row become a group. */
const LEAST = 2

/** The rows of the list, with the control messages that follow each other in groups. Order stays, nothing is lost. */
export function groupControls(rows: readonly WireRow[]): (WireRow | ControlGroup)[] {
  const runs: WireRow[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run !== undefined && isControl(row) && isControl(run[0])) run.push(row)
    else runs.push([row])
  }
  return runs.flatMap((run): (WireRow | ControlGroup)[] =>
    run.length < LEAST ? run : [{ key: `controls ${String(run[0]?.key)}`, controls: run }],
  )
}

/** How many of each kind are in a group, as its line prints them: `3 hello`. */
export function countKinds({ controls }: ControlGroup): string {
  const counts = new Map<string, number>()
  for (const { kind } of controls) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${String(count)} ${kind}`).join(' · ')
}

function isControl(row: WireRow | undefined): boolean {
  return row?.outcome === 'control'
}
