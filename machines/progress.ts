import type { SnapshotFrom } from 'xstate'
import { DOING } from './contracts'
import type { Doing, EndContext } from './contracts'
import type { EndMachine } from './endMachine'
import { STEPS } from './steps'
import type { End, StepId } from './steps'

export type EndSnapshot = SnapshotFrom<EndMachine>

/** One end at one moment, as a panel reads it: live and past look the same. */
export interface EndView<Id extends string = StepId> {
  end: End
  context: EndContext<Id>
  /** What the end is doing. */
  tag: Doing
  /** An ICE restart is under way. */
  repairing: boolean
  /** Its step waits for candidates; running it meanwhile goes on with trickle. */
  gathering: boolean
  /** Connected for a while, and a track of the other end is still without its first packet. */
  oneWay: boolean
  /** What it sent is not confirmed, though it has asked. */
  unconfirmed: boolean
  /** The step it stands at; null before its first and after its last. */
  step: Id | null
  /** The machine's state value, for drawings only: panels ask `tag`. */
  value: EndSnapshot['value']
}

export type StepStatus = 'todo' | 'ready' | 'busy' | 'done' | 'failed'

/** What the whole call waits for. */
export type Phase = 'steps' | 'connecting' | 'connected' | 'interrupted' | 'failed' | 'closed'

/** Whose turn it is, and for what. */
export interface Turn {
  phase: Phase
  /** The next step that is not done; null once all thirteen are. */
  step: StepId | null
  end: End
  tag: Doing
}

/** Reads a snapshot by its tags and meta, never by a state's path. */
export function viewEnd<Id extends string = StepId>(snapshot: EndSnapshot): EndView<Id> {
  const { value } = snapshot
  // Which script a snapshot is of, its type does not say: whoever reads it knows the steps.
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

/** Derives whose turn it is from both ends. Nothing of this is stored. */
export function deriveTurn(caller: EndView, callee: EndView): Turn {
  const next = STEPS.find(({ id }) => !isDone(id, caller, callee))
  const end = next?.end ?? 'caller'
  const acting = end === 'caller' ? caller : callee
  const step = next?.id ?? null
  const tag = acting.step === step ? acting.tag : 'waiting'
  return { phase: derivePhase(step, caller, callee), step, end, tag }
}

function derivePhase(step: StepId | null, caller: EndView, callee: EndView): Phase {
  const tags = [caller.tag, callee.tag]
  if (tags.includes('closed')) return 'closed'
  if (step !== null) return 'steps'
  if (tags.every((tag) => tag === 'connected')) return 'connected'
  if (caller.repairing || callee.repairing) return 'connecting'
  if (tags.includes('failed')) return 'failed'
  return tags.includes('busy') ? 'connecting' : 'interrupted'
}

/** The state of every step on the map. */
export function deriveStatuses(caller: EndView, callee: EndView): Record<StepId, StepStatus> {
  const statuses = STEPS.map(({ id, end }): [StepId, StepStatus] => {
    if (isDone(id, caller, callee)) return [id, 'done']
    const acting = end === 'caller' ? caller : callee
    const { tag } = acting
    const shows = acting.step === id && (tag === 'ready' || tag === 'busy' || tag === 'failed')
    return [id, shows ? tag : 'todo']
  })
  return Object.fromEntries(statuses) as Record<StepId, StepStatus>
}

function isDone(id: StepId, caller: EndView, callee: EndView): boolean {
  return caller.context.done.includes(id) || callee.context.done.includes(id)
}
