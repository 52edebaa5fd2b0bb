import type { SnapshotFrom } from 'xstate'
import { DOING } from './contracts'
import type { Doing, EndContext } from './contracts'
import type { EndMachine } from './endMachine'
import type { Script, Step } from './script'
import type { End, StepId } from './steps'

export type EndSnapshot = SnapshotFrom<EndMachine>

/** One end at one moment, as panels read it; live and past have the same shape. */
export interface EndView<Id extends string = StepId> {
  end: End
  context: EndContext<Id>
  /** What the end is doing. */
  tag: Doing
  /** Whether an ICE restart is under way. */
  repairing: boolean
  /** Whether its step waits for candidates; running the step meanwhile continues with trickle. */
  gathering: boolean
  /** Connected for a while, but a track of the other end has received no packet yet. */
  oneWay: boolean
  /** What it sent is still not confirmed after it asked. */
  unconfirmed: boolean
  /** The step that the end stands at; null before its first step and after its last. */
  step: Id | null
  /** The machine's state value, for drawings only; panels read `tag`. */
  value: EndSnapshot['value']
}

export type StepStatus = 'todo' | 'ready' | 'busy' | 'done' | 'failed'

/** What the whole call waits for. */
export type Phase = 'steps' | 'connecting' | 'connected' | 'interrupted' | 'failed' | 'closed'

/** Whose turn it is, and for what. */
export interface Turn<Id extends string = StepId> {
  phase: Phase
  /** The next step that can run, or that the call waits for; null once all are done. */
  step: Id | null
  end: End
  tag: Doing
}

/** Both ends at one moment. null: this app runs no machine for that end, and knows only what arrives from it. */
export type Ends<Id extends string = StepId> = Readonly<Record<End, EndView<Id> | null>>

/** An event changes the snapshot of one end only, and several readers ask for the same moment. */
const views = new WeakMap<EndSnapshot, EndView<string>>()

/** Reads a snapshot by its tags and meta, never by a state path. */
export function viewEnd<Id extends string = StepId>(snapshot: EndSnapshot): EndView<Id> {
  const known = views.get(snapshot)
  // The type of a snapshot does not say which script it is of; the caller knows the steps.
  if (known !== undefined) return known as EndView<Id>
  const view = readEnd<Id>(snapshot)
  views.set(snapshot, view)
  return view
}

function readEnd<Id extends string>(snapshot: EndSnapshot): EndView<Id> {
  const { value } = snapshot
  const context = snapshot.context as EndContext<Id>
  const tag = DOING.find((candidate) => snapshot.hasTag(candidate)) ?? 'busy'
  const meta = Object.values(snapshot.getMeta())[0]
  return {
    end: context.end,
    context,
    tag,
    repairing: snapshot.hasTag('repairing'),
    gathering: snapshot.hasTag('gathering'),
    oneWay: snapshot.hasTag('one-way'),
    unconfirmed: context.delivery.state === 'overdue',
    step: (meta?.step ?? null) as Id | null,
    value,
  }
}

/** Both ends of a moment, as panels read them. */
export function viewEnds<Id extends string = StepId>({
  caller,
  callee,
}: Record<End, EndSnapshot>): Record<End, EndView<Id>> {
  return { caller: viewEnd<Id>(caller), callee: viewEnd<Id>(callee) }
}

/**
 * Whose turn it is: the first step in the script's order whose end stands at it and can act. If there is none, the
 * first step that is not done. This is derived each time, not stored.
 */
export function deriveTurn<Id extends string>(script: Script<Id>, ends: Ends<Id>): Turn<Id> {
  const { past, upToDate } = readProgress(script, ends)
  const open = script.steps.filter(({ id }) => !past.has(id))
  const next = open.find((step) => ABLE.includes(tagAt(ends, step))) ?? open[0]
  const step = next?.id ?? null
  const end = next?.end ?? upToDate[0]?.end ?? 'caller'
  const tag = next === undefined ? (upToDate[0]?.tag ?? 'waiting') : tagAt(ends, next)
  return { phase: derivePhase(step, upToDate), step, end, tag }
}

function derivePhase(step: string | null, views: readonly EndView<string>[]): Phase {
  const tags = views.map(({ tag }) => tag)
  if (tags.includes('closed')) return 'closed'
  if (step !== null) return 'steps'
  if (tags.every((tag) => tag === 'connected')) return 'connected'
  if (views.some(({ repairing }) => repairing)) return 'connecting'
  if (tags.includes('failed')) return 'failed'
  if (tags.includes('busy')) return 'connecting'
  // Only an end of a bench stands ready without a step.
  return tags.includes('ready') ? 'steps' : 'interrupted'
}

/** The state of every step on the map. */
export function deriveStatuses<Id extends string>(
  script: Script<Id>,
  ends: Ends<Id>,
): Record<Id, StepStatus> {
  const { past } = readProgress(script, ends)
  const statuses = script.steps.map((step): [Id, StepStatus] => {
    if (past.has(step.id)) return [step.id, 'done']
    const tag = tagAt(ends, step)
    return [step.id, tag === 'ready' || tag === 'busy' || tag === 'failed' ? tag : 'todo']
  })
  return Object.fromEntries(statuses) as Record<Id, StepStatus>
}

/** The last step before the first that is not done; null while the first is not. */
export function lastDone<Id extends string>(script: Script<Id>, ends: Ends<Id>): Id | null {
  const { past } = readProgress(script, ends)
  const open = script.steps.findIndex(({ id }) => !past.has(id))
  return (open === -1 ? script.steps.at(-1) : script.steps[open - 1])?.id ?? null
}

const ABLE: readonly Doing[] = ['ready', 'busy', 'failed']

/** What an end is doing about a step: `waiting` if it does not stand at that step. */
function tagAt<Id extends string>(ends: Ends<Id>, { id, end }: Step<Id>): Doing {
  const view = ends[end]
  return view !== null && view.step === id ? view.tag : 'waiting'
}

interface Progress<Id extends string> {
  /** Steps that are done: the end reports it, or a message from the end proves it. */
  past: ReadonlySet<Id>
  /**
   * The ends whose reports are up to date, in the order of roles. An end that has sent more than it reports is left
   * out.
   */
  upToDate: readonly EndView<Id>[]
}

/** By the view of the caller, or of the callee if it is alone. After each event several readers ask for its moment. */
const known = new WeakMap<object, { script: object; ends: Ends<string>; progress: Progress<string> }>()

/** How far the call has come; the same object as long as it is asked for the same views of both ends. */
function readProgress<Id extends string>(script: Script<Id>, ends: Ends<Id>): Progress<Id> {
  const { caller, callee } = ends
  const key = caller ?? callee
  const before = key === null ? undefined : known.get(key)
  // Its steps are those of the same script.
  if (before?.script === script && before.ends.caller === caller && before.ends.callee === callee)
    return before.progress as Progress<Id>
  const progress = computeProgress(script, ends)
  if (key !== null) known.set(key, { script, ends: { caller, callee }, progress })
  return progress
}

// Loops instead of lists of lists: it is computed after every event of a call.
function computeProgress<Id extends string>(script: Script<Id>, ends: Ends<Id>): Progress<Id> {
  const views: EndView<Id>[] = []
  const past = new Set<Id>()
  for (const role of script.roles) {
    const view = ends[role]
    if (view === null) continue
    views.push(view)
    for (const id of view.context.done) past.add(id)
  }
  for (const step of script.steps) {
    if (!hasArrived(ends, step)) continue
    for (const sent of sentBefore(script, step)) if (!isUnderWay(tagAt(ends, sent))) past.add(sent.id)
  }
  const upToDate = views.filter(({ step }) => step === null || !past.has(step))
  // If a connection was established, the other end has set all descriptions (WebRTC §5.6).
  const isSettled = upToDate.some(
    ({ step, tag, repairing }) => step === null && (SETTLED.includes(tag) || repairing),
  )
  if (isSettled) {
    for (const { id, end } of script.steps) if (upToDate.every((view) => view.end !== end)) past.add(id)
  }
  return { past, upToDate }
}

const SETTLED: readonly Doing[] = ['connected', 'waiting', 'failed']

/** Whether the description that a step waits for has arrived. */
function hasArrived<Id extends string>(ends: Ends<Id>, { id, end, waitsFor }: Step<Id>): boolean {
  const view = ends[end]
  if (waitsFor !== 'description' || view === null) return false
  return view.context.done.includes(id) || (view.step === id && view.tag !== 'waiting')
}

/** A step that its end reports as running or failed is not done, whatever has arrived. */
const isUnderWay = (tag: Doing) => tag === 'busy' || tag === 'failed'

/** Asked at every event of a call, and the same for a whole script. */
const senders = new WeakMap<Script, Map<Step, readonly Step[]>>()

/** What an arrived message proves: the other end's steps before the one that waits, up to the last that sends. */
function sentBefore<Id extends string>(script: Script<Id>, waiting: Step<Id>): readonly Step<Id>[] {
  const ofScript = senders.get(script) ?? new Map<Step, readonly Step[]>()
  senders.set(script, ofScript)
  const known = ofScript.get(waiting)
  // All steps of the map are of this script.
  if (known !== undefined) return known as readonly Step<Id>[]
  const others = script.steps.slice(0, script.steps.indexOf(waiting)).filter(({ end }) => end !== waiting.end)
  const sent = others.map(({ crosses }) => crosses !== undefined).lastIndexOf(true)
  const found = others.slice(0, sent + 1)
  ofScript.set(waiting, found)
  return found
}
