import { beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { SCRIPTS } from '../../../machines/scripts/registry'
import { makeRecording } from '../../../src/recording/makeRecording'
import { readRecording } from '../../../src/recording/readRecording'
import type { Recording } from '../../../src/recording/recording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import type { AppendableHistory } from '../../../src/session/callHistory'
import { runTiny } from '../../support/tinyCall'
import { TINY } from '../../support/tinyScript'
import { exampleText } from './examples'
import { MADE } from './recordedCall'

const WITH_TINY = [...SCRIPTS, TINY]
let history: AppendableHistory
let recording: Recording
let file: string
beforeAll(async () => {
  history = await runTiny()
  const { script, log } = history
  recording = makeRecording({ script, settings: DEFAULT_SETTINGS, log, browser: 'Test 1', made: MADE })
  file = writeRecording(recording, WITH_TINY)
})

/** The file with one text replaced, which must be in it. */
function changed(from: string, to: string, text = file): string {
  expect(text).toContain(from)
  return text.replace(from, to)
}

describe('a recording of a second script', () => {
  test('opens with its own script, to the moments and checkpoints it went through', () => {
    const result = readRecording(file, WITH_TINY)
    if (!result.ok) throw new Error(result.detail)
    expect(result.script).toBe(TINY)
    expect(result.recording.log).toEqual(recording.log)
    const plain = ({ caller, callee }: (typeof result.snapshots)[number]) =>
      JSON.stringify([caller.value, caller.context, callee.value, callee.context])
    expect(result.snapshots.map(plain)).toEqual(history.snapshots.map(plain))
    expect(writeRecording(result.recording, WITH_TINY)).toBe(file)
  })

  test('is redacted as any other, and still opens', () => {
    const redacted = redactRecording(recording, WITH_TINY)
    expect(redacted.redacted).toBe(true)
    expect(readRecording(writeRecording(redacted, WITH_TINY), WITH_TINY).ok).toBe(true)
  })

  test('is refused by name where the app does not have its script', () => {
    expect(readRecording(file)).toEqual({ ok: false, reason: 'newer', detail: 'script: tiny 1' })
    expect(() => writeRecording(recording)).toThrow('tiny 1')
  })

  test('has no steps of another script: none that was run, none that ended, none at a checkpoint', () => {
    const run = changed('"data":{"step":"prepare"}', '"data":{"step":"capture-media"}')
    const ended = changed('"step":"post-offer"}', '"step":"create-answer"}')
    const checkpoint = changed('"step":"prepare","phase"', '"step":"add-tracks","phase"')
    for (const text of [run, ended, checkpoint]) {
      const result = readRecording(text, WITH_TINY)
      expect(result).toMatchObject({ ok: false, reason: 'damaged' })
    }
  })

  test('nor has the first script a step of the second', () => {
    const text = exampleText('chromium-connected')
    const run = changed('"data":{"step":"capture-media"}', '"data":{"step":"prepare"}', text)
    expect(readRecording(run, WITH_TINY)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  test('a file that names no script, or none by a name, is damaged there', () => {
    const none = changed('"script": {', '"scripts": {')
    const odd = changed('"id": "tiny"', '"id": 7')
    for (const text of [none, odd]) {
      const result = readRecording(text, WITH_TINY)
      expect(result).toMatchObject({ ok: false, reason: 'damaged', detail: expect.stringMatching(/^script/) })
    }
  })
})
