import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignalingState } from '../../../machines/contracts'
import { createFakeNetwork } from '../../../src/peer/fake/fakeNetwork'
import { linesOf, moved, toGuess } from '../../../src/predict/act'
import { QUESTIONS } from '../../../src/predict/bank'
import { isTried } from '../../../src/predict/question'
import { candidateLines, directionOf } from '../../../src/predict/readings'
import { refuse } from '../../../src/predict/trials/call'
import { choosePair } from '../../../src/predict/trials/pair'
import type { TrialWorld } from '../../../src/predict/trial'
import { mayCreate, stateAfter } from '../../../src/jsep/table'
import { viewOf } from '../../support/callLog'

const network = createFakeNetwork()

const WORLD: TrialWorld = {
  connect: (config) => network.connect(config),
  trace: viewOf([]).trace,
  getStats: () => Promise.resolve(null),
}

describe('lines in an order', () => {
  const lines = fc.uniqueArray(fc.string({ unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 8 })

  it('stay the same lines wherever one is moved, and move back', () => {
    fc.assert(
      fc.property(lines, fc.nat(8), fc.constantFrom(-1 as const, 1 as const), (before, from, by) => {
        const after = moved(before, from, by)
        expect([...after].sort()).toEqual([...before].sort())
        if (after !== before) expect(moved(after, from + by, by === 1 ? -1 : 1)).toEqual(before)
      }),
    )
  })

  it('survive being a guess', () => {
    for (const question of QUESTIONS) {
      if (question.act?.kind !== 'order') continue
      expect(linesOf(toGuess(question.act.items))).toEqual(question.act.items)
    }
  })

  it('are not shown in an order that is the solution', () => {
    for (const question of QUESTIONS) {
      if (question.act?.kind !== 'order' || !isTried(question)) continue
      expect(toGuess(question.act.items)).not.toBe(question.solution)
      expect([...question.act.items].sort()).toEqual(linesOf(String(question.solution)).sort())
    }
  })
})

describe('a call that a connection refuses', () => {
  const REFUSED: Record<
    'create-offer' | 'create-answer' | 'set-remote-offer' | 'set-remote-answer',
    (state: SignalingState) => boolean
  > = {
    'create-offer': (state) => !mayCreate(state, 'offer'),
    'create-answer': (state) => !mayCreate(state, 'answer'),
    'set-remote-offer': (state) => stateAfter(state, 'remote', 'offer') === null,
    'set-remote-answer': (state) => stateAfter(state, 'remote', 'answer') === null,
  }
  const cells = Object.keys(REFUSED).flatMap((call) =>
    (['stable', 'have-local-offer', 'have-remote-offer', 'closed'] as const).map((state) => ({
      call: call as keyof typeof REFUSED,
      state,
    })),
  )

  it.each(cells)('$call in $state is judged as JSEP’s table has it', async ({ call, state }) => {
    const outcome = await refuse(call, state, WORLD)
    expect(outcome.isRight).toBe(REFUSED[call](state))
    expect(outcome.seen).toMatch(outcome.isRight ? /^InvalidStateError/ : /^signalingState = "/)
    expect(outcome.mistake).toBe(outcome.isRight ? null : call)
  })
})

describe('the pair that is selected', () => {
  const LOCAL = 'udp 192.0.2.1:4000 host, sdpMid 0'
  const REMOTE = 'udp 192.0.2.2:5000 host, sdpMid 0'
  const report = (extra: Record<string, unknown>) =>
    new Map(
      Object.entries({
        T: { id: 'T', type: 'transport', ...extra },
        P: {
          id: 'P',
          type: 'candidate-pair',
          localCandidateId: 'L',
          remoteCandidateId: 'R',
          selected: !('selectedCandidatePairId' in extra),
        },
        L: { id: 'L', type: 'local-candidate', protocol: 'udp', port: 4000, candidateType: 'host' },
        R: { id: 'R', type: 'remote-candidate', protocol: 'udp', port: 5000, candidateType: 'prflx' },
      }),
    ) as unknown as RTCStatsReport
  const world = (stats: RTCStatsReport | null): TrialWorld => ({
    ...WORLD,
    getStats: () => Promise.resolve(stats),
  })

  it.each([
    ['named by the transport', { selectedCandidatePairId: 'P' }],
    ['marked as selected, as in Firefox', {}],
  ])('is read when it is %s', async (_, extra) => {
    const right = await choosePair(toGuess([LOCAL, REMOTE]), world(report(extra)))
    expect(right).toEqual({ isRight: true, seen: 'udp :4000 host ↔ udp :5000 prflx', mistake: null })
    const wrong = await choosePair(toGuess([REMOTE, LOCAL]), world(report(extra)))
    expect(wrong).toMatchObject({ isRight: false, mistake: 'pair' })
  })

  it('cannot be told before there is one', async () => {
    expect(await choosePair(toGuess([LOCAL, REMOTE]), world(null))).toBeNull()
    expect(
      await choosePair(toGuess([LOCAL, REMOTE]), world(new Map() as unknown as RTCStatsReport)),
    ).toBeNull()
  })

  it('is chosen from what each end gathered, each line once', () => {
    const candidate = 'candidate:1 1 UDP 2122260223 2001:db8::1 4000 typ host'
    const event = {
      type: 'pc.candidate' as const,
      candidate: { candidate, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' },
    }
    const { trace } = viewOf([
      ['caller', event],
      ['caller', event],
      ['callee', event],
    ])
    expect(candidateLines(trace, 'caller')).toEqual(['udp 2001:db8::1:4000 host, sdpMid 0'])
  })
})

describe('the direction of a section', () => {
  it('is its own line, not the session’s, and sendrecv without one', () => {
    expect(directionOf('v=0\r\na=sendrecv\r\nm=video 9\r\na=recvonly\r\n')).toBe('recvonly')
    expect(directionOf('v=0\r\na=recvonly\r\nm=video 9\r\n')).toBe('sendrecv')
    expect(directionOf('v=0\r\n')).toBeNull()
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void directionOf(text)))
  })
})
