import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { Call } from '../../../src/session/createCall'
import { MAX_ENTRIES } from '../../../src/recording/recording'
import { readRecording } from '../../../src/recording/readRecording'
import { takeRecording } from '../../../src/recording/saveRecording'
import { createCallSource } from '../../../src/session/callSource'
import type { CallSource } from '../../../src/session/callSource'
import { writeRecording } from '../../../src/recording/writeRecording'
import { createFakeCall, runStep } from '../../support/fakeCall'
import { exampleText, openExample } from '../recording/examples'

let live: Call
let stage: CallSource

beforeEach(() => {
  live = createFakeCall().call
  stage = createCallSource(shallowRef(live))
})

afterEach(() => live.close())

const file = (text: string) => () => Promise.resolve(new Blob([text]))

it('shows a recording in front of the running call, and the call again', async () => {
  await runStep(live)
  const before = live.history.view.value
  await stage.open('one.json', file(exampleText('firefox-connected')))
  expect(stage.shown.value).toMatchObject({ name: 'one.json', call: { controls: null } })
  expect(stage.shown.value?.call.history.view.value.trace.events).toHaveLength(0)
  stage.close()
  expect(stage.shown.value).toBeNull()
  expect(live.history.view.value).toBe(before)
})

it('keeps what is on screen when a file cannot be opened, and opens the dialog to say why', async () => {
  await stage.open('one.json', file(exampleText('firefox-connected')))
  const { shown } = stage
  const first = shown.value
  await stage.open('two.json', file('{}'))
  expect(shown.value).toBe(first)
  expect(stage.problem.value).toMatchObject({ name: 'two.json', reason: 'foreign' })
  expect(stage.isDialogOpen.value).toBe(true)
  expect(stage.opening.value).toBeNull()
})

it('says that an example could not be fetched', async () => {
  await stage.open('x', () => Promise.reject(new Error('404 Not Found')))
  expect(stage.problem.value).toEqual({ name: 'x', reason: 'not-found', detail: '404 Not Found' })
})

it('shows the one asked for last, whichever is read first', async () => {
  let release: (blob: Blob) => void = () => undefined
  const slow = stage.open('slow', () => new Promise<Blob>((resolve) => (release = resolve)))
  await stage.open('quick', file(exampleText('chromium-camera-refused')))
  release(new Blob([exampleText('firefox-connected')]))
  await slow
  expect(stage.shown.value?.name).toBe('quick')
})

it('saves an open recording as it is, but for a new title', async () => {
  const text = exampleText('firefox-connected')
  await stage.open('one.json', file(text))
  expect(writeRecording(takeRecording(stage, { title: '', redacts: true }))).toBe(text)
  expect(takeRecording(stage, { title: ' mine ', redacts: true }).title).toBe('mine')
})

it('of a call too long for a file the beginning is saved, and can be opened again', () => {
  // Node 20 has no navigator.
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0' })
  const log = Array.from({ length: MAX_ENTRIES + 1 }, (_, seq) => ({
    seq,
    at: seq,
    end: 'caller' as const,
    event: { type: 'pc.negotiation-needed' as const },
  }))
  const stage = { shown: shallowRef(null), live: shallowRef({ ...live, log: () => log }) }
  const saved = readRecording(writeRecording(takeRecording(stage, { title: '', redacts: true })))
  expect(saved.ok && saved.recording.log).toHaveLength(MAX_ENTRIES)
})

it('what could not be opened is never written', () => {
  const recording = openExample('chromium-connected').recording
  const log = Array.from({ length: MAX_ENTRIES + 1 }, (_, seq) => ({ ...recording.log[0]!, seq }))
  expect(() => writeRecording({ ...recording, log })).toThrow()
})
