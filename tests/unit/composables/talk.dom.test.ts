import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STEP_IDS } from '../../../machines/steps'
import {
  formatTalk,
  MAX_LINE,
  MAX_NOTE,
  planStops,
  readLines,
  readNotes,
  readStops,
  setStopNote,
  stopLines,
  stopNotes,
  stopPoints,
  turnStop,
  writeLines,
} from '../../../src/composables/talk'

test('stored stop points are read in the order of the call, and anything else is left out', () => {
  expect(readStops('create-answer create-offer')).toEqual(['create-offer', 'create-answer'])
  expect(readStops(null)).toEqual([])
  fc.assert(
    fc.property(fc.string(), fc.subarray([...STEP_IDS]), (text, ids) => {
      const read = readStops([...ids.toReversed(), `<${text}>`].join(' '))
      expect(read.filter((id) => ids.includes(id))).toEqual(ids)
      expect(STEP_IDS.filter((id) => read.includes(id))).toEqual(read)
    }),
  )
})

test('the lines of a presenter are stored and read again, tidied; anything else is left out', () => {
  const stored = writeLines({ 'create-offer': '  who\nhas it? ', 'add-tracks': ' ', 'capture-media': 'a' })
  expect(stored).toBe('capture-media a\ncreate-offer who has it?')
  expect(readLines(stored)).toEqual({ 'capture-media': 'a', 'create-offer': 'who has it?' })
  expect(readLines(null)).toEqual({})
  expect(readLines('nonsense\nno-step x\ncreate-offer')).toEqual({})
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(...STEP_IDS), (text, id) => {
      const lines = readLines(`${text}\n${id} ${text}`)
      expect(readLines(writeLines(lines))).toEqual(lines)
      for (const line of Object.values(lines)) {
        expect(line.length).toBeGreaterThan(0)
        expect(line.length).toBeLessThanOrEqual(MAX_LINE)
        expect(line).not.toMatch(/[\n\r\t]/)
      }
      expect(Object.keys(lines).every((key) => (STEP_IDS as readonly string[]).includes(key))).toBe(true)
    }),
  )
})

test('a time has minutes without an end and two digits of seconds', () => {
  expect([0, 9, 61, 2700, 7261].map(formatTalk)).toEqual(['0:00', '0:09', '1:01', '45:00', '121:01'])
})

test('notes are read from any text without an error, each cut at its limit', () => {
  expect(readNotes('{"create-offer":"two\\nlines","no-step":"x","add-tracks":7}')).toEqual({
    'create-offer': 'two\nlines',
  })
  expect(
    readNotes(JSON.stringify({ 'create-offer': 'x'.repeat(MAX_NOTE + 1) }))['create-offer'],
  ).toHaveLength(MAX_NOTE)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const [id, note] of Object.entries(readNotes(text))) {
        expect(STEP_IDS).toContain(id)
        expect(typeof note).toBe('string')
      }
    }),
  )
})

test('a planned lesson replaces stops and questions, and no note that the presenter wrote', () => {
  localStorage.clear()
  turnStop('add-tracks')
  setStopNote('create-offer', 'mine')
  planStops([
    { step: 'send-offer', ask: 'Who carries it?', expect: 'the application' },
    { step: 'create-offer', ask: 'What changes?', expect: 'nothing' },
  ])
  expect(stopPoints.value).toEqual(['create-offer', 'send-offer'])
  expect(stopLines.value['create-offer']).toBe('What changes?')
  expect(stopNotes.value).toMatchObject({ 'create-offer': 'mine', 'send-offer': 'the application' })
})

test('a change keeps what another tab stored meanwhile, and taking a stop away keeps its note', () => {
  localStorage.clear()
  setStopNote('create-offer', 'of this tab')
  localStorage.setItem(
    'handshake.stop-notes',
    JSON.stringify({ 'create-offer': 'of this tab', 'add-tracks': 'of the other tab' }),
  )
  setStopNote('send-offer', 'later')
  expect(stopNotes.value).toMatchObject({ 'create-offer': 'of this tab', 'add-tracks': 'of the other tab' })
  localStorage.setItem('handshake.stop-points', 'create-offer')
  turnStop('create-offer')
  expect(stopPoints.value).toEqual([])
  expect(readNotes(localStorage.getItem('handshake.stop-notes'))['create-offer']).toBe('of this tab')
})
