import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { CALL } from '../../../src/session/callSession'
import { openRecording } from '../../../src/session/openRecording'
import { reading } from '../../../src/i18n/useI18n'
import PredictPanel from '../../../src/features/predict/PredictPanel.vue'
import { shownQuestion } from '../../../src/features/predict/shownQuestion'
import { loadWords } from '../../../src/predict/questionWords'
import { createProgress, PROGRESS } from '../../../src/progress/progressStore'
import { createFakeCall, runStep } from '../../support/fakeCall'

type Call = ReturnType<typeof createFakeCall>['call']

let close = () => {}

beforeEach(async () => {
  await loadWords('en')
  reading.value = 'en'
  shownQuestion.clear()
  localStorage.clear()
})
afterEach(() => close())

type Asked = 'capture-media' | 'add-tracks' | 'create-offer' | 'set-local-offer' | 'send-answer'

async function open(call: Call, lesson: Asked = 'capture-media') {
  const progress = createProgress()
  const panel = mount(PredictPanel, {
    props: { lesson },
    global: {
      provide: { [CALL as symbol]: call, [PROGRESS as symbol]: progress },
      stubs: { RouterLink: RouterLinkStub },
    },
    attachTo: document.body,
  })
  await flushPromises()
  close = () => {
    panel.unmount()
    call.close()
  }
  const card = (id: string) => panel.get<HTMLElement>(`[data-question="${id}"]`)
  async function guess(id: string, option: string) {
    await card(id).get(`[data-option="${option}"]`).setValue(true)
    await card(id).get('[data-action="lock-guess"]').trigger('click')
  }
  return { call, progress, panel, card, guess }
}

describe('a question that the browser answers', () => {
  it('is locked in, judged by the step, and counted once', async () => {
    const { call, progress, card, guess } = await open(createFakeCall().call)
    await guess('tracks-captured', 'one')
    expect(card('tracks-captured').attributes('data-stage')).toBe('locked')

    await runStep(call)
    await nextTick()

    const text = card('tracks-captured').text()
    expect(text).toContain('Not this time')
    expect(text).toContain('stream.getTracks(): audio, video')
    expect(text).toContain('There is one stream, but it holds more than one track.')
    expect(progress.progress.value.predictions).toEqual({ 'tracks-captured': { right: 0, wrong: 1 } })

    await runStep(call)
    expect(progress.progress.value.predictions).toEqual({ 'tracks-captured': { right: 0, wrong: 1 } })
  })

  it('can be changed until the step runs, and not after', async () => {
    const { call, card, guess } = await open(createFakeCall().call)
    await guess('tracks-captured', 'one')
    await card('tracks-captured').get('[data-action="lock-guess"]').trigger('click')
    await guess('tracks-captured', 'two')
    await runStep(call)
    await nextTick()
    expect(card('tracks-captured').find('[data-outcome="right"]').exists()).toBe(true)
    expect(card('tracks-captured').find('[data-action="lock-guess"]').exists()).toBe(false)
  })

  it('may be left alone: the step runs, and the answer waits to be asked for', async () => {
    const { call, progress, card } = await open(createFakeCall().call)
    await runStep(call)
    await nextTick()
    expect(card('tracks-captured').attributes('data-stage')).toBe('late')
    expect(card('tracks-captured').find('[data-seen]').exists()).toBe(false)
    await card('tracks-captured').get('[data-action="reveal"]').trigger('click')
    expect(card('tracks-captured').get('[data-seen]').text()).toContain('audio, video')
    expect(card('tracks-captured').find('[data-outcome]').exists()).toBe(false)
    expect(progress.progress.value.predictions).toEqual({})
  })

  it('is asked ahead of its step, in the note of the step before', async () => {
    const { call, panel, guess, card } = await open(createFakeCall().call)
    await runStep(call)
    await nextTick()
    await guess('negotiationneeded-count', 'once')
    await runStep(call)
    await panel.setProps({ lesson: 'add-tracks' })
    expect(card('negotiationneeded-count').find('[data-outcome="right"]').exists()).toBe(true)
  })

  it('is asked anew by a new call', async () => {
    const { call, card, guess } = await open(createFakeCall().call)
    await guess('tracks-captured', 'two')
    await runStep(call)
    call.playback.restart()
    await nextTick()
    expect(card('tracks-captured').attributes('data-stage')).toBe('open')
  })
})

describe('looking back', () => {
  it('shows the question as it was answered, and takes no answer', async () => {
    const { call, card, guess, progress } = await open(createFakeCall().call)
    await guess('tracks-captured', 'two')
    await runStep(call)
    await runStep(call)
    call.history.lookAt(3)
    await nextTick()
    expect(call.history.view.value.live).toBe(false)
    expect(card('tracks-captured').find('[data-outcome="right"]').exists()).toBe(true)
    await card('tracks-captured').get('[data-action="another-question"]').trigger('click')
    expect(card('connection-yet').find('[data-action="lock-guess"]').exists()).toBe(false)
    expect(progress.progress.value.predictions['tracks-captured']).toEqual({ right: 1, wrong: 0 })
  })

  it('shows a recording’s answers when asked, and counts nothing', async () => {
    const { call } = createFakeCall()
    await runStep(call)
    const recording = openRecording({
      script: HANDSHAKE_13,
      settings: call.frame.value.settings,
      log: call.log(),
    })
    call.close()
    const { card, progress } = await open(recording as unknown as Call)
    expect(card('tracks-captured').find('[data-action="lock-guess"]').exists()).toBe(false)
    await card('tracks-captured').get('[data-action="reveal"]').trigger('click')
    expect(card('tracks-captured').find('[data-seen]').exists()).toBe(true)
    expect(progress.progress.value.predictions).toEqual({})
    close = () => {}
  })
})

describe('a question that no call can answer', () => {
  it('is judged by its stored answer at once, and says so', async () => {
    const { card, guess, progress } = await open(createFakeCall().call)
    await card('tracks-captured').get('[data-action="another-question"]').trigger('click')
    await card('connection-yet').get('[data-action="another-question"]').trigger('click')
    await guess('capture-needed', 'yes')
    expect(card('capture-needed').find('[data-outcome="wrong"]').exists()).toBe(true)
    expect(card('capture-needed').text()).toContain('question bank')
    expect(progress.progress.value.predictions).toEqual({ 'capture-needed': { right: 0, wrong: 1 } })
  })
})

describe('where to read up on a question', () => {
  it('is a link to the page that teaches it', async () => {
    const { card } = await open(createFakeCall().call)
    await card('tracks-captured').get('[data-action="another-question"]').trigger('click')
    await card('connection-yet').get('[data-action="another-question"]').trigger('click')
    const link = card('capture-needed').getComponent(RouterLinkStub)
    expect(link.props('to')).toEqual({
      name: 'concept',
      params: { reading: 'en', concept: 'media' },
      hash: '#direction',
    })
    expect(link.text()).toBe('Media')
  })
})

describe('a question in which the learner acts', () => {
  async function openOrder() {
    const opened = await open(createFakeCall().call, 'send-answer')
    while (!opened.panel.find('[data-question="order-callee"]').exists())
      await opened.panel.get('[data-action="another-question"]').trigger('click')
    return opened
  }

  it('is judged by its stored answer where the browser cannot try it, and says so', async () => {
    // This test has no RTCPeerConnection, like a browser without WebRTC.
    const { card, progress } = await openOrder()
    await card('order-callee').findAll('[data-action="move-up"]')[1]?.trigger('click')
    await card('order-callee').get('[data-action="lock-guess"]').trigger('click')
    await flushPromises()
    await vi.waitFor(() => {
      expect(card('order-callee').find('[data-outcome="wrong"]').exists()).toBe(true)
    })
    expect(card('order-callee').text()).toContain('question bank')
    expect(progress.progress.value.predictions).toEqual({ 'order-callee': { right: 0, wrong: 1 } })
  })

  it('keeps what was done, to be changed and tried again', async () => {
    const { card } = await openOrder()
    const lines = () =>
      card('order-callee')
        .findAll('li[data-line]')
        .map((one) => one.attributes('data-line'))
    await card('order-callee').findAll('[data-action="move-up"]')[1]?.trigger('click')
    const done = lines()
    await card('order-callee').get('[data-action="lock-guess"]').trigger('click')
    await vi.waitFor(() => {
      expect(card('order-callee').find('[data-action="try-again"]').exists()).toBe(true)
    })
    await card('order-callee').get('[data-action="try-again"]').trigger('click')
    expect(lines()).toEqual(done)
    expect(card('order-callee').attributes('data-stage')).toBe('open')
  })

  it('cannot be tried before anything was done', async () => {
    const { card } = await openOrder()
    expect(card('order-callee').get('[data-action="lock-guess"]').attributes('disabled')).toBeDefined()
  })
})
