import { readFileSync } from 'node:fs'
import { NO_PROGRESS } from '../../../src/progress/learnerProgress'
import type { Progress } from '../../../src/progress/learnerProgress'
import { readRecording } from '../../../src/recording/readRecording'
import type { Recording } from '../../../src/recording/recording'
import type { HandIn } from '../../../src/proof/writeCertificate'

/** An example recording; with `isSecret`, as if it had not been redacted: with fingerprints of its own. */
export function exampleRecording(id = 'chromium-connected', isSecret = false): Recording {
  const file = readFileSync(`src/recording/examples/${id}.json`, 'utf8')
  // The placeholder's last byte becomes one of a real hash; both ends keep different ones.
  const text = isSecret ? file.replaceAll(/(?:00:){31}(?=[\dA-F]{2})/g, '5C:'.repeat(31)) : file
  const result = readRecording(text)
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`)
  return isSecret ? { ...result.recording, redacted: false } : result.recording
}

export const WORKED: Progress = {
  ...NO_PROGRESS,
  steps: ['capture-media', 'add-tracks'],
  predictions: { 'offer-setup': { right: 2, wrong: 1 } },
  labs: {
    'no-tracks': { marks: ['solved', 'unaided'], actions: 4, reviewed: [] },
    'lost-answer': { marks: ['solved'], actions: 9, reviewed: [] },
  },
}

export function handInOf(change: Partial<HandIn> = {}): HandIn {
  return {
    name: '王小明',
    explanation: 'The offer has two m-lines. 应答照抄次序。',
    progress: WORKED,
    recording: null,
    made: new Date('2026-11-30T10:00:00.000Z'),
    ...change,
  }
}
