import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { fillLab } from '../../../src/features/worksheet/labBlanks'
import { readSheetCall } from '../../../src/features/worksheet/sheetCall'
import type { SheetCall } from '../../../src/features/worksheet/sheetCall'
import { stepQuestions } from '../../../src/features/worksheet/sheetQuestions'
import { fillStep } from '../../../src/features/worksheet/stepBlanks'
import { LESSON_IDS } from '../../../src/lessons/lessonIds'
import { QUESTIONS } from '../../../src/predict/bank'
import { loadWords } from '../../../src/predict/questionWords'

async function open(path: string): Promise<SheetCall> {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const call = await readSheetCall('a.json', new Blob([text]))
  if ('reason' in call) throw new Error(call.reason)
  return call
}

let example: SheetCall
let bench: SheetCall
beforeAll(async () => {
  example = await open('src/recording/examples/chromium-connected.json')
  bench = await open('tests/fixtures/labs/wrong-order/recording.json.gz')
  await loadWords('en')
})

const valuesOf = (filled: ReturnType<typeof fillStep>) =>
  Object.fromEntries(filled.map(({ name, end, value }) => [end === null ? name : `${end}.${name}`, value]))

test.each(LESSON_IDS)('the sheet of %s is blank without a call, and has a value in a real call', (id) => {
  const blanks = fillStep(id, null)
  expect(blanks.length).toBeGreaterThan(1)
  expect(blanks.every(({ value }) => value === null)).toBe(true)
  const values = fillStep(id, example).filter(({ name }) => name !== 'pair')
  // Nobody hangs up in this recording.
  if (id === 'hang-up') return
  expect(values.filter(({ value }) => value === null)).toEqual([])
})

test('values are those that the panels show', () => {
  expect(valuesOf(fillStep('create-offer', example))).toMatchObject({
    'caller.sections': '0 audio, 1 video',
    'caller.ufrag': expect.stringMatching(/^ufrag\d+$/) as string,
    'caller.fingerprint': expect.stringMatching(/^sha-256 (?:[\dA-F]{2}:){3}[\dA-F]{2}$/) as string,
    'caller.setup': 'actpass',
    'caller.candidateLines': '0',
    'caller.signalingState': 'stable',
    'caller.slots': '–',
  })
  expect(valuesOf(fillStep('set-local-offer', example))).toMatchObject({
    'caller.signalingState': 'have-local-offer',
    'caller.slots': 'pendingLocal: offer',
  })
  expect(valuesOf(fillStep('set-remote-offer', example))).toMatchObject({
    'callee.direction': 'audio recvonly, video recvonly',
  })
  expect(valuesOf(fillStep('connected', example))).toMatchObject({
    'caller.connectionState': 'connected',
    // A recording holds no statistics.
    'caller.pair': null,
  })
})

test('a question on paper never tells its answer without a call that shows it, unless the answer is stored', () => {
  for (const id of LESSON_IDS) {
    for (const question of stepQuestions(id, null)) {
      const asked = QUESTIONS.find((one) => one.id === question.id)
      expect(question.ask.en, question.id).not.toBe('')
      expect(question.right !== null, question.id).toBe(asked !== undefined && 'answer' in asked)
    }
  }
  const [first] = stepQuestions('create-offer', example)
  expect(first?.options[first.right ?? -1]?.en).toBe('Nothing at all')
})

test('the sheet of a lab takes its values from the bench: the refused call with the browser’s text', () => {
  expect(fillLab(null).every(({ value }) => value === null)).toBe(true)
  const values = valuesOf(fillLab(bench))
  expect(Number(values['actions'])).toBeGreaterThan(0)
  expect(values['refusedCall']).toMatch(/\(/)
  expect(values['errorText']).toMatch(/Error/)
})

test('what is no recording is refused with its reason', async () => {
  expect(await readSheetCall('x', new Blob(['no json']))).toMatchObject({ reason: 'not-json' })
})
