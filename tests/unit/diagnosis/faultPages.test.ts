import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { stepIndex } from '../../../machines/steps'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { EXAMPLE_FACTS, FAULT_PROOFS, saysOf } from '../../../src/diagnosis/faultPages'
import { FAULT_FACTS, FAULT_GROUPS, faultPath, stepsOf } from '../../../src/diagnosis/faults'
import { MEND_CODE } from '../../../src/diagnosis/mendCode'
import { toJson, writeReport } from '../../../src/diagnosis/report'
import { FAULTS, isFault } from '../../../src/diagnosis/verdict'
import type { Verdict } from '../../../src/diagnosis/verdict'
import { fill } from '../../../src/i18n/i18n'
import { findAddress } from '../../../build/page-addresses'
import { describePage } from '../../../build/page-content'
import { CASES } from './faultCases'
import { LABS, labDump } from './labFixtures'

const LANGUAGES = ['zh', 'en'] as const
const NO_TEXTS = { zh: {}, en: {} }

/** Whether the page of a verdict's fault names the step and explains the certainty that the verdict has. */
function expectExplained({ fault, step, certainty }: Verdict) {
  expect(stepsOf(fault), `${fault} at ${step}`).toContain(step)
  expect(FAULT_PROOFS[fault][certainty], `${fault} is ${certainty}`).toBeDefined()
}

describe.each(FAULTS)('the page about %s', (fault) => {
  test('explains the verdict of its case: the step, and what makes it so certain', () => {
    for (const verdict of diagnose([CASES[fault][0]]).verdicts) expectExplained(verdict)
  })

  test('has an example for every place of its sentences', () => {
    for (const text of saysOf(fault))
      for (const language of LANGUAGES)
        expect(fill(text[language], EXAMPLE_FACTS[fault])).not.toMatch(/\{\w+[|}]/)
  })

  test('has code that is JavaScript, where it has any', () => {
    const code = MEND_CODE[fault] ?? ''
    // Its lines may await, as in a module.
    expect(() => new Script(`async () => {\n${code}\n}`)).not.toThrow()
  })

  test('has an address, a title and a description of its own in each language, and is named in reports', () => {
    const dumps = [CASES[fault][0]]
    const diagnosis = diagnose(dumps)
    for (const language of LANGUAGES) {
      const path = faultPath(fault, language)
      const address = findAddress(path)!
      expect(address).toMatchObject({ page: 'fault', fault, language })
      const { title, description } = describePage(address, {
        steps: NO_TEXTS,
        concepts: NO_TEXTS,
        errors: NO_TEXTS,
      })
      expect(title).toMatch(/\S \| /)
      expect(description).not.toMatch(/[`{}]/)
      for (const form of ['text', 'markdown'] as const)
        expect(writeReport(diagnosis, dumps, language, form)).toContain(path)
      expect(JSON.stringify(toJson(diagnosis, dumps, language))).toContain(`"page":"${path}"`)
    }
  })
})

test('the verdict of every lab’s failing call is explained by its page', async () => {
  for (const lab of LABS)
    for (const verdict of diagnose([await labDump(lab, 'rtcstats-v3.gz')]).verdicts) expectExplained(verdict)
})

test('the list has every fault once, in the order of the steps', () => {
  expect(FAULT_GROUPS.flatMap(({ faults }) => faults).toSorted()).toEqual([...FAULTS].toSorted())
  const steps = FAULT_GROUPS.map(({ step }) => (step === null ? Infinity : stepIndex(step)))
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  for (const { step, faults } of FAULT_GROUPS)
    for (const fault of faults) expect(step ?? 'set-remote-answer').toBe(FAULT_FACTS[fault].steps[0])
})

test('an address that names no fault is found out', () => {
  expect(['no-path', 'glare', '', 'toString'].filter(isFault)).toEqual(['no-path'])
  expect(findAddress('/en/diagnose/glare/')).toBeUndefined()
})
