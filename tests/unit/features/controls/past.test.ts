import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { describe, expect, it } from 'vitest'
import type { CallView } from '../../../../src/session/callView'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { replayHistory } from '../../../../src/session/replayHistory'
import type { Checkpoint } from '../../../../machines/checkpoints'
import { fill } from '../../../../src/i18n/i18n'
import { eventWords } from '../../../../src/projections/eventWords'
import { fromLog } from '../../../../src/trace/fromLog'
import { lookAction } from '../../../../src/session/nextAction'
import { BANNER } from '../../../../src/features/controls/bannerLabel'
import { ONWARD, pastLabel } from '../../../../src/features/controls/pastLabel'
import { logOf, runOf, runUntilConnected, traffic } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const { checkpoints } = replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(runUntilConnected()))

function read(checkpoint: Checkpoint | undefined, where: Parameters<typeof pastLabel>[2]): string {
  if (checkpoint === undefined) throw new Error('no such checkpoint')
  const { text, n = 0, name } = pastLabel(checkpoint, checkpoints, where)
  return fill(text.en, { n, name: name?.en ?? '' })
}

describe('pastLabel', () => {
  it('says where in the call the screen is', () => {
    expect(read(checkpoints[4], BANNER.call)).toBe('Looking at step 4 of a live call')
    expect(read(checkpoints[0], BANNER.call)).toBe('Looking at the beginning of a live call')
    expect(read(checkpoints.at(-1), BANNER.call)).toBe('Looking at “Connected” of a live call')
    expect(read(checkpoints[4], BANNER.recording)).toBe('A recording · step 4')
  })

  it('says where the button leads', () => {
    expect(read(checkpoints[5], ONWARD)).toBe('On to step 5')
    expect(read(checkpoints.at(-1), ONWARD)).toBe('On to “Connected”')
  })
})

describe('lookAction', () => {
  const at = (cursor: number | null, ahead: Checkpoint | null, kind: 'call' | 'recording' = 'call') =>
    lookAction({ cursor, ahead, now: { live: kind === 'call' } as CallView })

  it('steps on in the past, then to the newest moment, and is null when live', () => {
    expect(at(3, checkpoints[2] ?? null)).toEqual({ kind: 'look-on', does: 'next' })
    expect(at(3, null)).toEqual({ kind: 'back-to-now', does: 'next' })
    expect(at(null, null)).toBeNull()
  })

  it('leads a recording to its end, because it has no now', () => {
    expect(at(3, checkpoints[2] ?? null, 'recording')).toEqual({ kind: 'look-on', does: 'next' })
    expect(at(3, null, 'recording')).toEqual({ kind: 'to-the-end', does: 'next' })
  })

  it('begins a recording again at its end, where nothing can run', () => {
    expect(at(null, null, 'recording')).toEqual({ kind: 'from-the-beginning', does: 'restart' })
  })
})

describe('the name of an event', () => {
  it.each<[EventAtEnd, string]>([
    [['caller', { type: 'xstate.done.actor.create-offer' }], 'createOffer() ✓'],
    [['caller', { type: 'xstate.error.actor.capture-media' }], 'getUserMedia() ✗'],
    [['caller', { type: 'xstate.done.actor.restart-ice' }], 'restart-ice ✓'],
    [runOf('create-offer'), 'step.run'],
    [['callee', { type: 'pc.changed', cause: 'signalingstatechange', status: {} }], 'signalingstatechange'],
    [['callee', { type: 'pc.end-of-candidates' }], 'icecandidate'],
    [traffic('caller', 'sent', { kind: 'description', from: 'caller' }), '→ description'],
    [traffic('callee', 'delivered', { kind: 'candidate', from: 'caller' }), '← candidate'],
  ])('of %j is %s', (told, name) => {
    expect(fromLog(logOf([told])).map((event) => eventWords(event).name)).toEqual([name])
  })
})
