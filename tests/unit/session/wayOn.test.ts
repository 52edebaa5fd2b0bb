import { expect, test } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { STEPS } from '../../../machines/steps'
import { replayHistory } from '../../../src/session/replayHistory'
import { readFrame } from '../../../src/session/callFrame'
import type { CallFrame } from '../../../src/session/callFrame'
import { canHangUp, shownAction } from '../../../src/session/nextAction'
import { openRecording } from '../../../src/session/openRecording'
import { playChoice } from '../../../src/session/playing'
import { changed, logOf, runOf, runUntilConnected, runUpTo } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'

const error = { name: 'OperationError', message: 'refused' }
const hangUp: EventAtEnd = ['caller', { type: 'call.hang-up' }]
const after = (index: number) => runUpTo(STEPS[index]!.id)
const before = (index: number) => (index === 0 ? [] : after(index - 1))

/** Every state of a call on one page, by name. */
const STATES: [string, EventAtEnd[]][] = [
  ['fresh', []],
  ...STEPS.flatMap(({ id, end }, index): [string, EventAtEnd[]][] => [
    [`${id} ready`, before(index)],
    [`${id} busy`, [...before(index), runOf(id)]],
    [`${id} failed`, [...before(index), runOf(id), [end, { type: `xstate.error.actor.${id}`, error }]]],
    [`hung up at ${id}`, [...before(index), runOf(id), hangUp]],
  ]),
  ['waiting', after(5).filter(([, { type }]) => type !== 'signal.description')],
  ['connecting', after(12)],
  ['connected', runUntilConnected()],
  ['interrupted', [...runUntilConnected(), changed('caller', { connectionState: 'disconnected' })]],
  ['failed', [...runUntilConnected(), changed('caller', { connectionState: 'failed' })]],
  [
    'failed before connecting',
    [...after(12), changed('callee', { iceConnectionState: 'failed', connectionState: 'failed' })],
  ],
  ['hung up', [...runUntilConnected(), hangUp]],
]

function frameOf(told: EventAtEnd[], cursor: number | null = null): CallFrame {
  const history = replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(told))
  const source = { runningTo: null, playing: false, channelName: '', samples: [], tabs: null }
  return readFrame({ ...source, history, settings: DEFAULT_SETTINGS, isLive: true, cursor }, null)
}

test.each(STATES)('%s: the main button leads on, or it waits and the call can be hung up', (_name, told) => {
  const frame = frameOf(told)
  expect(shownAction(frame).does !== 'nothing' || canHangUp(frame.view)).toBe(true)
})

test.each(STATES)('%s: every moment of its past leads on', (_name, told) => {
  for (let cursor = 0; cursor < told.length; cursor += 1) {
    expect(shownAction(frameOf(told, cursor)).does).toBe('next')
  }
})

test.each(STATES)('%s, recorded: every stop leads on, and never to a now', (_name, told) => {
  const { frame, history } = openRecording({
    script: HANDSHAKE_13,
    settings: DEFAULT_SETTINGS,
    log: logOf(told),
  })
  for (const { index } of frame.value.checkpoints) {
    history.lookAt(index)
    expect(['look-on', 'to-the-end', 'from-the-beginning']).toContain(shownAction(frame.value).kind)
  }
})

test('a connected call is never waited at, and play does not press its button again', () => {
  const action = shownAction(frameOf(runUntilConnected()))
  expect(action).toEqual({ kind: 'connected', does: 'lead-on' })
  expect(playChoice(action)).toBe('stop')
})
