import { describe, expect, it } from 'vitest'
import { deriveBanner } from '../../../../src/features/peers/banner'
import { BANNER_WORDS } from '../../../../src/features/peers/bannerWords'
import { changed, runUntilConnected, runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'
import type { End } from '../../../../machines/steps'

const iceFailed = { iceConnectionState: 'failed', connectionState: 'failed' } as const
const line = { candidate: 'candidate:placeholder', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null }
const problem = { name: 'OperationError', message: '' }
const shows = (patience: 'waits' | 'gives-up' | 'not-held', end: End = 'caller'): EventAtEnd => [
  end,
  { type: 'pc.patience', patience },
]
const track = { id: 't', kind: 'video' }

describe('deriveBanner', () => {
  it('is null while the steps show everything', () => {
    expect(deriveBanner(viewOf([]))).toBeNull()
    expect(deriveBanner(viewOf([...runUpTo('create-answer'), shows('waits')]))).toBeNull()
    expect(deriveBanner(viewOf([...runUpTo('create-answer'), shows('gives-up')]))).toBeNull()
  })

  it('says before step 10 that ICE may not wait: while nothing is known, or after a placeholder failed', () => {
    const before = runUpTo('create-answer')
    expect(deriveBanner(viewOf(before))).toBe('ice-deadline')
    expect(deriveBanner(viewOf([...before, shows('not-held')]))).toBe('ice-deadline')
    // The callee's connection has shown it later than the caller's.
    expect(deriveBanner(viewOf([...before, shows('not-held'), shows('gives-up', 'callee')]))).toBeNull()
    expect(deriveBanner(viewOf(runUpTo('prepare-callee-media')))).toBeNull()
    expect(deriveBanner({ ...viewOf(before), live: false })).toBeNull()
  })

  it('says that a placeholder keeps ICE waiting, or was refused', () => {
    const waiting = runUpTo('set-local-answer')
    const held: EventAtEnd = ['callee', { type: 'pc.placeholder-added', candidate: line }]
    const refused: EventAtEnd = ['callee', { type: 'pc.placeholder-refused', candidate: line, problem }]
    expect(deriveBanner(viewOf([...waiting, held]))).toBe('held')
    expect(deriveBanner(viewOf([...waiting, refused]))).toBe('not-held')
    expect(deriveBanner(viewOf([...waiting, refused, changed('callee', iceFailed)]))).toBe('grace')
    expect(deriveBanner(viewOf([...runUpTo('set-remote-answer'), held]))).toBe('connecting')
  })

  it('reports at once that the callee gave up before the answer was applied', () => {
    const told = [...runUpTo('set-local-answer'), changed('callee', iceFailed)]
    expect(deriveBanner(viewOf(told))).toBe('grace')
  })

  it('connects, then waits for the first packets, then is connected', () => {
    const muted: EventAtEnd = ['callee', { type: 'pc.track', track: { ...track, muted: true } }]
    const unmuted: EventAtEnd = ['callee', { type: 'pc.track-changed', track: { ...track, muted: false } }]
    expect(deriveBanner(viewOf(runUpTo('set-remote-answer')))).toBe('connecting')
    expect(deriveBanner(viewOf([...runUntilConnected(), muted]))).toBe('first-packets')
    expect(deriveBanner(viewOf([...runUntilConnected(), muted, unmuted]))).toBe('connected')
  })

  it('distinguishes an interruption from a failure', () => {
    const told = [...runUntilConnected(), changed('caller', { connectionState: 'disconnected' })]
    expect(deriveBanner(viewOf(told))).toBe('interrupted')
    expect(deriveBanner(viewOf([...told, changed('caller', { connectionState: 'failed' })]))).toBe('failed')
  })

  it('says why when the answer came too late', () => {
    const steps = runUpTo('set-remote-answer')
    const early = [...steps.slice(0, -4), changed('callee', iceFailed), ...steps.slice(-4)]
    expect(deriveBanner(viewOf(early))).toBe('failed-grace')
    expect(deriveBanner(viewOf([...steps, changed('callee', iceFailed)]))).toBe('failed')
  })

  it('reports a browser that reports neither success nor failure', () => {
    const stall: EventAtEnd[] = [
      ['caller', { type: 'xstate.after.stall.connecting' }],
      ['callee', { type: 'xstate.after.stall.connecting' }],
    ]
    expect(deriveBanner(viewOf([...runUpTo('set-remote-answer'), ...stall]))).toBe('stalled')
  })

  it('reports a connection without media in one direction, until media arrives', () => {
    const told: EventAtEnd[] = [
      ...runUntilConnected(),
      ['caller', { type: 'pc.track', track: { ...track, muted: true } }],
      ['caller', { type: 'xstate.after.silence.connected' }],
    ]
    expect(deriveBanner(viewOf(told))).toBe('one-way')
    told.push(['caller', { type: 'pc.track-changed', track: { ...track, muted: false } }])
    expect(deriveBanner(viewOf(told))).toBe('connected')
  })

  it('follows an ICE restart', () => {
    const told: EventAtEnd[] = [
      ...runUntilConnected(),
      changed('caller', { connectionState: 'failed' }),
      ['caller', { type: 'ice.restart' }],
    ]
    expect(deriveBanner(viewOf(told))).toBe('repairing')
  })

  it('says which end hung up', () => {
    const bye: EventAtEnd = ['caller', { type: 'signal.bye', reason: 'hang-up' }]
    expect(deriveBanner(viewOf([...runUntilConnected(), ['caller', { type: 'call.hang-up' }]]))).toBe(
      'closed-self',
    )
    expect(deriveBanner(viewOf([...runUntilConnected(), bye]))).toBe('closed-other')
  })

  it('offers a recovery only where something is wrong', () => {
    const bad = Object.entries(BANNER_WORDS).filter(([, { tone }]) => tone === 'bad')
    expect(bad.map(([kind]) => kind)).toEqual(['one-way', 'failed', 'failed-grace', 'stalled'])
  })
})
