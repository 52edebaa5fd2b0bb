import { describe, expect, test } from 'vitest'
import { diffLines } from '../../../../src/sdp/diffLines'
import { readLines } from '../../../../src/sdp/lines'
import { findPresets, listDocuments, presetOfStep } from '../../../../src/evidence/sdp/sdpDocuments'
import { diffText, foldSame } from '../../../../src/evidence/sdp/sdpDiffText'
import { storyOf } from '../../../../src/evidence/sdp/sdpStory'
import { FRESH, changed, runOf, runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const sdp = (version: number, rest = '') => `v=0\no=- 7 ${String(version)} IN IP4 0.0.0.0\n${rest}`
const offer = (text: string) => ({ type: 'offer' as const, sdp: text })
const drafted = (text: string): EventAtEnd => [
  'caller',
  { type: 'xstate.done.actor.create-offer', output: offer(text) },
]
const restarted = (text: string): EventAtEnd => [
  'caller',
  { type: 'xstate.done.actor.restart-ice', output: offer(text) },
]

/** A caller that has drafted, set and gathered, and may negotiate again afterwards. */
const FIRST: EventAtEnd[] = [
  ...runUpTo('add-tracks'),
  runOf('create-offer'),
  drafted(sdp(1, 'a=ice-ufrag:x\n')),
  changed('caller', { ...FRESH, pendingLocalDescription: offer(sdp(1, 'a=ice-ufrag:x\na=candidate:1\n')) }),
]
const AGAIN: EventAtEnd[] = [
  ...FIRST,
  restarted(sdp(2, 'a=ice-ufrag:y\n')),
  changed('caller', { pendingLocalDescription: offer(sdp(2, 'a=ice-ufrag:y\n')) }),
]

test('what stands in the slots can be compared', () => {
  const documents = listDocuments(viewOf(FIRST))
  expect(documents.map(({ id }) => id)).toEqual(['caller.draft', 'caller.pendingLocalDescription'])
  const presets = findPresets(documents)
  expect([...presets.keys()]).toEqual(['gather.caller'])
  expect(presetOfStep('set-local-offer', presets)).toBe('gather.caller')
  expect(presetOfStep(null, new Map())).toBeNull()
})

test('an earlier negotiation can be compared with the present one', () => {
  const view = viewOf(AGAIN)
  const earlier = listDocuments(view).filter(({ round }) => round !== null)
  expect(earlier.every(({ round }) => round === 1)).toBe(true)
  const pair = findPresets(listDocuments(view)).get('round')
  expect(pair?.left.sdp).toContain('a=candidate:1')
  expect(pair?.right.sdp).toBe(sdp(2, 'a=ice-ufrag:y\n'))
})

describe('the origin of a description', () => {
  const place = { conn: 'caller', slot: 'pendingLocalDescription' } as const
  test('its first round, and a restart', () => {
    const [first, again] = [viewOf(FIRST), viewOf(AGAIN)]
    expect(storyOf(first, place, offer(sdp(1, 'a=ice-ufrag:x\n'))).round).toBe('first')
    expect(storyOf(again, place, offer(sdp(2, 'a=ice-ufrag:y\n'))).round).toBe('restart')
    expect(storyOf(again, place, offer(sdp(2, 'a=ice-ufrag:x\n'))).round).toBe('again')
  })
  test('it is the call’s own where its writer drafted that session, as a browser signs', () => {
    const own = (written: string, shown = written) => {
      const view = viewOf([...runUpTo('add-tracks'), runOf('create-offer'), drafted(written)])
      return storyOf(view, place, offer(shown)).isOwn
    }
    const chromium = (id: number, version = 2) =>
      `v=0\r\no=- ${String(id)} ${String(version)} IN IP4 127.0.0.1\r\ns=-\r\n`
    expect(own(chromium(7))).toBe(true)
    expect(own(chromium(7), chromium(7, 3))).toBe(true)
    expect(own('v=0\r\no=mozilla...THIS_IS_SDPARTA-99.0 7 0 IN IP4 0.0.0.0\r\n')).toBe(true)
    expect(own(chromium(7), chromium(8))).toBe(false)
    // A recording in which everything was replaced: the log is consistent, the origin is not a browser's.
    for (const origin of [
      'FreeSWITCH 7 8 IN IP4 203.0.113.4',
      '- 7 8 IN IP4 0.0.0.0',
      'rtc 7 0 IN IP4 127.0.0.1',
    ])
      expect(own(`v=0\r\no=${origin}\r\n`)).toBe(false)
    expect(own('not SDP at all')).toBe(false)
  })
  test('a remote description was written by the other end', () => {
    const view = viewOf(FIRST)
    const remote = { conn: 'callee', slot: 'pendingRemoteDescription' } as const
    expect(storyOf(view, remote, offer(sdp(1))).writer).toBe('caller')
  })
})

describe('equal lines', () => {
  const many = Array.from({ length: 20 }, (_n, at) => `a=x:${String(at)}\n`).join('')
  const rows = diffLines(readLines(`${many}a=mid:0\n${many}`), readLines(`${many}a=mid:1\n${many}`))
  test('fold away but for those beside a difference', () => {
    const parts = foldSame(rows, new Set())
    expect(parts.map((part) => (part.kind === 'fold' ? part.rows.length : part.row.state))).toEqual([
      18,
      'same',
      'same',
      'changed',
      'same',
      'same',
      18,
    ])
  })
  test('come back when asked for, and none is lost', () => {
    const parts = foldSame(rows, new Set([0]))
    const all = parts.flatMap((part) => (part.kind === 'fold' ? part.rows : [part.row]))
    expect(all).toEqual(rows)
    expect(parts.filter(({ kind }) => kind === 'fold')).toHaveLength(1)
  })
  test('are copied whole', () => {
    expect(diffText(rows).split('\n')).toHaveLength(42)
    expect(diffText(rows)).toContain('- a=mid:0\n+ a=mid:1')
  })
})
