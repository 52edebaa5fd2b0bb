import { afterEach, describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import { replay } from '../../machines/log'
import { deriveStatuses, deriveTurn, viewEnd } from '../../machines/progress'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import type { End } from '../../machines/steps'
import { STEPS, stepIndex } from '../../machines/steps'
import type { Call } from '../../src/session/createCall'
import { createCall } from '../../src/session/createCall'
import { liveAction } from '../../src/session/nextAction'
import { createFakeWorld, runStep, until } from '../support/fakeCall'
import { answerByHand } from '../support/foreignCallee'
import { logOf, runUntilConnected } from '../support/callLog'

const calls: Call[] = []
afterEach(() => {
  for (const call of calls.splice(0)) call.close()
})

/** A page that plays only the caller, with the channel and the connection of the peer that answers it. */
async function openCaller() {
  const { world } = createFakeWorld()
  const call = createCall(world, { room: 'room-1', end: 'caller' })
  calls.push(call)
  await until(call, ({ turn }) => turn.tag === 'ready' && call.room.tabs.value?.status === 'in')
  const name = call.frame.value.channelName
  return { call, room: name.slice('handshake/'.length), wire: world.openChannel(name), pc: world.connect({}) }
}

describe('a foreign callee', () => {
  test('answers over the channel, and the caller continues up to a connection', async () => {
    const { call, room, wire, pc } = await openCaller()
    for (let steps = 0; steps < 6; steps += 1) await runStep(call)
    expect(call.history.view.value.turn).toEqual({
      phase: 'steps',
      step: 'set-remote-offer',
      end: 'callee',
      tag: 'waiting',
    })

    answerByHand(wire, pc, room)
    await until(call, ({ turn }) => turn.step === 'receive-answer')
    expect(call.history.view.value.turn).toEqual({
      phase: 'steps',
      step: 'receive-answer',
      end: 'caller',
      tag: 'ready',
    })
    expect(liveAction(call.history.view.value, null, call.room.tabs.value)).toEqual({
      kind: 'run',
      step: 'receive-answer',
      does: 'next',
    })

    await runStep(call)
    expect(call.history.view.value.turn).toMatchObject({ step: 'set-remote-answer', tag: 'ready' })
    await runStep(call)
    await until(call, ({ turn }) => turn.phase === 'connected')
    expect(call.history.view.value.turn).toEqual({
      phase: 'connected',
      step: null,
      end: 'caller',
      tag: 'connected',
    })
    expect(new Set(Object.values(call.history.view.value.statuses))).toEqual(new Set(['done']))
    expect(call.history.checkpoints.value.at(-1)).toMatchObject({
      step: 'set-remote-answer',
      phase: 'connected',
    })
    expect(call.log().filter(({ end }) => end === 'callee')).toEqual([])
  })

  test('lets a run go through to the connection', async () => {
    const { call, room, wire, pc } = await openCaller()
    call.playback.runTo('connected')
    answerByHand(wire, pc, room)
    await until(call, ({ turn }) => turn.phase === 'connected')
    expect(pc.connectionState).toBe('connected')
  })
})

/** The turns of a whole call of which only one end's log is known, each once. */
function turnsWithout(missing: End) {
  const moments = replay(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(runUntilConnected()))
  const turns = moments.map((moment) => {
    const ends = { caller: viewEnd(moment.caller), callee: viewEnd(moment.callee), [missing]: null }
    const { phase, step, end, tag } = deriveTurn(HANDSHAKE_13, ends)
    return { text: `${phase} ${String(step)} ${end} ${tag}`, statuses: deriveStatuses(HANDSHAKE_13, ends) }
  })
  return turns.filter(({ text }, at) => text !== turns[at - 1]?.text)
}

describe.each(['caller', 'callee'] as const)('without the log of the %s', (missing) => {
  const own: End = missing === 'caller' ? 'callee' : 'caller'
  const turns = turnsWithout(missing)

  test('each step of the other end has its turn, ready and busy, in order', () => {
    const ready = turns
      .filter(({ text }) => text.endsWith(`${own} ready`))
      .map(({ text }) => text.split(' ')[1])
    expect(ready).toEqual(STEPS.filter(({ end }) => end === own).map(({ id }) => id))
  })

  test('a step whose message is missing is waited for, and never shown as running', () => {
    const waiting = turns.filter(({ text }) => text.includes(` ${missing} `))
    expect(waiting.length).toBeGreaterThan(0)
    for (const { text } of waiting) expect(text).toMatch(/ waiting$/)
    for (const { statuses } of turns) {
      const others = STEPS.filter(({ end }) => end === missing).map(({ id }) => statuses[id])
      for (const status of others) expect(['todo', 'done']).toContain(status)
    }
  })

  test('a message that arrived proves the other end’s step', () => {
    const arrived = missing === 'callee' ? 'receive-answer' : 'set-remote-offer'
    const { statuses } = turns.find(({ text }) => text.includes(`${arrived} ${own} ready`))!
    const before = STEPS.slice(0, stepIndex(arrived)).map(({ id }) => statuses[id])
    expect(new Set(before)).toEqual(new Set(['done']))
  })

  test('ends connected, with nothing left to do', () => {
    const { text, statuses } = turns.at(-1)!
    expect(text).toBe(`connected null ${own} connected`)
    expect(new Set(Object.values(statuses))).toEqual(new Set(['done']))
  })
})
