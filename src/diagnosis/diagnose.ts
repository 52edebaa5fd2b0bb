import { adviceOf } from './advice'
import { isHarmless, orderByCause, uncertainty } from './causes'
import { connectivityOf } from './connectivity'
import type { Dump, DumpCoverage } from './dump'
import { textVerdicts } from './errorTexts'
import type { Advice, LookAlike, View } from './finding'
import { historiesOf, orphanOf } from './history'
import type { History } from './history'
import { lookAlikesOf } from './lookAlikes'
import { otherOf, pairCalls, roleOf } from './pair'
import type { Call } from './pair'
import { reachOf } from './reach'
import type { Reach } from './reach'
import { RULES } from './rules/rules'
import { FAULTS } from './verdict'
import type { Fault, Verdict } from './verdict'

/** How a connection stands at the end of its dump. */
export type Outcome = 'connected' | 'closed' | 'failed' | 'under-way' | 'idle'

export interface ConnectionDiagnosis {
  readonly dump: number
  readonly id: string
  readonly role: 'caller' | 'callee' | null
  /** The id of its call. */
  readonly call: string
  readonly pairedWith: { readonly dump: number; readonly id: string } | null
  readonly outcome: Outcome
  /** The thirteen steps, as far as this end's file tells. */
  readonly reach: readonly Reach[]
}

/** What a dump could not hold, and why that matters. */
export type NotRecorded =
  | { readonly dump: number; readonly what: DumpCoverage }
  | { readonly dump: number; readonly what: 'other-end'; readonly connection: string }
  | { readonly dump: number; readonly what: 'blank-descriptions'; readonly connection: string }

export interface Diagnosis {
  readonly calls: readonly Call[]
  readonly connections: readonly ConnectionDiagnosis[]
  /** Call by call; within one, causes come before what follows from them. */
  readonly verdicts: readonly Verdict[]
  readonly lookAlikes: readonly LookAlike[]
  readonly notRecorded: readonly NotRecorded[]
  /** Something connected, nothing is proved or likely to be wrong but a spare server, and no file is cut off. */
  readonly healthy: boolean
  readonly advice: readonly Advice[]
}

const COVERAGE: readonly DumpCoverage[] = [
  'calls',
  'states',
  'descriptions',
  'candidates',
  'capture',
  'stats',
  'wire',
  'playback',
]

/** What the dumps say about the calls in them. Pure and deterministic; never throws for what a reader gave. */
export function diagnose(dumps: readonly Dump[]): Diagnosis {
  const byDump = dumps.map((dump, index) => historiesOf(dump, index))
  const histories = byDump.flat()
  const calls = pairCalls(histories)
  const views = viewsOf(dumps, byDump, calls)
  const orphans = dumps.flatMap((dump, index) =>
    dump.connections.length > 0 ? [] : [orphanView(dump, orphanOf(dump, index))],
  )
  const found = calls.flatMap((call) =>
    orderByCause(mergeEnds(endsOf(call).flatMap((history) => verdictsOf(views.get(history))))),
  )
  const verdicts = [
    ...leaksFirst(onePerDump(found)),
    ...orphans.flatMap((view) => orderByCause(verdictsOf(view))),
    ...textVerdicts(dumps),
  ]
  const all = [...views.values()]
  const isWrong = verdicts.some((verdict) => verdict.certainty !== 'open' && !wasSpare(verdict, all))
  return {
    calls,
    connections: all.map((view) => describe(view, calls)),
    verdicts,
    lookAlikes: [...all, ...orphans].flatMap(lookAlikesOf),
    notRecorded: [...notRecordedOf(dumps), ...all.flatMap(missingOf)],
    healthy:
      !isWrong && all.some(({ state }) => state.hasConnected) && !dumps.some(({ isCut }) => isCut === true),
    advice: isWrong ? [] : all.flatMap(adviceOf),
  }
}

/**
 * Whether a verdict is about a server that the call could do without: it is up at the end of its file, or was until the
 * app closed it. A call of the app's own that was refused stays a fault, since the next connection may not survive it.
 */
function wasSpare(verdict: Verdict, views: readonly View[]): boolean {
  const { fault, connection } = verdict
  return (
    fault === 'turn-refused' &&
    isHarmless(verdict) &&
    views.some(
      ({ history, state }) => history.dump === connection.dump && history.id === connection.id && state.isUp,
    )
  )
}

function endsOf({ caller, callee }: Call): History[] {
  return [caller, callee].filter((end) => end !== null)
}

function viewsOf(
  dumps: readonly Dump[],
  byDump: readonly (readonly History[])[],
  calls: readonly Call[],
): Map<History, View> {
  const states = new Map(byDump.flat().map((history) => [history, connectivityOf(history)]))
  const views = new Map<History, View>()
  for (const call of calls) {
    for (const history of endsOf(call)) {
      const dump = dumps[history.dump]
      const state = states.get(history)
      if (dump === undefined || state === undefined) continue
      const other = otherOf(call, history)
      const otherState = other ? states.get(other) : undefined
      views.set(history, {
        history,
        state,
        role:
          call.caller !== null && call.callee !== null
            ? call.caller === history
              ? 'caller'
              : 'callee'
            : roleOf(history),
        other: other && otherState ? { history: other, state: otherState } : null,
        dump,
        siblings: byDump[history.dump] ?? [],
      })
    }
  }
  return views
}

function orphanView(dump: Dump, history: History): View {
  return { history, state: connectivityOf(history), role: null, other: null, dump, siblings: [] }
}

function verdictsOf(view: View | undefined): Verdict[] {
  if (view === undefined) return []
  const { dump, id } = view.history
  return FAULTS.flatMap((fault) => {
    const finding = RULES[fault](view)
    if (finding === null) return []
    const { step, certainty, proof, missing = [], facts = {} } = finding
    return [{ fault, connection: { dump, id }, step, certainty, proof, missing, facts }]
  })
}

/** What both ends of a call show is one verdict: of the end that is surer, with the proof of both. */
function mergeEnds(verdicts: readonly Verdict[]): Verdict[] {
  const merged = new Map<Fault, Verdict>()
  for (const verdict of verdicts) {
    const known = merged.get(verdict.fault)
    if (known === undefined) merged.set(verdict.fault, verdict)
    else {
      const [main, more] = uncertainty(verdict) < uncertainty(known) ? [verdict, known] : [known, verdict]
      const isNew = (one: Verdict['proof'][number]) =>
        !main.proof.some(
          ({ dump, line, report }) => dump === one.dump && line === one.line && report === one.report,
        )
      merged.set(verdict.fault, { ...main, proof: [...main.proof, ...more.proof.filter(isNew)] })
    }
  }
  return [...merged.values()]
}

/** What concerns the page, not one of its connections, is said once for each dump. */
function onePerDump(verdicts: readonly Verdict[]): Verdict[] {
  const said = new Set<string>()
  return verdicts.filter(({ fault, connection: { dump } }) => {
    if (fault !== 'insecure-page' && fault !== 'not-shown') return true
    const key = `${fault} ${dump}`
    const isNew = !said.has(key)
    said.add(key)
    return isNew
  })
}

/** Connections that were left over never got their answers, which says nothing more. */
function leaksFirst(verdicts: readonly Verdict[]): Verdict[] {
  const leaks = verdicts.filter(({ fault }) => fault === 'connections-leaked')
  const leaking = new Set(leaks.map(({ connection }) => connection.dump))
  const rest = verdicts.filter(
    ({ fault, certainty, connection }) =>
      fault !== 'connections-leaked' &&
      !(fault === 'never-answered' && certainty !== 'proved' && leaking.has(connection.dump)),
  )
  return [...leaks, ...rest]
}

function describe(view: View, calls: readonly Call[]): ConnectionDiagnosis {
  const { history, role, other } = view
  const call = calls.find(({ caller, callee }) => caller === history || callee === history)
  return {
    dump: history.dump,
    id: history.id,
    role,
    call: call?.id ?? '',
    pairedWith: other ? { dump: other.history.dump, id: other.history.id } : null,
    outcome: outcomeOf(view),
    reach: reachOf(view),
  }
}

function outcomeOf({ history, state }: View): Outcome {
  if (state.failed !== null) return 'failed'
  if (history.close !== null) return 'closed'
  if (state.hasConnected) return state.isUp ? 'connected' : 'failed'
  return history.applied.length > 0 ? 'under-way' : 'idle'
}

function notRecordedOf(dumps: readonly Dump[]): NotRecorded[] {
  return dumps.flatMap(({ covers }, dump) =>
    COVERAGE.filter((what) => !covers.includes(what)).map((what) => ({ dump, what })),
  )
}

function missingOf({ history, other }: View): NotRecorded[] {
  const { dump, id } = history
  const isBlank = history.applied.length > 0 && history.applied.every(({ sdp }) => sdp === '')
  return [
    ...(other === null ? [{ dump, what: 'other-end' as const, connection: id }] : []),
    ...(isBlank ? [{ dump, what: 'blank-descriptions' as const, connection: id }] : []),
  ]
}
