import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Fault } from '../../../src/diagnosis/verdict'
import type { ExampleId } from '../../../src/recording/exampleIds'
import { exampleText } from '../recording/examples'
import { dumpOf } from './labFixtures'

/** The first fault of each recorded call; null: the call is healthy. */
const CALLS: Readonly<Record<ExampleId, Fault | null>> = {
  'chromium-connected': null,
  'chromium-camera-refused': 'media-refused',
  'chromium-no-candidates': 'no-path',
  'firefox-connected': null,
  'firefox-ice-failed': 'no-path',
  'firefox-ice-repaired': null,
}

for (const [id, fault] of Object.entries(CALLS))
  test(`our recording ${id}: ${fault ?? 'healthy'}`, async () => {
    const { verdicts, healthy } = diagnose([await dumpOf(exampleText(id as ExampleId))])
    expect(verdicts[0]?.fault ?? null).toBe(fault)
    expect(healthy).toBe(fault === null)
  })
