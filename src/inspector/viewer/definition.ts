import { createMachine } from 'xstate'
import type { AnyStateMachine } from 'xstate'
import { graphMachine } from '../chart/chartGraph'
import type { ChartGraph } from '../chart/chartGraph'
import { prepareTaken } from '../chart/takenForSure'
import { isRecord } from '../inspectorMessages'

/** A machine as its definition describes it. */
export interface KnownMachine {
  graph: ChartGraph
  taken: ReturnType<typeof prepareTaken>
}

/** Why nothing can be drawn, or not everything. */
export type Missing = 'none' | 'forgotten' | 'noMachine' | 'cut' | 'large' | 'broken'

export interface ReadDefinition {
  /** null if nothing can be drawn. */
  machine: KnownMachine | null
  missing: Missing
}

/** Characters: a larger chart would take minutes to lay out, and nobody could read it. */
const MAX_DEFINITION = 500_000
/** Only a machine has one of these; of other logic the library sends at most a name. */
const MACHINE_KEYS = ['states', 'on', 'context', 'entry', 'exit', 'invoke', 'always', 'after', 'initial']
/** What the library writes instead of values that are deeper than `serializationDepthLimit`. */
const CUT = ['[Object]', '[Array]']

/** Reads the definition of an actor that an app sent; null if none was sent. */
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
    // A definition that was cut: the snapshots are shown, the drawing is not.
    return { machine: null, missing: isCut() ? 'cut' : 'broken' }
  }
}

/** Whether a config is that of a machine, which may have no states inside. */
export function isMachine(config: unknown): config is Parameters<typeof createMachine>[0] {
  return isRecord(config) && MACHINE_KEYS.some((key) => Object.hasOwn(config, key))
}

/** Whether the library's limits cut a value that an app sent. */
export function isCutShort(value: unknown): boolean {
  // undefined and functions have no JSON, although the type of stringify() says so.
  const json = JSON.stringify(value) as string | undefined
  return /"\[(Object|Array|\.\.\.)\]"|"\.{3} \d+ items? not stringified"/.test(json ?? '')
}
