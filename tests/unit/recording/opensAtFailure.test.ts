import { expect, it, test } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { lastFailure } from '../../../machines/checkpoints'
import type { Checkpoint } from '../../../machines/checkpoints'
import { tabForLesson } from '../../../src/evidence/evidenceTabs'
import { readRecordedFailure } from '../../../src/features/problem/recordedFailure'
import { lessonOfCheckpoint } from '../../../src/composables/selectedLesson'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import type { ExampleId } from '../../../src/recording/exampleIds'
import { shownAction } from '../../../src/session/nextAction'
import { openRecording } from '../../../src/session/openRecording'
import { openExample } from './examples'

const open = (id: ExampleId) => openRecording({ ...openExample(id).recording, script: HANDSHAKE_13 })

it.each([
  ['firefox-ice-failed', 'set-remote-answer', 'ice', 'iceConnectionState: failed', 'checking-failed'],
  [
    'chromium-no-candidates',
    'set-remote-answer',
    'ice',
    'icecandidate ×0, iceConnectionState: new',
    'no-candidates',
  ],
  [
    'chromium-camera-refused',
    'capture-media',
    'timeline',
    'NotAllowedError: Permission denied',
    'permission-denied',
  ],
] as const)(
  '%s opens at its failure, with the lesson, the tab, the proof and the page',
  (id, lesson, tab, proof, error) => {
    const { frame } = open(id)
    const { view, here, checkpoints } = frame.value
    expect(lessonOfCheckpoint(here, checkpoints)).toBe(lesson)
    expect(tabForLesson(lesson, view)).toBe(tab)
    expect(readRecordedFailure(view)).toMatchObject({ proof, error })
  },
)

it.each(['chromium-connected', 'firefox-connected', 'firefox-ice-repaired'] as const)(
  '%s, which ended well, opens at its beginning',
  (id) => {
    const { frame } = open(id)
    expect(frame.value.cursor).toBe(0)
    expect(readRecordedFailure(frame.value.view)).toBeNull()
  },
)

test.each(EXAMPLE_IDS)('%s never leads back to a now, and leads on at every stop', (id) => {
  const { frame, history, playback } = open(id)
  for (const { index } of frame.value.checkpoints) {
    history.lookAt(index)
    expect(['look-on', 'to-the-end', 'from-the-beginning']).toContain(shownAction(frame.value).kind)
    const before = frame.value.cursor
    playback.next()
    expect(frame.value.cursor).not.toBe(before)
  }
})

test('a failure before the hang-up counts, one that was repaired does not', () => {
  const at = (index: number, phase: Checkpoint['phase'], failed = false): Checkpoint => ({
    index,
    step: 'set-remote-answer',
    phase,
    failed,
  })
  expect(lastFailure([at(0, 'steps'), at(9, 'failed'), at(12, 'closed')])?.index).toBe(9)
  expect(lastFailure([at(0, 'steps'), at(9, 'steps', true), at(12, 'closed')])?.index).toBe(9)
  expect(lastFailure([at(0, 'steps'), at(9, 'failed'), at(12, 'connected')])).toBeNull()
  expect(lastFailure([at(0, 'steps'), at(9, 'connecting')])).toBeNull()
})
