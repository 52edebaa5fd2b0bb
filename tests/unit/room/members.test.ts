import { afterEach, describe, expect, test } from 'vitest'
import { callTwo, eventually, openTestRoom } from '../../support/roomCall'

let opened: { close(): void }[] = []

function open(options?: Parameters<typeof openTestRoom>[0]) {
  const room = openTestRoom(options)
  opened.push(room)
  return room
}

afterEach(() => {
  for (const { close } of opened) close()
  opened = []
})

const linesOf = (member: { room: { view: { value: { context: { lines: unknown } } } } }) =>
  member.room.view.value.context.lines

describe('invitations', () => {
  test('one invites, the other accepts, both are connected, one hangs up', async () => {
    const { join } = open()
    const ming = join('Ming')
    await ming.until('alone')
    const lin = join('Lin')
    await callTwo(ming, lin, 'Lin')
    expect(ming.end().peer?.connectionState).toBe('connected')
    expect(lin.end().peer?.connectionState).toBe('connected')
    // One round was enough: both ends' tracks are in one offer and its answer.
    expect(ming.end().bench.operations.map(({ operation }) => operation.call)).toEqual([
      'create',
      'capture',
      'addTrack',
      'addTrack',
      'createDataChannel',
      'createDataChannel',
      'setLocalDescription',
      'setRemoteDescription',
    ])
    expect(
      lin
        .end()
        .tracks.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['audio', 'video'])
    expect(
      ming
        .end()
        .tracks.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['audio', 'video'])
    lin.room.hangUp()
    await ming.until('ended')
    expect(ming.room.view.value.context.ended).toEqual({ reason: 'hung-up', by: 'other', name: 'Lin' })
    expect(lin.room.view.value.context.ended).toEqual({ reason: 'hung-up', by: 'self', name: 'Ming' })
  })

  test('an invitation is refused, and taken back', async () => {
    const { join } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    ming.room.invite(await ming.meet('Lin'))
    await lin.until('invited')
    lin.room.refuse()
    await ming.until('ended')
    expect(ming.room.view.value.context.ended).toMatchObject({ reason: 'refused', by: 'other' })
    ming.room.invite(await ming.meet('Lin'))
    await lin.until('invited')
    ming.room.cancel()
    await lin.until('ended')
    expect(lin.room.view.value.context.ended).toMatchObject({ reason: 'cancelled', by: 'other' })
    ming.room.forget()
    expect(ming.state()).toBe('present')
  })

  test('an invitation that nobody answers stops ringing at both ends', async () => {
    const { join } = open({ ring: 20 })
    const [ming, lin] = [join('Ming'), join('Lin')]
    ming.room.invite(await ming.meet('Lin'))
    await lin.until('ended')
    await ming.until('ended')
    expect(ming.room.view.value.context.ended).toMatchObject({ reason: 'no-answer', by: 'other' })
    // Whichever of the two stops first.
    expect(lin.room.view.value.context.ended).toMatchObject({ reason: 'no-answer', by: 'self' })
  })

  test('a third member who invites one of two in a call is told that it is busy, and the call goes on', async () => {
    const { join } = open()
    const [ming, lin, ada] = [join('Ming'), join('Lin'), join('Ada')]
    await callTwo(ming, lin, 'Lin')
    ada.room.invite(await ada.meet('Lin'))
    await ada.until('ended')
    expect(ada.room.view.value.context.ended).toEqual({ reason: 'busy', by: 'other', name: 'Lin' })
    expect(lin.state()).toBe('in-call')
    expect(lin.end().peer?.connectionState).toBe('connected')
    expect(linesOf(lin)).toContainEqual(expect.objectContaining({ note: 'missed', name: 'Ada' }))
  })

  test('two who invite each other at once get one call', async () => {
    const { join } = open()
    const [ming, lin] = [join('Ming', 'a'), join('Lin', 'b')]
    const [toLin, toMing] = [await ming.meet('Lin'), await lin.meet('Ming')]
    ming.room.invite(toLin)
    lin.room.invite(toMing)
    await ming.until('in-call')
    await lin.until('in-call')
    expect(ming.room.view.value.context.call?.role).toBe('caller')
    expect(lin.room.view.value.context.call?.role).toBe('callee')
    expect(ming.room.view.value.context.call?.id).toBe(lin.room.view.value.context.call?.id)
  })

  test('without a camera the test pattern is sent, and the call is made all the same', async () => {
    const { join } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    lin.refuseMedia(new DOMException('no camera', 'NotFoundError'))
    await callTwo(ming, lin, 'Lin')
    expect(lin.end().media?.source).toBe('test-pattern')
    expect(ming.end().media?.source).toBe('camera')
  })
})

describe('who is there', () => {
  test('the one who takes a name second is told, and gets two free ones', async () => {
    const { join } = open()
    const ming = join('Ming')
    await ming.until('alone')
    // The clock of the test may not have moved on between the two.
    await new Promise((done) => setTimeout(done, 2))
    const other = join('ming')
    await other.until('name-taken')
    const { proposals } = other.room.view.value.context
    expect(proposals?.[0]).toBe('ming 2')
    other.room.rename('MING')
    expect(other.state()).toBe('name-taken')
    other.room.rename(proposals?.[0] ?? '')
    await other.until('present')
    await ming.meet('ming 2')
  })

  test('a full room says so', async () => {
    const { join } = open({ capacity: 2 })
    const ming = join('Ming')
    await ming.until('alone')
    const lin = join('Lin')
    await ming.until('present')
    const ada = join('Ada')
    await ada.until('full')
    expect(lin.state()).toBe('present')
  })

  test('who leaves, or reloads the page, ends what it was part of', async () => {
    for (const at of ['inviting', 'invited', 'in-call'] as const) {
      const { join } = open()
      const [ming, lin] = [join('Ming'), join('Lin')]
      if (at === 'in-call') await callTwo(ming, lin, 'Lin')
      else ming.room.invite(await ming.meet('Lin'))
      if (at !== 'in-call') await lin.until('invited')
      const [gone, left] = at === 'inviting' ? [ming, lin] : [lin, ming]
      gone.room.close()
      await left.until('ended')
      expect(left.room.view.value.context.ended, at).toMatchObject({ reason: 'left', by: 'other' })
      // The page comes back, and everything works again.
      const again = join(at === 'inviting' ? 'Ming' : 'Lin')
      await callTwo(again, left, at === 'inviting' ? 'Lin' : 'Ming')
    }
  })
})

describe('while a call is under way', () => {
  test('lines cross by both ways, and the same words are one line', async () => {
    const { join } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    await callTwo(ming, lin, 'Lin')
    ming.room.say('over both', ['signaling', 'channel'])
    const find = () =>
      lin.room.view.value.context.lines.filter((line) => line.kind === 'chat' && line.text === 'over both')
    await eventually(
      () => find().some((line) => line.kind === 'chat' && line.via.length === 2),
      () => JSON.stringify(find()),
    )
    expect(find()).toHaveLength(1)
  })

  test('a lost transport does not end it, and what was said meanwhile arrives afterwards', async () => {
    const { join, rooms } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    await callTwo(ming, lin, 'Lin')
    rooms.cut(lin.id())
    await eventually(
      () => lin.room.view.value.context.transport === 'lost',
      () => lin.room.view.value.context.transport,
    )
    expect(lin.state()).toBe('in-call')
    ming.room.say('are you there?', ['signaling'])
    rooms.mend(lin.id())
    await eventually(
      () => JSON.stringify(lin.room.view.value.context.lines).includes('are you there?'),
      () => JSON.stringify(lin.room.view.value.context.lines),
    )
    expect(lin.state()).toBe('in-call')
  })

  test('a partner that the room gives up stays in the call while its media arrives', async () => {
    const { join, rooms } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    await callTwo(ming, lin, 'Lin')
    rooms.cut(lin.id())
    rooms.expire(lin.id())
    await eventually(
      () => ming.room.view.value.context.call?.away === true,
      () => JSON.stringify(ming.room.view.value.context.call),
    )
    expect(ming.state()).toBe('in-call')
    expect(ming.end().peer?.connectionState).toBe('connected')
  })

  test('a picture crosses in chunks and arrives as it was', async () => {
    const { join } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    await callTwo(ming, lin, 'Lin')
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
    await ming.room.transfers.send(
      { kind: 'snapshot', id: 's1', name: 'a.jpg', type: 'image/jpeg', size: bytes.length },
      bytes,
    )
    const arrived = () => lin.room.transfers.list.value[0]
    await eventually(
      () => arrived()?.state === 'done',
      () => JSON.stringify(arrived()?.done),
    )
    expect(arrived()?.bytes).toEqual(bytes)
    expect(ming.room.transfers.list.value[0]).toMatchObject({ own: true, state: 'done', done: 100_000 })
  })

  test('its recording opens again', async () => {
    const { makeRecording } = await import('../../../src/recording/makeRecording')
    const { readRecording } = await import('../../../src/recording/readRecording')
    const { writeRecording } = await import('../../../src/recording/writeRecording')
    const { join } = open()
    const [ming, lin] = [join('Ming'), join('Lin')]
    await callTwo(ming, lin, 'Lin')
    for (const { room } of [ming, lin]) {
      const { call } = room.session.value!
      const { script } = call.frame.value
      const recording = makeRecording({
        script,
        settings: call.frame.value.settings,
        log: call.log(),
        browser: 'Fake 1',
        made: new Date(0),
      })
      expect(readRecording(writeRecording(recording))).toMatchObject({ ok: true })
    }
  })
})
