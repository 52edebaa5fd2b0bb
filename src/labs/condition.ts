import type { TrayMessage } from '../../machines/bench/benchContracts'
import type { Description, PeerStatus } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { EVENTS } from './lab'
import type { BenchFlag, Condition, EndCondition, MessageKind, StateName } from './lab'
import { contextAt } from './moment'
import type { LabContext, Moment } from './moment'

const ENDS: readonly End[] = ['caller', 'callee']

/** Whether a condition holds at a moment. */
export function holds(condition: Condition, moment: Moment): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, moment))
  if ('any' in condition) return condition.any.some((one) => holds(one, moment))
  if ('not' in condition) return !holds(condition.not, moment)
  if ('both' in condition) return ENDS.every((end) => holdsAt(end, condition.both, moment))
  return holdsAt(condition.end, condition, moment)
}

/** Whether a condition of one end holds at a moment. */
export function holdsAt(end: End, condition: EndCondition, moment: Moment): boolean {
  const context = contextAt(moment.history, moment.at, end)
  if ('refused' in condition) return wasRefused(context, startOf(moment, end), condition.refused)
  if ('event' in condition) return hasFired(moment, end, EVENTS[condition.event])
  if ('changed' in condition)
    return isChanged(context, startOf(moment, end), condition.changed) === condition.is
  if ('state' in condition) return [condition.is].flat().includes(readState(context, condition.state))
  if ('candidate' in condition) return hasCandidate(context, condition.candidate)
  if ('receives' in condition) return tracksReceived(context, condition.receives) >= (condition.count ?? 1)
  if ('channel' in condition)
    return context.bench.channels.some(
      ({ label, readyState }) =>
        readyState === condition.channel && (condition.label === undefined || label === condition.label),
    )
  if ('text' in condition) return context.bench.received.some(({ data }) => data === condition.text)
  if ('direction' in condition)
    return directionsOf(context, condition.direction.kind).includes(condition.direction.is)
  if ('sdp' in condition) return readDescription(context, condition.sdp)?.sdp.includes(condition.has) ?? false
  if ('flag' in condition) return readFlag(context, condition.flag) === condition.is
  const { message, in: state, times = 0 } = condition
  return messagesOf(context, message).some(
    (one) => (state === undefined || one.state === state) && one.deliveries >= times,
  )
}

/** The context of an end at the moment at which the learner began. */
function startOf({ history, start }: Moment, end: End): LabContext {
  return contextAt(history, start, end)
}

/** The value of a state of the connection; `none` without one. */
export function readState({ peer }: LabContext, state: StateName): string {
  return peer?.[state] ?? 'none'
}

/** The number of tracks of a kind that receive packets. */
export function tracksReceived({ tracks }: LabContext, kind: string): number {
  return tracks.filter((track) => track.kind === kind && !track.muted).length
}

/** The negotiated directions of the transceivers of a kind. */
export function directionsOf({ peer }: LabContext, kind: string): string[] {
  return (peer?.transceivers ?? [])
    .filter((one) => one.kind === kind)
    .map((one) => one.currentDirection ?? 'none')
}

/** The messages of a kind that an end has given to the signaling server. */
export function messagesOf({ bench }: LabContext, kind: MessageKind): TrayMessage[] {
  return bench.messages.filter((message) => kindOf(message) === kind)
}

/** The kind of a message by which conditions and routes name it. */
export function kindOf({ body }: TrayMessage): MessageKind {
  return body.kind === 'description' ? body.description.type : body.kind
}

/** A description of an end: what its connection holds, has created, or has received; null if there is none. */
export function readDescription(
  { peer, draft, receivedDescription }: LabContext,
  which: 'local' | 'remote' | 'draft' | 'received',
): Description | null {
  const descriptions = {
    local: peer?.pendingLocalDescription ?? peer?.currentLocalDescription,
    remote: peer?.pendingRemoteDescription ?? peer?.currentRemoteDescription,
    draft,
    received: receivedDescription,
  }
  return descriptions[which] ?? null
}

function readFlag({ bench }: LabContext, flag: BenchFlag): boolean {
  return bench[flag]
}

function hasCandidate({ remote }: LabContext, state: string): boolean {
  return state === 'none' ? remote.length === 0 : remote.some((one) => one.state === state)
}

function hasFired({ history, start, at }: Moment, end: End, name: string): boolean {
  for (let index = start; index < at; index += 1) {
    const event = history.trace[index]
    if (event?.kind === 'event' && event.conn === end && event.name === name) return true
  }
  return false
}

/** An operation of the learner or the application, or a candidate that the application added by itself. */
function wasRefused(
  context: LabContext,
  before: LabContext,
  { call, error }: { call?: string; error?: string },
) {
  const isMeant = (name: string, problem: { name: string } | undefined) =>
    (call === undefined || call === name) && (error === undefined || error === problem?.name)
  const operation = context.bench.operations.some(
    ({ id, state, operation, problem }) =>
      state === 'refused' &&
      before.bench.operations[id]?.state !== 'refused' &&
      isMeant(operation.call, problem),
  )
  return (
    operation ||
    context.remote.some(
      ({ state, problem }, index) =>
        state === 'refused' &&
        before.remote[index]?.state !== 'refused' &&
        isMeant('addIceCandidate', problem),
    )
  )
}

const LINES = { ufrag: /^a=ice-ufrag:(.*)$/m, fingerprint: /^a=fingerprint:(.*)$/m }

function isChanged(context: LabContext, before: LabContext, line: keyof typeof LINES): boolean | null {
  const [now, then] = [context, before].map(({ peer }) => lineOf(peer, LINES[line]))
  return now === null || then === null ? null : now !== then
}

function lineOf(peer: PeerStatus | null, line: RegExp): string | null {
  const sdp = peer?.pendingLocalDescription?.sdp ?? peer?.currentLocalDescription?.sdp ?? ''
  return line.exec(sdp)?.[1]?.trim() ?? null
}
