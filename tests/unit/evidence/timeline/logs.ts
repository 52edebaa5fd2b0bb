import type { LogEntry } from '../../../../machines/log'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { replayHistory } from '../../../../src/session/replayHistory'
import { viewCall } from '../../../../src/session/callView'
import type { Trace } from '../../../../src/trace/trace'
import { createFakeCall, runStep, until } from '../../../support/fakeCall'

/** The trace of a call with this log. */
export function traceOf(log: readonly LogEntry[]): Trace {
  return viewCall(replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, log)).trace
}

/** The log of a call that connects, by all thirteen steps. */
export async function happyLog(): Promise<readonly LogEntry[]> {
  const { call } = createFakeCall()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  return call.log()
}

/** The log of a call whose first capture is refused and which is hung up after step 4. */
export async function troubledLog(): Promise<readonly LogEntry[]> {
  const { call, refuseMedia } = createFakeCall()
  refuseMedia(new DOMException('Permission denied; #1 <b>%%', 'NotAllowedError'))
  await until(call, ({ turn }) => turn.tag === 'ready')
  call.playback.next()
  await until(call, ({ turn }) => turn.tag === 'failed')
  refuseMedia(null)
  call.playback.next()
  await until(call, ({ statuses }) => statuses['capture-media'] === 'done')
  for (let step = 0; step < 3; step += 1) await runStep(call)
  call.controls.hangUp()
  await until(call, ({ turn }) => turn.phase === 'closed')
  return call.log()
}

/** The log of a call that ICE gave up on and an ICE restart repaired. */
export async function repairedLog(): Promise<readonly LogEntry[]> {
  const { call, network } = createFakeCall()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  for (const connection of network.connections) connection.setConnectionState('failed')
  await until(call, ({ turn }) => turn.phase === 'failed')
  call.playback.next()
  await until(call, ({ turn }) => turn.phase === 'connected')
  return call.log()
}
