import type { Description, MediaSummary, Problem } from '../contracts'
import type { Operation } from '../endActors'
import type { ChannelStatus, OperationCall, Purpose } from './benchContracts'
import { fillOperation } from './fillOperation'
import { sendByHand } from './outgoing'
import { change, changeBench } from './stepUnderWay'
import type { BenchStep } from './stepUnderWay'

/** What became of an operation. */
export type Outcome = { state: 'done'; result: unknown } | { state: 'refused'; problem: Problem }

/**
 * Starts an operation: on the connection, or `send`, which the application itself carries out. An operation without the
 * argument it names is refused by the application and never reaches the browser.
 */
export function startOperation(step: BenchStep, operation: Operation, purpose: Purpose): void {
  const id = step.context.bench.operations.length
  const filled = fillOperation(step.context, operation)
  const call: OperationCall = { id, operation, purpose, state: 'pending' }
  changeBench(step, { operations: [...step.context.bench.operations, call] })
  change(step, { problem: null })
  if (!filled.ok) {
    settleOperation(step, id, { state: 'refused', problem: filled.problem })
    return
  }
  if (operation.call === 'send') {
    const problem = sendByHand(step, String(operation['what']))
    settleOperation(
      step,
      id,
      problem === null ? { state: 'done', result: null } : { state: 'refused', problem },
    )
    return
  }
  prepare(step, operation)
  step.commands.push({ to: 'peer', command: { type: 'run', id, operation: filled.operation } })
}

/** What changes as soon as an operation is called, before its outcome is known. */
function prepare(step: BenchStep, { call, candidate }: Operation) {
  switch (call) {
    case 'create':
      // The connection before it is closed, and with it everything that belonged to it. Its status stays until the new
      // one reports: a change that the old one has reported may still be on its way.
      change(step, {
        draft: null,
        descriptionSent: false,
        gathered: false,
        local: [],
        remote: [],
        candidateErrors: [],
        tracks: [],
        placeholder: null,
      })
      changeBench(step, { channels: [], negotiationNeeded: false, endSent: false })
      break
    case 'setLocalDescription':
      change(step, { descriptionSent: false })
      break
    case 'addIceCandidate':
      if (candidate === 'received') {
        const index = step.context.remote.findIndex(({ state }) => state === 'queued')
        change(step, {
          remote: step.context.remote.map((entry, at) =>
            at === index ? { ...entry, state: 'adding' } : entry,
          ),
        })
      }
  }
}

/**
 * Notes what became of an operation, and what the end knows by it. Returns the call; undefined for an outcome of an
 * operation that does not exist or has its outcome.
 */
export function settleOperation(step: BenchStep, id: number, outcome: Outcome): OperationCall | undefined {
  const call = step.context.bench.operations.find((one) => one.id === id)
  if (call?.state !== 'pending') return undefined
  const settled: OperationCall = { ...call, ...kept(outcome), purpose: purposeOf(call, outcome) }
  changeBench(step, {
    operations: step.context.bench.operations.map((one) => (one === call ? settled : one)),
  })
  if (call.operation.call === 'addIceCandidate') settleCandidate(step, call, outcome)
  if (outcome.state === 'refused') {
    change(step, { problem: outcome.problem, ...(call.operation.call === 'create' && { peer: null }) })
  } else learn(step, call, outcome.result)
  return settled
}

/**
 * Without an argument `setLocalDescription()` makes an offer in the state stable (RFC 9429 §5.4), also where the
 * application wanted to answer: another operation has answered before it.
 */
function purposeOf({ purpose }: OperationCall, outcome: Outcome): Purpose {
  const wrote = outcome.state === 'done' ? written(outcome.result) : null
  return purpose === 'answer' && wrote?.type === 'offer' ? 'offer' : purpose
}

/** Descriptions are long and stand in their slots, so only short results stay with the call. */
function kept(outcome: Outcome): Partial<OperationCall> {
  if (outcome.state === 'refused') return { state: 'refused', problem: outcome.problem }
  const { result } = outcome
  const isShort =
    typeof result === 'object' && result !== null && ('transceiver' in result || 'channel' in result)
  return { state: 'done', ...(isShort && { result }) }
}

function learn(step: BenchStep, { operation }: OperationCall, result: unknown) {
  switch (operation.call) {
    case 'capture':
      // A recording may state any result for any operation.
      if (operation['name'] === undefined && 'tracks' in Object(result))
        change(step, { media: result as MediaSummary })
      break
    case 'createOffer':
    case 'createAnswer':
      change(step, { draft: written(result) })
      break
    case 'setLocalDescription':
      change(step, { draft: written(result) })
      changeBench(step, { negotiationNeeded: false })
      break
    case 'setRemoteDescription':
      // A placeholder belongs to the description before: another generation needs its own.
      change(step, { receivedDescription: null, placeholder: null })
      break
    case 'createDataChannel':
      changeBench(step, { channels: [...step.context.bench.channels, newChannel(operation, result)] })
  }
}

/** What the connection has written; null after a rollback. */
function written(result: unknown): Description | null {
  const { type, sdp } = Object(result) as Partial<Record<keyof Description, string>>
  const isWritten = type === 'offer' || type === 'answer' || type === 'pranswer'
  return isWritten && sdp !== undefined ? { type, sdp } : null
}

function settleCandidate(step: BenchStep, { operation }: OperationCall, outcome: Outcome) {
  if (operation['candidate'] !== 'received') return
  const index = step.context.remote.findIndex(({ state }) => state === 'adding')
  change(step, {
    remote: step.context.remote.map((entry, at) => {
      if (at !== index) return entry
      return outcome.state === 'done'
        ? { ...entry, state: 'added' }
        : { ...entry, state: 'refused', problem: outcome.problem }
    }),
  })
}

/** A channel that this end has made; its events report the rest. */
function newChannel({ label, options }: Operation, result: unknown): ChannelStatus {
  const {
    protocol = '',
    ordered = true,
    negotiated = false,
    id = null,
  } = Object(options) as {
    protocol?: string
    ordered?: boolean
    negotiated?: boolean
    id?: number
  }
  const { channel = '' } = Object(result) as { channel?: string }
  return {
    id: channel,
    label: String(label),
    protocol,
    ordered,
    negotiated,
    streamId: id,
    readyState: 'connecting',
  }
}
