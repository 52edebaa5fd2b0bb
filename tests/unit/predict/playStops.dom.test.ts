import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import type { StepId } from '../../../machines/steps'
import PredictPanel from '../../../src/features/predict/PredictPanel.vue'
import { shownQuestion } from '../../../src/features/predict/shownQuestion'
import { reading } from '../../../src/i18n/useI18n'
import { answersOf } from '../../../src/predict/answers'
import { questionsOf } from '../../../src/predict/bank'
import { loadWords } from '../../../src/predict/questionWords'
import { createProgress, PROGRESS } from '../../../src/progress/progressStore'
import { CALL } from '../../../src/session/callSession'
import { createFakeCall, until } from '../../support/fakeCall'

let close = () => {}

beforeEach(async () => {
  await loadWords('en')
  reading.value = 'en'
  shownQuestion.clear()
  localStorage.clear()
})
afterEach(() => close())

/** A new call beside the note of its first step. */
async function open() {
  const { call } = createFakeCall()
  call.playback.speed.value = 500
  const panel = mount(PredictPanel, {
    props: { lesson: 'capture-media' },
    global: {
      provide: { [CALL as symbol]: call, [PROGRESS as symbol]: createProgress() },
      stubs: { RouterLink: RouterLinkStub },
    },
    attachTo: document.body,
  })
  await flushPromises()
  close = () => {
    panel.unmount()
    call.close()
  }
  const stop = () => panel.find('[data-play-stop]')
  const stoppedAt = async (step: StepId) => {
    await until(call, () => call.playback.stoppedBefore.value === step)
    await nextTick()
  }
  const guess = (step: StepId) => {
    const [question] = questionsOf(step)
    answersOf(call.history.now.value.trace).set(question!.id, { guess: question!.options[0]! })
  }
  return { call, panel, stop, stoppedAt, guess }
}

test('play runs what was pressed, stops before the next question, says so, and asks it', async () => {
  const { call, panel, stop, stoppedAt } = await open()
  call.playback.play()
  await stoppedAt('add-tracks')
  expect(call.playback.playing.value).toBe(false)
  expect(call.history.now.value.turn).toMatchObject({ step: 'add-tracks', tag: 'ready' })
  expect(stop().text()).toContain('Play has stopped before step 2')
  const [question] = questionsOf('add-tracks')
  expect(panel.find(`[data-question="${question!.id}"][data-stage="open"]`).exists()).toBe(true)
})

test('one press goes on, and who went on without a guess is not stopped again in this call', async () => {
  const { call, panel, stop, stoppedAt } = await open()
  call.playback.play()
  await stoppedAt('add-tracks')
  await panel.get('[data-action="play-on"]').trigger('click')
  await until(call, ({ turn }) => turn.phase === 'connected')
  expect(stop().exists()).toBe(false)

  // A new call asks again.
  call.playback.restart()
  call.playback.play()
  await stoppedAt('add-tracks')
})

test('who guesses is stopped at the next question', async () => {
  const { call, stoppedAt, guess } = await open()
  call.playback.play()
  await stoppedAt('add-tracks')
  guess('add-tracks')
  call.playback.play()
  await stoppedAt('create-offer')
})

test('a question that was answered before does not stop play', async () => {
  const { call, stoppedAt, guess } = await open()
  guess('add-tracks')
  call.playback.play()
  await stoppedAt('create-offer')
})

test('the learner’s own press ends the stop', async () => {
  const { call, stop, stoppedAt } = await open()
  call.playback.play()
  await stoppedAt('add-tracks')
  call.playback.next()
  await until(call, ({ turn }) => turn.step === 'create-offer')
  await nextTick()
  expect(stop().exists()).toBe(false)
  expect(call.playback.playing.value).toBe(false)
})

test('where no question is on screen, play stops nowhere', async () => {
  const { call } = await open()
  close()
  const { call: other } = createFakeCall()
  other.playback.speed.value = 500
  close = () => other.close()
  other.playback.play()
  await until(other, ({ turn }) => turn.phase === 'connected')
  expect(call.playback.asksFirst.value).toBeNull()
})
