import type { Change, History } from './history'
import { lastOf, numberOf, reportsOf, textOf } from './stats'

const UP = ['connected', 'completed']

/** How far ICE and DTLS of a connection came (WebRTC §4.3.3, §4.4.3). */
export interface Connectivity {
  /** ICE began to check. */
  readonly hasChecked: boolean
  readonly hasIce: boolean
  /** Media or data could flow: ICE and DTLS were both done at some time. */
  readonly hasConnected: boolean
  /** The first line that says so; null if only statistics do, or nothing. */
  readonly iceUp: Change | null
  readonly up: Change | null
  /** The first `failed`, of ICE before it was connected. */
  readonly iceFailed: Change | null
  /** The `failed` of the connection that nothing healed; null: none. */
  readonly failed: Change | null
  /** The last `disconnected` after ICE was connected. */
  readonly disconnected: Change | null
  /** Whether it is up at the end of the dump, or was until the app closed it. */
  readonly isUp: boolean
  readonly lastIce: string
  readonly lastConnection: string
}

/** Reads the connectivity of a connection from its states, and from statistics where no states are recorded. */
export function connectivityOf(history: History): Connectivity {
  const known = remembered.get(history) ?? readConnectivity(history)
  remembered.set(history, known)
  return known
}

/** Rules that look at all connections of a dump would read each of them once for every other one. */
const remembered = new WeakMap<History, Connectivity>()

function readConnectivity(history: History): Connectivity {
  const { ice, connectionStates, reports } = history
  const pairs = reportsOf(reports, 'candidate-pair')
  const works = pairs.some(
    (pair) =>
      textOf(pair, 'state') === 'succeeded' &&
      (lastOf(pair, 'nominated') === true || lastOf(pair, 'selected') === true || moves(pair)),
  )
  const dtls = reportsOf(reports, 'transport').map((transport) => textOf(transport, 'dtlsState'))
  const flows = reportsOf(reports, 'inbound-rtp').some(
    (report) => (numberOf(report, 'packetsReceived') ?? 0) > 0,
  )
  const iceUp = ice.find(({ value }) => UP.includes(value)) ?? null
  const hasIce = iceUp !== null || works
  const recorded = connectionStates.find(({ value }) => value === 'connected') ?? null
  const lastConnection = last(connectionStates)
  const lastIce = last(ice)
  // Dumps of before 2019, and Firefox's reports, do not have the state of the connection.
  const hasDtls = dtls.length > 0 ? dtls.includes('connected') : true
  const isSilent = connectionStates.length === 0 || (recorded === null && lastConnection === '')
  const hasConnected =
    recorded !== null || flows || dtls.includes('connected') || (isSilent && hasIce && hasDtls)
  const up = recorded ?? (isSilent && hasConnected ? iceUp : null)
  const failed = lastFailure(history)
  const isDown = ['disconnected', 'failed'].includes(lastConnection || lastIce) || lastIce === 'failed'
  return {
    hasChecked: ice.some(({ value }) => value === 'checking') || hasIce || pairs.some(isTried),
    hasIce,
    hasConnected,
    iceUp,
    up,
    iceFailed: hasIce ? null : failureOfIce(history),
    failed,
    disconnected: lastDisconnect(history),
    isUp: hasConnected && !isDown && failed === null,
    lastIce,
    lastConnection,
  }
}

/** The value before a close: `closed` says nothing about the path. */
function last(changes: readonly Change[]): string {
  return changes.findLast(({ value }) => value !== 'closed')?.value ?? ''
}

function lastFailure({ ice, connectionStates }: History): Change | null {
  const from = (changes: readonly Change[]) => {
    const index = changes.findLastIndex(({ value }) => value === 'failed')
    const later = changes.slice(index + 1)
    return index === -1 || later.some(({ value }) => UP.includes(value)) ? null : (changes[index] ?? null)
  }
  return from(connectionStates) ?? from(ice)
}

/** Chromium never sets ICE to `failed`: it stays `disconnected`, and the connection becomes `failed`. */
function failureOfIce({ ice, connectionStates }: History): Change | null {
  return (
    connectionStates.find(({ value }) => value === 'failed') ??
    ice.find(({ value }) => value === 'failed') ??
    null
  )
}

function lastDisconnect({ ice, connectionStates }: History): Change | null {
  const find = (changes: readonly Change[]) => {
    const first = changes.findIndex(({ value }) => UP.includes(value))
    const index = changes.findLastIndex(({ value }) => value === 'disconnected')
    return first !== -1 && index > first ? (changes[index] ?? null) : null
  }
  const [one, other] = [find(ice), find(connectionStates)]
  if (one === null || other === null) return one ?? other
  return one.seq < other.seq ? one : other
}

function isTried(pair: Parameters<typeof numberOf>[0]): boolean {
  const isOver = ['in-progress', 'succeeded', 'failed'].includes(textOf(pair, 'state'))
  return (numberOf(pair, 'requestsSent') ?? 0) > 0 || isOver
}

function moves(pair: Parameters<typeof numberOf>[0]): boolean {
  return (numberOf(pair, 'bytesReceived') ?? 0) > 0
}
