import type { Description, EndEvent } from '../contracts'
import { candidatesToAdd } from '../facts'
import type { ChannelMessage, ChannelStatus, OperationCall } from './benchContracts'
import { startOperation } from './operationCalls'
import { flushLocal, sendDescription } from './outgoing'
import { change, changeBench } from './stepUnderWay'
import type { BenchStep } from './stepUnderWay'

/* What the application of an end does by itself, by its rules. Perfect negotiation follows the code of WebRTC §10.7 line
   by line, and its operations are called in the same order. */

export { flushLocal }

/** What follows an event that only changed what the end knows. */
export function react(step: BenchStep, event: EndEvent<string>): void {
  switch (event.type) {
    case 'pc.changed':
      if (event.status.iceGatheringState === 'gathering') {
        change(step, { gathered: false })
        changeBench(step, { endSent: false })
      }
      flushRemote(step)
      break
    case 'pc.negotiation-needed':
      changeBench(step, { negotiationNeeded: true })
      offer(step)
      break
    case 'pc.candidate':
    case 'pc.end-of-candidates':
      flushLocal(step)
      break
    case 'signal.candidate':
    case 'signal.end-of-candidates':
      flushRemote(step)
      break
    default:
      break
  }
}

/** So many offers an application makes between two operations of the learner: two naive ends would never stop. */
const MOST_OFFERS = 10

function offer(step: BenchStep) {
  if (step.context.bench.rules.negotiation === 'by-hand' || offersByItself(step) >= MOST_OFFERS) return
  changeBench(step, { makingOffer: true })
  startOperation(step, { call: 'setLocalDescription' }, 'offer')
}

/** How many offers the application has made since the last operation of the learner. */
function offersByItself({ context }: BenchStep): number {
  const purposes = context.bench.operations.map(({ purpose }) => purpose)
  return purposes.slice(purposes.lastIndexOf('learner') + 1).filter((purpose) => purpose === 'offer').length
}

/** A description has arrived. */
export function takeDescription(step: BenchStep, { type }: Description): void {
  const { rules, makingOffer, isSettingRemoteAnswerPending } = step.context.bench
  if (rules.negotiation === 'by-hand') return
  if (rules.negotiation === 'perfect') {
    const isStable = step.context.peer === null || step.context.peer.signalingState === 'stable'
    const readyForOffer = !makingOffer && (isStable || isSettingRemoteAnswerPending)
    const ignoreOffer = !rules.polite && type === 'offer' && !readyForOffer
    changeBench(step, { ignoreOffer })
    if (ignoreOffer) {
      change(step, { receivedDescription: null })
      return
    }
    changeBench(step, { isSettingRemoteAnswerPending: type === 'answer' })
  }
  const purpose = type === 'offer' ? 'remote-offer' : 'remote-answer'
  startOperation(step, { call: 'setRemoteDescription', description: 'received' }, purpose)
}

/**
 * What the application does after one of its operations is done. It sends what `setLocalDescription()` has written
 * (`draft`): that is `localDescription` when the promise resolves, which a later operation may already have replaced.
 */
export function goOn(step: BenchStep, call: OperationCall | undefined): void {
  switch (call?.purpose) {
    case 'offer':
      changeBench(step, { makingOffer: false })
      // Above the limit are offers of applications that wanted to answer (settleOperation): they are not sent.
      if (offersByItself(step) <= MOST_OFFERS) sendDescription(step, step.context.draft)
      break
    case 'remote-offer':
      startOperation(step, { call: 'setLocalDescription' }, 'answer')
      break
    case 'answer':
      sendDescription(step, step.context.draft)
      break
    case 'remote-answer':
      changeBench(step, { isSettingRemoteAnswerPending: false })
      break
    default:
      break
  }
  flushRemote(step)
}

/** What the application does after one of its operations was refused: it notes it, and takes back its flag. */
export function giveUp(step: BenchStep, call: OperationCall | undefined): void {
  if (call?.purpose === 'offer') changeBench(step, { makingOffer: false })
  if (call?.purpose === 'remote-answer') changeBench(step, { isSettingRemoteAnswerPending: false })
}

/** Adds the candidates of the other end that the rules allow now. */
export function flushRemote(step: BenchStep): void {
  const { bench, remote, peer } = step.context
  const { arriving } = bench.rules
  if (arriving === 'by-hand' || peer === null) return
  const ready =
    arriving === 'queued'
      ? candidatesToAdd(step.context)
      : remote.flatMap(({ candidate, state }, index) => (state === 'queued' ? [{ index, candidate }] : []))
  if (ready.length === 0) return
  for (const { index, candidate } of ready)
    step.commands.push({ to: 'peer', command: { type: 'add-candidate', index, candidate } })
  change(step, {
    remote: remote.map((entry) =>
      entry.state === 'queued' && isIn(ready, entry) ? { ...entry, state: 'adding' } : entry,
    ),
  })
}

function isIn(ready: readonly { candidate: unknown }[], { candidate }: { candidate: unknown }): boolean {
  return ready.some((one) => one.candidate === candidate)
}

/** A channel was created by the other end, or has another state. */
export function noteChannel(step: BenchStep, channel: ChannelStatus): void {
  const { channels } = step.context.bench
  const others = channels.filter(({ id }) => id !== channel.id)
  changeBench(step, { channels: [...others, channel] })
}

/** The beginning of an echoed text; such a text is not echoed again, or two echoing ends would never stop. */
const ECHO = 'echo: '

/** A message has arrived on a channel; an application that echoes sends its text back. */
export function takeText(step: BenchStep, { channel, data, size }: ChannelMessage): void {
  const { received, rules } = step.context.bench
  changeBench(step, { received: [...received, { channel, data, size }] })
  if (rules.echo && data !== null && !data.startsWith(ECHO))
    startOperation(step, { call: 'channel.send', channel, data: ECHO + data }, 'echo')
}
