import { createMachine } from 'xstate'
import type { AnyStateMachine } from 'xstate'
import { graphMachine } from '../chart/chartGraph'
import type { ChartGraph } from '../chart/chartGraph'
import { prepareTaken } from '../chart/takenForSure'
import { isRecord } from '../inspectorMessages'

/** A machine as its definition tells it. */
export interface KnownMachine {
  graph: ChartGraph
  taken: ReturnType<typeof prepareTaken>
}

/** Why there is nothing to draw, or not all. */
export type Missing = 'none' | 'forgotten' | 'noMachine' | 'cut' | 'large' | 'broken'

export interface ReadDefinition {
  /** null when there is nothing to draw. */
  machine: KnownMachine | null
  missing: Missing
}

/** Characters: a chart of more than this would take minutes to lay out, and nobody could read it. */
const MAX_DEFINITION = 500_000
/** Only a machine has one of these; of other logic the library sends a name at most. */
const MACHINE_KEYS = ['states', 'on', 'context', 'entry', 'exit', 'invoke', 'always', 'after', 'initial']
/** What the library puts in place of what is deeper than `serializationDepthLimit`. */
const CUT = ['[Object]', '[Array]']

/** Reads the definition that an app sent of an actor; null stands for one that never came. */
export function readDefinition(definition: string | null): ReadDefinition {
  if (definition === null) return { machine: null, missing: 'forgotten' }
  if (definition.length > MAX_DEFINITION) return { machine: null, missing: 'large' }
  const cut: unknown[] = []
  const isCut = () => cut.length > 0
  try {
    const config: unknown = JSON.parse(definition, (_key, part: unknown) => {
      const isGone = typeof part === 'string' && CUT.includes(part)
      if (isGone) cut.push(part)
      return isGone ? undefined : part
    })
    if (!isMachine(config)) return { machine: null, missing: isCut() ? 'cut' : 'noMachine' }
    const machine: AnyStateMachine = createMachine(config)
    const known = { graph: graphMachine(machine.root), taken: prepareTaken(machine) }
    return { machine: known, missing: isCut() ? 'cut' : 'none' }
  } catch {
    // A definition that lost something on its way: the snapshots are still shown, only the drawing is not.
    return { machine: null, missing: isCut() ? 'cut' : 'broken' }
  }
}

/** Whether a definition is that of a machine, which may have no states but itself. */
export function isMachine(config: unknown): config is Parameters<typeof createMachine>[0] {
  return isRecord(config) && MACHINE_KEYS.some((key) => Object.hasOwn(config, key))
}

/** Whether a value that an app sent lost something to the library's limits. */
export function isCutShort(value: unknown): boolean {
  // undefined and functions have no JSON, whatever its type says.
  const json = JSON.stringify(value) as string | undefined
  return /"\[(Object|Array|\.\.\.)\]"|"\.{3} \d+ items? not stringified"/.test(json ?? '')
}
