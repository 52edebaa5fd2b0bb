import { afterEach, expect, test } from 'vitest'
import { readRounds } from '../../../src/projections/negotiationRounds'
import { callTwo, eventually, openTestRoom } from '../../support/roomCall'
import type { TestMember } from '../../support/roomCall'

let close: () => void = () => undefined

afterEach(() => {
  close()
})

const roundsOf = ({ room }: TestMember) => readRounds(room.session.value!.call.frame.value.now.trace).rounds

test('each offer with its answer is a round of thirteen steps, at both ends', async () => {
  const opened = openTestRoom()
  close = opened.close
  const [ming, lin] = [opened.join('Ming'), opened.join('Lin')]
  await callTwo(ming, lin, 'Lin')

  const [own] = roundsOf(ming)
  expect(own).toMatchObject({ number: 1, isOwn: true, kind: 'call' })
  expect(own?.ended).not.toBeNull()
  expect(own?.steps).toMatchObject({
    'capture-media': 'done',
    'add-tracks': 'done',
    'set-local-offer': 'done',
    'gather-candidates': 'done',
    'send-offer': 'done',
    'set-remote-offer': 'inferred',
    'send-answer': 'inferred',
    'receive-answer': 'done',
    'set-remote-answer': 'done',
  })
  const [theirs] = roundsOf(lin)
  expect(theirs).toMatchObject({ number: 1, isOwn: false, kind: 'call' })
  expect(theirs?.steps).toMatchObject({
    'create-offer': 'inferred',
    'set-remote-offer': 'done',
    'set-local-answer': 'done',
    'send-answer': 'done',
    'set-remote-answer': 'inferred',
  })

  // The one who was called begins the second round: it may start anything at any time.
  void lin.room.session.value?.driver.run({ call: 'addTransceiver', track: 'audio' })
  await eventually(
    () => roundsOf(ming).length === 2 && roundsOf(ming)[1]?.ended !== null,
    () => JSON.stringify(roundsOf(ming)),
  )
  expect(roundsOf(ming)[1]).toMatchObject({ isOwn: false, kind: 'more' })
  expect(roundsOf(lin)[1]).toMatchObject({ isOwn: true, kind: 'more' })
  expect(roundsOf(lin)[1]?.steps['capture-media']).toBe('skipped')

  void ming.room.session.value?.driver.run({ call: 'restartIce' })
  await eventually(
    () => roundsOf(ming).length === 3 && roundsOf(ming)[2]?.ended !== null,
    () => JSON.stringify(roundsOf(ming)),
  )
  expect(roundsOf(ming)[2]).toMatchObject({ isOwn: true, kind: 'restart' })
  expect(roundsOf(lin)[2]).toMatchObject({ isOwn: false, kind: 'restart' })
})
