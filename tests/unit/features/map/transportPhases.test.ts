import { describe, expect, it } from 'vitest'
import { deriveTransportPhases } from '../../../../src/features/map/transportPhases'
import { foreignFrame } from '../../../support/foreignFrame'
import { changed, runUntilConnected, runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const checking = { iceConnectionState: 'checking', connectionState: 'connecting' } as const
const reached = { iceConnectionState: 'connected' } as const

function stretch(told: EventAtEnd[]) {
  const { ice, dtls, media } = deriveTransportPhases(viewOf(told))
  return [ice, dtls, media]
}

function tracks(muted: boolean): EventAtEnd[] {
  const track = { id: 't', kind: 'video', muted }
  return [
    ['caller', { type: muted ? 'pc.track' : 'pc.track-changed', track }],
    ['callee', { type: muted ? 'pc.track' : 'pc.track-changed', track }],
  ]
}

describe('deriveTransportPhases', () => {
  it('waits until an end checks', () => {
    expect(stretch([])).toEqual(['todo', 'todo', 'todo'])
    expect(stretch(runUpTo('set-remote-answer'))).toEqual(['todo', 'todo', 'todo'])
  })

  it('marks ICE, DTLS and media one after another', () => {
    const told = [...runUpTo('set-remote-answer'), ...tracks(true), changed('callee', checking)]
    expect(stretch(told)).toEqual(['busy', 'todo', 'todo'])
    told.push(changed('callee', reached))
    expect(stretch(told), 'one end is not enough').toEqual(['busy', 'todo', 'todo'])
    told.push(changed('caller', reached))
    expect(stretch(told)).toEqual(['done', 'busy', 'todo'])
    told.push(
      changed('caller', { connectionState: 'connected' }),
      changed('callee', { connectionState: 'connected' }),
    )
    expect(stretch(told)).toEqual(['done', 'done', 'busy'])
    told.push(...tracks(false))
    expect(stretch(told)).toEqual(['done', 'done', 'done'])
  })

  it('reads only the recorded end if the other is foreign', () => {
    const own = (told: EventAtEnd[]) => told.filter(([end]) => end === 'caller')
    const told = [...own(runUpTo('set-remote-answer')), ...own(tracks(true)), changed('caller', checking)]
    expect(stretch(told)).toEqual(['busy', 'todo', 'todo'])
    told.push(changed('caller', reached))
    expect(stretch(told)).toEqual(['done', 'busy', 'todo'])
    told.push(changed('caller', { connectionState: 'connected' }))
    expect(stretch(told)).toEqual(['done', 'done', 'busy'])
    told.push(...own(tracks(false)))
    expect(stretch(told)).toEqual(['done', 'done', 'done'])
  })

  it('marks ICE while the answer is still on its way', () => {
    expect(stretch([...runUpTo('set-local-answer'), changed('callee', checking)])).toEqual([
      'busy',
      'todo',
      'todo',
    ])
  })

  it('distinguishes a failure of ICE from one of DTLS', () => {
    const failed = changed('caller', { connectionState: 'failed' })
    const steps = runUpTo('set-remote-answer')
    expect(stretch([...steps, changed('caller', checking), failed])).toEqual(['failed', 'todo', 'todo'])
    const both = [changed('caller', reached), changed('callee', reached)]
    expect(stretch([...steps, ...both, failed])).toEqual(['done', 'failed', 'todo'])
  })

  it('keeps DTLS through an interruption', () => {
    const gone = { iceConnectionState: 'disconnected', connectionState: 'disconnected' } as const
    expect(stretch([...runUntilConnected(), changed('caller', gone)])).toEqual(['busy', 'done', 'todo'])
  })

  it('keeps what was reached after hanging up', () => {
    const closed = { iceConnectionState: 'closed', connectionState: 'closed' } as const
    const told: EventAtEnd[] = [
      ...runUntilConnected(),
      ...tracks(true),
      ...tracks(false),
      ['caller', { type: 'call.hang-up' }],
    ]
    expect(stretch([...told, changed('caller', closed), changed('callee', closed)])).toEqual([
      'done',
      'done',
      'done',
    ])
  })

  it.each([1, 9])('needs no role: %i foreign connections have the phase that all have reached', (count) => {
    const { ice, dtls, media } = deriveTransportPhases(foreignFrame(count).view)
    expect([ice, dtls, media]).toEqual(['done', 'done', 'done'])
  })
})
