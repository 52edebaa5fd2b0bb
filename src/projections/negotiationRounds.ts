import { STEPS, STEP_IDS } from '../../machines/steps'
import type { End, StepId } from '../../machines/steps'
import { createProjection } from '../trace/projection'
import type { TraceEvent } from '../trace/traceEvent'

/**
 * How far one step of a round is. skipped: the round had nothing to do for it. inferred: it was not seen, but what came
 * of it was.
 */
export type RoundStep = 'todo' | 'busy' | 'done' | 'skipped' | 'inferred'

/** One offer and its answer, as the end that recorded them saw them. */
export interface Round {
  /** From 1. */
  readonly number: number
  /** The connection that recorded it; its offers are its own. */
  readonly conn: string
  /** Whether the end that recorded it has made the offer. */
  readonly isOwn: boolean
  /** call: the first one; restart: the ICE credentials are new; more: everything else. */
  readonly kind: 'call' | 'restart' | 'more'
  readonly steps: Readonly<Record<StepId, RoundStep>>
  /** Milliseconds since the call was created; null while it goes on. */
  readonly began: number
  readonly ended: number | null
}

interface Rounds {
  readonly rounds: readonly Round[]
  /** What was done since the last round, for the next one. */
  readonly prepared: readonly StepId[]
  /** The ICE credentials that this end, and the other one, has described last. */
  readonly ufrag: string | null
  readonly otherUfrag: string | null
}

const NONE: Rounds = { rounds: [], prepared: [], ufrag: null, otherUfrag: null }

/** The steps that an offerer, and an answerer, takes. */
const OFFERING = STEPS.filter(({ end }) => end === 'caller').map(({ id }) => id)
const BEFORE_OFFER = OFFERING.slice(0, OFFERING.indexOf('send-offer') + 1)
const ANSWERING = STEPS.filter(({ end }) => end === 'callee').map(({ id }) => id)

const ADDS: readonly string[] = ['addTrack', 'removeTrack', 'addTransceiver', 'createDataChannel']

/**
 * The rounds of offer and answer in a call whose application negotiates by itself, each as the thirteen steps. Of the
 * other end only messages are seen, so its steps are inferred from them.
 */
export const readRounds = createProjection<Rounds>(NONE, (before, event) => {
  switch (event.kind) {
    case 'intent':
      return event.name === 'bench.run' ? prepare(before, event.data.operation.call) : before
    case 'state':
      return onState(before, event)
    case 'event':
      return event.name === 'onicecandidate' ? mark(before, ['gather-candidates'], 'done') : before
    case 'message':
      return onMessage(before, event)
    default:
      return before
  }
})

function prepare(before: Rounds, call: string): Rounds {
  const step = call === 'capture' ? 'capture-media' : ADDS.includes(call) ? 'add-tracks' : null
  return step === null || before.prepared.includes(step)
    ? before
    : { ...before, prepared: [...before.prepared, step] }
}

function onState(before: Rounds, event: Extract<TraceEvent, { kind: 'state' }>): Rounds {
  const { pendingLocalDescription, pendingRemoteDescription, signalingState } = event.data
  if (pendingLocalDescription?.type === 'offer' && signalingState === 'have-local-offer')
    return begin(before, event, true, pendingLocalDescription.sdp)
  if (pendingRemoteDescription?.type === 'offer') return mark(before, ['set-remote-offer'], 'done')
  const answer = event.data.currentLocalDescription
  if (answer?.type === 'answer')
    return mark(
      { ...before, ufrag: ufragOf(answer.sdp) },
      ['prepare-callee-media', 'create-answer', 'set-local-answer'],
      'done',
    )
  if (event.data.currentRemoteDescription?.type === 'answer')
    return finish(mark(before, ['set-remote-answer'], 'done'), event)
  return before
}

function onMessage(before: Rounds, event: Extract<TraceEvent, { kind: 'message' }>): Rounds {
  const { message, outcome } = event.data
  if (message?.kind !== 'description' || (outcome !== 'sent' && outcome !== 'delivered')) return before
  const { type, sdp } = message['description'] as { type: 'offer' | 'answer'; sdp: string }
  const isOut = outcome === 'sent'
  if (type === 'offer') return isOut ? mark(before, ['send-offer'], 'done') : begin(before, event, false, sdp)
  if (!isOut) {
    const answered = { ...before, otherUfrag: ufragOf(sdp) }
    return mark(mark(answered, ANSWERING, 'inferred'), ['receive-answer'], 'done')
  }
  // What the other end does with it is not seen.
  const sent = mark(before, ['send-answer'], 'done')
  return finish(mark(sent, ['receive-answer', 'set-remote-answer'], 'inferred'), event)
}

function ufragOf(sdp: string): string | null {
  return /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1]?.trim() ?? null
}

function begin(before: Rounds, event: TraceEvent, isOwn: boolean, sdp: string): Rounds {
  const { rounds, prepared } = before
  const number = rounds.length + 1
  const ufrag = ufragOf(sdp)
  const known = isOwn ? before.ufrag : before.otherUfrag
  const kind = number === 1 ? 'call' : ufrag !== known ? 'restart' : 'more'
  const steps = Object.fromEntries(STEP_IDS.map((id) => [id, 'todo'])) as Record<StepId, RoundStep>
  for (const id of BEFORE_OFFER) steps[id] = isOwn ? 'todo' : 'inferred'
  if (isOwn) {
    for (const id of ['capture-media', 'add-tracks'] as const)
      steps[id] = prepared.includes(id) ? 'done' : 'skipped'
    for (const id of ['create-offer', 'set-local-offer'] as const) steps[id] = 'done'
    // Gathering begins with the description; without new transports there is none.
    steps['gather-candidates'] = kind === 'more' ? 'skipped' : 'busy'
  } else steps['set-remote-offer'] = 'busy'
  const round: Round = { number, conn: event.conn, isOwn, kind, steps, began: event.at, ended: null }
  return {
    rounds: [...rounds, round],
    prepared: [],
    ufrag: isOwn ? ufrag : before.ufrag,
    otherUfrag: isOwn ? before.otherUfrag : ufrag,
  }
}

/** Steps of the last round, as far as they are not done yet. */
function mark(before: Rounds, ids: readonly StepId[], status: RoundStep): Rounds {
  const last = before.rounds.at(-1)
  if (last === undefined) return before
  const open = ids.filter((id) => last.steps[id] !== 'done' && last.steps[id] !== status)
  if (open.length === 0) return before
  const steps = { ...last.steps }
  for (const id of open) steps[id] = status
  return { ...before, rounds: [...before.rounds.slice(0, -1), { ...last, steps }] }
}

function finish(before: Rounds, { at }: TraceEvent): Rounds {
  const last = before.rounds.at(-1)
  if (last === undefined || last.ended !== null) return before
  return { ...before, rounds: [...before.rounds.slice(0, -1), { ...last, ended: at }] }
}

/** The end that takes a step in a round: the roles of the steps are those of offerer and answerer. */
export function actorOf({ isOwn }: Round, step: End): 'own' | 'other' {
  return (step === 'caller') === isOwn ? 'own' : 'other'
}
