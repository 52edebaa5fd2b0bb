import { describe, expect, it } from 'vitest'
import { STEPS } from '../../../../machines/steps'
import type { StepId } from '../../../../machines/steps'
import { fill } from '../../../../src/i18n/i18n'
import { stepNames } from '../../../../src/i18n/messages/steps'
import type { NextAction } from '../../../../src/session/nextAction'
import { leadLabel, nextLabel } from '../../../../src/features/controls/nextLabel'

/** The text of the button, followed by its API call. */
function read(action: NextAction): string {
  const { text, n = 0, name, api = '' } = nextLabel(action)
  return `${fill(text.en, { n, name: name?.en ?? '' })} ${api}`.trim()
}

describe('nextLabel', () => {
  it('says exactly what the click will call', () => {
    expect(read({ kind: 'run', step: 'prepare-callee-media', does: 'next' })).toBe(
      `Next 8 · ${stepNames['prepare-callee-media'].en} addTrack()`,
    )
    expect(read({ kind: 'retry', step: 'capture-media', does: 'next' })).toBe(
      `Retry 1 · ${stepNames['capture-media'].en} getUserMedia()`,
    )
    expect(read({ kind: 'restart-ice', does: 'next' })).toBe('Restart ICE restartIce()')
  })

  it('says where it leads once connected, and does not name a door that is not loaded', () => {
    const door = { zh: '考考自己', en: 'Check yourself' }
    const lead = (...given: Parameters<typeof leadLabel>) => {
      const { text, name } = leadLabel(...given)
      return [fill(text.zh, { name: name?.zh ?? '' }), fill(text.en, { name: name?.en ?? '' })]
    }
    expect(lead('connected', door)).toEqual(['看浏览器接着做了什么', 'See what the browser does now'])
    expect(lead('next', door)).toEqual(['接下来做什么？', 'What now?'])
    expect(lead('door', door)).toEqual(['接着 · 考考自己', 'Next · Check yourself'])
    expect(lead('door', null)).toEqual(lead('next', null))
    expect(read({ kind: 'connected', does: 'lead-on' })).toBe('What now?')
  })

  it('says what it waits for', () => {
    const busy = (step: StepId) => read({ kind: 'busy', step, does: 'nothing' })
    expect(busy('create-answer')).toBe('Step 9 · waiting for createAnswer()')
    expect(busy('prepare-callee-media')).toBe('Waiting for camera and microphone…')
    expect(busy('gather-candidates')).toBe('Gathering candidates…')
    expect(read({ kind: 'waiting', step: 'receive-answer', does: 'nothing' })).toBe('Waiting for the answer…')
    expect(read({ kind: 'running-to', target: 'send-offer', does: 'nothing' })).toBe('Running to step 6…')
    expect(read({ kind: 'running-to', target: 'connected', does: 'nothing' })).toBe(
      'Running until connected…',
    )
  })

  it.each(STEPS)('leaves no placeholder unfilled for $id', ({ id }) => {
    for (const kind of ['run', 'retry'] as const)
      expect(read({ kind, step: id, does: 'next' })).not.toMatch(/[{}]|undefined/)
  })
})
