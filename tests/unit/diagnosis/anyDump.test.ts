import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { runCount } from '../../support/runCount'
import { anyDump } from './anyDump'
import type { Entry } from './handMade'
import { dumpOf, healthyLines } from './handMade'

const RUNS = runCount(300, 10_000)

test('no dump makes the diagnosis throw, and the same dumps give the same verdicts', () => {
  fc.assert(
    fc.property(fc.array(anyDump, { maxLength: 3 }), (dumps) => {
      const first = diagnose(dumps)
      expect(diagnose(structuredClone(dumps)).verdicts).toEqual(first.verdicts)
      for (const {
        connection: { dump },
      } of first.verdicts)
        expect(dumps[dump]).toBeDefined()
    }),
    { numRuns: RUNS },
  )
})

/** Lines that say nothing about whether a call works. */
const noise = fc.constantFrom<Entry>(
  [200, 'A', 'other', { name: 'getSenders' }],
  [210, 'B', 'other', { name: '<img src=x>' }],
  [
    300,
    'A',
    'onicecandidateerror',
    { url: 'stun:stun.example', errorCode: 701, errorText: 'timed out', address: '192.0.2.x', port: 9 },
  ],
  [320, 'A', 'ontrack', { kind: 'video', id: 'remote' }],
  [400, null, 'MediaStreamTrack.onended', { kind: 'video', id: 'nobody’s' }],
  [410, null, 'MediaStreamTrack.onmute', { kind: 'video', id: 'remote' }],
  [500, 'A', 'oniceconnectionstatechange', 'completed'],
  [600, 'A', 'addIceCandidate', null],
  [700, 'P', 'create', { iceServers: [] }],
  [710, null, 'getUserMedia', { audio: true, video: false, source: 'user' }],
  [800, 'A', 'setConfiguration', { iceServers: [] }],
  [900, 'A', 'replaceTrack', { kind: 'video', id: 'x' }],
  [30_000, 'A', 'MediaStreamTrack.stop', { kind: 'video', id: 'A-audio' }],
)

test('a healthy call with unrelated noise stays healthy', () => {
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 12 }), (lines) => {
      const { verdicts, healthy } = diagnose([dumpOf([...healthyLines(), ...lines])])
      expect(verdicts).toEqual([])
      expect(healthy).toBe(true)
    }),
    { numRuns: RUNS },
  )
})
