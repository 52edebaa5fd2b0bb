import { makeRecording } from '../../../src/recording/makeRecording'
import type { Recording } from '../../../src/recording/recording'
import { createFakeCall, until } from '../../support/fakeCall'
import type { Call } from '../../../src/session/createCall'

export const MADE = new Date('2026-05-04T03:02:01.000Z')

/** The log of a call as a recording, with nothing redacted. */
export function recordingOf(call: Call): Recording {
  const { settings } = call.snapshots()[0]!.caller.context
  return makeRecording({
    script: call.frame.value.script,
    settings,
    log: call.log(),
    browser: 'Test 1',
    made: MADE,
  })
}

/** A whole call between fake peers. The caller closes it. */
export async function connectedCall(): Promise<Call> {
  const { call } = createFakeCall()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  return call
}
