import type { Description, Problem } from '../../machines/contracts'
import type { DumpDescription, DumpLine, DumpName } from './dump'

/** A description that was set, or that a file says was to be set (WebRTC §4.4.1.5). */
export interface Applied {
  readonly side: 'local' | 'remote'
  readonly type: Description['type'] | 'rollback'
  /** Empty: the file leaves it out. */
  readonly sdp: string
  readonly seq: number
  readonly at: number | null
  /** pending: no outcome is recorded, and the state did not follow. */
  readonly outcome: 'done' | 'failed' | 'pending'
  readonly problem: Problem | null
  /** The signaling state before it, as JSEP computes it from the descriptions before. */
  readonly before: string
}

/** One exchange of offer and answer. */
export interface Round {
  readonly offer: Applied
  readonly answer: Applied | null
  /** Whether the offer was taken back, by a rollback or by an offer of the other end (RFC 9429 §4.1.10.2). */
  readonly isRolledBack: boolean
}

/** A line of one name, with the value that this name has. */
export type LineOf<Name extends DumpName> = Extract<DumpLine, { name: Name }>

/** Whether a line has one of these names; narrows its value. */
export function isLine<Name extends DumpName>(
  line: DumpLine,
  ...names: readonly Name[]
): line is LineOf<Name> {
  return (names as readonly string[]).includes(line.name)
}

type SetName = 'setLocalDescription' | 'setRemoteDescription'
type Outcome = LineOf<`${SetName}${'OnSuccess' | 'OnFailure'}`>

/** The descriptions that one connection set, in the order of the calls, with their outcomes (RFC 9429 §3.2). */
export function appliedOf(lines: readonly DumpLine[]): Applied[] {
  if (isWireOnly(lines)) return crossedOf(lines)
  const outcomes = matchOutcomes(lines)
  const recordsSuccess = lines.some((line) =>
    isLine(line, 'setLocalDescriptionOnSuccess', 'setRemoteDescriptionOnSuccess'),
  )
  const applied: Applied[] = []
  let state = 'stable'
  let created: DumpDescription = {}
  lines.forEach((line, index) => {
    if (isLine(line, 'createOfferOnSuccess', 'createAnswerOnSuccess')) created = line.value
    if (!isLine(line, 'setLocalDescription', 'setRemoteDescription')) return
    const side = line.name === 'setLocalDescription' ? 'local' : 'remote'
    const outcome = outcomes.get(line.seq)
    const said = isLineOfSuccess(outcome) ? outcome.value : null
    const type = typeOf([said?.type, line.value?.type], side, state)
    const isImplicit = side === 'local' && line.value === null
    const sdp =
      textOf(said) || textOf(line.value) || (isImplicit && created.type === type ? textOf(created) : '')
    const next = nextState(state, side, type)
    const isDone =
      outcome === undefined
        ? !recordsSuccess || followsState(lines.slice(index + 1), next)
        : isLineOfSuccess(outcome)
    const failure = outcome !== undefined && !isLineOfSuccess(outcome) ? outcome.value : null
    applied.push({
      side,
      type,
      sdp,
      seq: line.seq,
      at: line.at,
      outcome: failure !== null ? 'failed' : isDone ? 'done' : 'pending',
      problem: failure,
      before: state,
    })
    if (isDone && failure === null) state = next
  })
  return applied
}

/** Whether a log of the wire is all there is: then what an end sent was its local description. */
export function isWireOnly(lines: readonly DumpLine[]): boolean {
  return lines.length > 0 && lines.every((line) => isLine(line, 'message'))
}

function crossedOf(lines: readonly DumpLine[]): Applied[] {
  let state = 'stable'
  return lines.flatMap((line) => {
    if (!isLine(line, 'message') || !('description' in line.value)) return []
    const { direction, description } = line.value
    const side = direction === 'sent' ? 'local' : 'remote'
    const before = state
    state = nextState(state, side, description.type)
    const { seq, at } = line
    return [
      { side, type: description.type, sdp: description.sdp, seq, at, outcome: 'done', problem: null, before },
    ]
  })
}

/** The rounds of negotiation that the descriptions make (RFC 9429 §3.2): an offer, and the answer that ended it. */
export function roundsOf(applied: readonly Applied[]): Round[] {
  const rounds: Round[] = []
  const close = (change: Partial<Round>) => {
    const last = rounds.at(-1)
    if (last && last.answer === null && !last.isRolledBack) rounds[rounds.length - 1] = { ...last, ...change }
  }
  for (const one of applied) {
    if (one.outcome !== 'done') continue
    if (one.type === 'rollback') close({ isRolledBack: true })
    else if (one.type === 'answer') close({ answer: one })
    else if (one.type === 'offer') {
      const open = rounds.at(-1)
      if (open && open.answer === null) close({ isRolledBack: true })
      rounds.push({ offer: one, answer: null, isRolledBack: false })
    }
  }
  return rounds
}

/** The signaling state after the descriptions (RFC 9429 §3.2). */
export function stateAfter(applied: readonly Applied[]): string {
  return applied.reduce(
    (state, { outcome, side, type }) => (outcome === 'done' ? nextState(state, side, type) : state),
    'stable',
  )
}

function nextState(state: string, side: 'local' | 'remote', type: Applied['type']): string {
  if (type === 'offer') return `have-${side}-offer`
  if (type === 'pranswer') return `have-${side}-pranswer`
  return state === 'closed' ? state : 'stable'
}

function typeOf(
  said: readonly (string | undefined)[],
  side: 'local' | 'remote',
  state: string,
): Applied['type'] {
  const named = said.find((type) => type !== undefined && type !== '')
  if (named === 'offer' || named === 'answer' || named === 'pranswer' || named === 'rollback') return named
  const isAnswering =
    side === 'local' ? /have-(?:remote-offer|local-pranswer)/ : /have-(?:local-offer|remote-pranswer)/
  return isAnswering.test(state) ? 'answer' : 'offer'
}

function textOf(value: DumpDescription | null): string {
  return typeof value?.sdp === 'string' ? value.sdp : ''
}

function isLineOfSuccess(
  line: Outcome | undefined,
): line is LineOf<'setLocalDescriptionOnSuccess' | 'setRemoteDescriptionOnSuccess'> {
  return line?.name.endsWith('OnSuccess') === true
}

/** Whether the state is entered before the next description is set. */
function followsState(rest: readonly DumpLine[], state: string): boolean {
  for (const line of rest) {
    if (isLine(line, 'onsignalingstatechange')) return line.value === state
    if (isLine(line, 'setLocalDescription', 'setRemoteDescription')) return false
  }
  return false
}

/** By the `seq` of the call. An outcome that names no call belongs to the oldest open one of its method. */
function matchOutcomes(lines: readonly DumpLine[]): Map<number, Outcome> {
  const open: Record<SetName, number[]> = { setLocalDescription: [], setRemoteDescription: [] }
  const outcomes = new Map<number, Outcome>()
  for (const line of lines) {
    if (isLine(line, 'setLocalDescription', 'setRemoteDescription')) open[line.name].push(line.seq)
    const isLocal = isLine(line, 'setLocalDescriptionOnSuccess', 'setLocalDescriptionOnFailure')
    if (!isLocal && !isLine(line, 'setRemoteDescriptionOnSuccess', 'setRemoteDescriptionOnFailure')) continue
    const waiting = open[isLocal ? 'setLocalDescription' : 'setRemoteDescription']
    const call = line.call ?? waiting[0]
    if (call === undefined) continue
    outcomes.set(call, line)
    const index = waiting.indexOf(call)
    if (index !== -1) waiting.splice(index, 1)
  }
  return outcomes
}
