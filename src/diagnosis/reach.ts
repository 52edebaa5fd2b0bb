import { STEPS } from '../../machines/steps'
import type { StepId } from '../../machines/steps'
import { isLine } from './applied'
import type { Applied } from './applied'
import type { Dump, DumpLine } from './dump'
import type { View } from './finding'
import type { History } from './history'
import { captureLines, sendsSomething } from './rules/capture'

/**
 * done, failed: a line says so. inferred: no line says it, and what followed is not possible without it. skipped: the
 * end went on without it. not-reached: it was recorded that nothing of the kind happened. not-recorded: this kind of file
 * does not tell.
 */
export type ReachState = 'done' | 'failed' | 'inferred' | 'skipped' | 'not-reached' | 'not-recorded'

/** How far one step of the call came, by the file of one end. */
export interface Reach {
  readonly step: StepId
  /** Whether the step is one of this end; those of the other one can only be inferred. */
  readonly isOwn: boolean
  readonly state: ReachState
  /** The `seq` of the line that says so. */
  readonly line: number | null
}

type Mark = Pick<Reach, 'state' | 'line'>

const NOT_RECORDED: Mark = { state: 'not-recorded', line: null }
const NOT_REACHED: Mark = { state: 'not-reached', line: null }
const INFERRED: Mark = { state: 'inferred', line: null }
const SKIPPED: Mark = { state: 'skipped', line: null }

/**
 * The thirteen steps, as the file of one end shows them. What crosses the wire (steps 6, 11 and 12) is in no dump: it is
 * inferred from what came after it, or from the other end's file.
 */
export function reachOf(view: View): Reach[] {
  const role = view.role ?? 'caller'
  return STEPS.map(({ id, end }) => {
    const isOwn = end === role
    const mark = isOwn ? ownStep(view, id) : otherStep(view, id)
    return { step: id, isOwn, ...mark }
  })
}

function ownStep(view: View, step: StepId): Mark {
  const { history } = view
  switch (step) {
    case 'capture-media':
    case 'prepare-callee-media':
      return capture(view)
    case 'add-tracks':
      return tracks(view)
    case 'create-offer':
      return made(view, 'createOffer', 'offer')
    case 'create-answer':
      return made(view, 'createAnswer', 'answer')
    case 'set-local-offer':
      return set(history, 'local', 'offer')
    case 'set-remote-offer':
      return set(history, 'remote', 'offer')
    case 'set-local-answer':
      return set(history, 'local', 'answer')
    case 'set-remote-answer':
      return set(history, 'remote', 'answer')
    case 'gather-candidates':
      return gathering(history)
    case 'send-offer':
      return message(view, 'sent', 'offer')
    case 'send-answer':
      return message(view, 'sent', 'answer')
    case 'receive-answer':
      return message(view, 'received', 'answer')
  }
}

/** A step of the other end: by its own file if there is one, else by what arrived here. */
function otherStep(view: View, step: StepId): Mark {
  const { other, history, role } = view
  if (other) {
    const there = ownStep({ ...view, ...other, other: { history, state: view.state } }, step)
    return { state: there.state === 'done' ? 'inferred' : there.state, line: null }
  }
  const arrived = history.applied.some(
    ({ side, type }) => side === 'remote' && type === (role === 'callee' ? 'offer' : 'answer'),
  )
  const needed: readonly StepId[] =
    role === 'callee'
      ? ['create-offer', 'send-offer']
      : ['set-remote-offer', 'create-answer', 'set-local-answer', 'send-answer']
  if (arrived && needed.includes(step)) return INFERRED
  const connected = view.state.hasConnected
  return connected && step !== 'capture-media' && step !== 'prepare-callee-media' ? INFERRED : NOT_RECORDED
}

function capture(view: View): Mark {
  const lines = captureLines(view)
  const good = lines.find((line) => isLine(line, 'getUserMediaOnSuccess'))
  const bad = lines.find((line) => isLine(line, 'getUserMediaOnFailure'))
  if (good) return { state: 'done', line: good.seq }
  if (bad) return { state: 'failed', line: bad.seq }
  if (sendsSomething(view) && !view.history.covers.has('capture')) return INFERRED
  if (!view.history.covers.has('capture')) return NOT_RECORDED
  return view.history.applied.length > 0 ? SKIPPED : NOT_REACHED
}

function tracks({ history }: View): Mark {
  const line = history.lines.find((one) => isLine(one, 'addTrack', 'addTransceiver', 'createDataChannel'))
  if (line) return { state: 'done', line: line.seq }
  if (!history.covers.has('calls'))
    return history.applied.some(({ sdp }) => /^m=/m.test(sdp)) ? INFERRED : NOT_RECORDED
  return history.applied.length > 0 ? SKIPPED : NOT_REACHED
}

function made({ history }: View, method: 'createOffer' | 'createAnswer', type: Applied['type']): Mark {
  const done = history.lines.find((line) => isLine(line, `${method}OnSuccess`))
  if (done) return { state: 'done', line: done.seq }
  const failed = history.lines.find((line) => isLine(line, `${method}OnFailure`))
  // setLocalDescription() without an argument makes the description itself (WebRTC §4.4.1.5).
  if (history.applied.some((one) => one.side === 'local' && one.type === type && one.outcome !== 'failed'))
    return INFERRED
  if (failed) return { state: 'failed', line: failed.seq }
  return history.covers.has('calls') ? NOT_REACHED : NOT_RECORDED
}

function set(history: History, side: Applied['side'], type: Applied['type']): Mark {
  const those = history.applied.filter((one) => one.side === side && one.type === type)
  const done = those.find(({ outcome }) => outcome === 'done')
  if (done) return { state: 'done', line: done.seq }
  const failed = those.find(({ outcome }) => outcome === 'failed')
  if (failed) return { state: 'failed', line: failed.seq }
  return history.covers.has('calls') || history.covers.has('descriptions') ? NOT_REACHED : NOT_RECORDED
}

function gathering(history: History): Mark {
  const [first] = history.gathered
  if (first) return { state: 'done', line: first.seq }
  if (history.local.length > 0) return INFERRED
  const end = history.gathering.find(({ value }) => value === 'complete')
  if (end) return { state: 'failed', line: end.seq }
  const error = history.candidateErrors[0]
  if (error) return { state: 'failed', line: error.seq }
  return history.covers.has('candidates') ? NOT_REACHED : NOT_RECORDED
}

/** A message: by a log of the wire; else inferred from what one end sent and the other one had. */
function message(view: View, direction: 'sent' | 'received', type: 'offer' | 'answer'): Mark {
  const line = messagesOf(view.dump).find(
    (one) =>
      isLine(one, 'message') &&
      one.value.direction === direction &&
      'description' in one.value &&
      one.value.description.type === type,
  )
  if (line) return { state: 'done', line: line.seq }
  const { history, other } = view
  const receiver = direction === 'sent' ? other?.history : history
  if (receiver?.applied.some((one) => one.side === 'remote' && one.type === type)) return INFERRED
  // An answer that was set came from somewhere, and it answers an offer that was sent.
  const isAnswered = history.applied.some((one) => one.side === 'remote' && one.type === 'answer')
  if (direction === 'sent' && type === 'offer' && isAnswered) return INFERRED
  if (direction === 'sent' && type === 'answer' && view.state.hasConnected) return INFERRED
  const covers = history.covers.has('wire')
  return covers ? NOT_REACHED : NOT_RECORDED
}

/** The messages in a dump, which belong to no connection of a browser. */
function messagesOf(dump: Dump): readonly DumpLine[] {
  const known = messages.get(dump) ?? dump.lines.filter((line) => isLine(line, 'message'))
  messages.set(dump, known)
  return known
}

const messages = new WeakMap<Dump, readonly DumpLine[]>()
