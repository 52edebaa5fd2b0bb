import { describe, expect, it } from 'vitest'
import { endBadge } from '../../../../src/features/peers/endBadge'
import { runOf, runUpTo, viewOf } from './log'
import type { Told } from './log'

describe('endBadge', () => {
  it('shows nothing before an end has acted', () => {
    expect(endBadge(viewOf([]), 'caller')).toBeNull()
    expect(endBadge(viewOf(runUpTo('send-offer')), 'callee')).toBeNull()
  })

  it('tells the end that acted last from the one that waits', () => {
    const view = viewOf(runUpTo('set-remote-offer'))
    expect(endBadge(view, 'caller')).toEqual({ step: 6, mark: 'done' })
    expect(endBadge(view, 'callee')).toEqual({ step: 7, mark: 'acted' })
  })

  it('shows a step that runs, and one that failed', () => {
    const running: Told[] = [...runUpTo('capture-media'), runOf('add-tracks')]
    const error = { name: 'InvalidAccessError', message: '' }
    const failed: Told[] = [...running, ['caller', { type: 'xstate.error.actor.add-tracks', error }]]
    expect(endBadge(viewOf(running), 'caller')).toEqual({ step: 2, mark: 'busy' })
    expect(endBadge(viewOf(failed), 'caller')).toEqual({ step: 2, mark: 'failed' })
  })
})
