import { describe, expect, it } from 'vitest'
import { changedFields } from '../../../../src/features/peers/changedFields'
import { FRESH, changed, runOf, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const run = runOf('add-tracks')
const offer = { type: 'offer', sdp: 'v=0' } as const

function fields(told: EventAtEnd[]) {
  const { trace } = viewOf(told)
  return { caller: [...changedFields(trace, 'caller')], callee: [...changedFields(trace, 'callee')] }
}

describe('changedFields', () => {
  it('is empty before anything happened', () => {
    expect(fields([])).toEqual({ caller: [], callee: [] })
  })

  it('names the states of a new connection, but not its empty slots', () => {
    expect(fields([run, changed('caller', FRESH)]).caller).toEqual([
      'signalingState',
      'iceGatheringState',
      'iceConnectionState',
      'connectionState',
      'transceivers',
    ])
  })

  it('names what changed at either end since the last action', () => {
    const told: EventAtEnd[] = [
      run,
      changed('caller', FRESH),
      changed('callee', FRESH),
      run,
      changed('caller', { signalingState: 'have-local-offer', pendingLocalDescription: offer }),
      changed('callee', { iceConnectionState: 'checking' }),
    ]
    expect(fields(told)).toEqual({
      caller: ['signalingState', 'pendingLocalDescription'],
      callee: ['iceConnectionState'],
    })
  })

  it('forgets at the next action', () => {
    expect(fields([run, changed('caller', FRESH), run])).toEqual({ caller: [], callee: [] })
  })

  it('leaves out what came back to where it was', () => {
    const there = changed('caller', { iceConnectionState: 'checking' })
    const back = changed('caller', { iceConnectionState: 'new' })
    expect(fields([run, changed('caller', FRESH), run, there, back]).caller).toEqual([])
  })

  it('counts hanging up as an action', () => {
    const told: EventAtEnd[] = [run, changed('caller', FRESH), ['caller', { type: 'call.hang-up' }]]
    expect(fields([...told, changed('caller', { signalingState: 'closed' })]).caller).toEqual([
      'signalingState',
    ])
  })
})
