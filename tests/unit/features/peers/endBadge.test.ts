import { describe, expect, it } from 'vitest'
import type { CallView } from '../../../../src/session/callView'
import type { End } from '../../../../machines/steps'
import { endBadge } from '../../../../src/features/peers/endBadge'
import { withRole } from '../../../../src/trace/trace'
import { runOf, runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const badgeOf = (view: CallView, role: End) => endBadge(view, withRole(view.connections, role)!)

describe('endBadge', () => {
  it('shows nothing before an end has acted', () => {
    expect(badgeOf(viewOf([]), 'caller')).toBeNull()
    expect(badgeOf(viewOf(runUpTo('send-offer')), 'callee')).toBeNull()
  })

  it('distinguishes the end that acted last from the one that waits', () => {
    const view = viewOf(runUpTo('set-remote-offer'))
    expect(badgeOf(view, 'caller')).toEqual({ step: 6, mark: 'done' })
    expect(badgeOf(view, 'callee')).toEqual({ step: 7, mark: 'acted' })
  })

  it('shows a step that runs, and one that failed', () => {
    const running: EventAtEnd[] = [...runUpTo('capture-media'), runOf('add-tracks')]
    const error = { name: 'InvalidAccessError', message: '' }
    const failed: EventAtEnd[] = [...running, ['caller', { type: 'xstate.error.actor.add-tracks', error }]]
    expect(badgeOf(viewOf(running), 'caller')).toEqual({ step: 2, mark: 'busy' })
    expect(badgeOf(viewOf(failed), 'caller')).toEqual({ step: 2, mark: 'failed' })
  })

  it('shows nothing where the steps of an end were not recorded', () => {
    const view = viewOf(runUpTo('set-remote-offer'))
    expect(view.connections.map((one) => endBadge(view, { ...one, end: null }))).toEqual([null, null])
  })
})
