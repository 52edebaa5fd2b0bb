import { describe, expect, it } from 'vitest'
import { deriveBanner } from '../../../src/panels/scene/banner'
import { BANNER_WORDS } from '../../../src/panels/scene/bannerWords'
import { changed, runUntilConnected, runUpTo, viewOf } from './log'
import type { Told } from './log'

const iceFailed = { iceConnectionState: 'failed', connectionState: 'failed' } as const
const track = { id: 't', kind: 'video' }

describe('deriveBanner', () => {
  it('leaves the steps to themselves', () => {
    expect(deriveBanner(viewOf([]))).toBeNull()
    expect(deriveBanner(viewOf(runUpTo('create-answer')))).toBeNull()
  })

  it('tells as soon as the callee gave up before the answer was applied', () => {
    const told = [...runUpTo('set-local-answer'), changed('callee', iceFailed)]
    expect(deriveBanner(viewOf(told))).toBe('grace')
  })

  it('connects, then waits for the first packets, then is connected', () => {
    const muted: Told = ['callee', { type: 'pc.track', track: { ...track, muted: true } }]
    const unmuted: Told = ['callee', { type: 'pc.track-changed', track: { ...track, muted: false } }]
    expect(deriveBanner(viewOf(runUpTo('set-remote-answer')))).toBe('connecting')
    expect(deriveBanner(viewOf([...runUntilConnected(), muted]))).toBe('first-packets')
    expect(deriveBanner(viewOf([...runUntilConnected(), muted, unmuted]))).toBe('connected')
  })

  it('tells an interruption from a failure', () => {
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

  it('tells a browser that says neither yes nor no', () => {
    const stall: Told[] = [
      ['caller', { type: 'xstate.after.stall.connecting' }],
      ['callee', { type: 'xstate.after.stall.connecting' }],
    ]
    expect(deriveBanner(viewOf([...runUpTo('set-remote-answer'), ...stall]))).toBe('stalled')
  })

  it('tells a connection on which one direction stays silent, until it is heard', () => {
    const told: Told[] = [
      ...runUntilConnected(),
      ['caller', { type: 'pc.track', track: { ...track, muted: true } }],
      ['caller', { type: 'xstate.after.silence.connected' }],
    ]
    expect(deriveBanner(viewOf(told))).toBe('one-way')
    told.push(['caller', { type: 'pc.track-changed', track: { ...track, muted: false } }])
    expect(deriveBanner(viewOf(told))).toBe('connected')
  })

  it('follows an ICE restart', () => {
    const told: Told[] = [
      ...runUntilConnected(),
      changed('caller', { connectionState: 'failed' }),
      ['caller', { type: 'ice.restart' }],
    ]
    expect(deriveBanner(viewOf(told))).toBe('repairing')
  })

  it('tells who hung up', () => {
    const bye: Told = ['caller', { type: 'signal.bye', reason: 'hang-up' }]
    expect(deriveBanner(viewOf([...runUntilConnected(), ['caller', { type: 'call.hang-up' }]]))).toBe(
      'closed-self',
    )
    expect(deriveBanner(viewOf([...runUntilConnected(), bye]))).toBe('closed-other')
  })

  it('offers the way out only where something is bad', () => {
    const bad = Object.entries(BANNER_WORDS).filter(([, { tone }]) => tone === 'bad')
    expect(bad.map(([kind]) => kind)).toEqual(['one-way', 'failed', 'failed-grace', 'stalled'])
  })
})
