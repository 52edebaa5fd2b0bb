import { afterEach, expect, test } from 'vitest'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { createSockets, startRelay } from '../../signaling/room/relayServer'
import type { RelayServer } from '../../signaling/room/relayServer'
import { eventually, openTestRoom } from '../../support/roomCall'
import type { TestMember } from '../../support/roomCall'

let close: () => void = () => undefined
let server: RelayServer

afterEach(async () => {
  close()
  await server.end()
})

const knownTo = ({ room }: TestMember) =>
  room.view.value.context.members.filter(({ name }) => name !== null).length

/** Everyone who has sent this member something of a call. */
const callersOf = ({ room }: TestMember) =>
  new Set(
    room.wire.entries.value.flatMap(({ direction, other, what }) =>
      direction === 'in' && what.kind === 'message' && what.message.kind === 'signal' ? [other] : [],
    ),
  )

test('a class of thirty is in one room over the relay, and its fifteen pairs call at once', async () => {
  server = await startRelay()
  const sockets = createSockets()
  const opened = openTestRoom({
    openTransport: (room, self = '') =>
      openRelayRoom({ address: server.address, room, self, createSocket: sockets.create }),
  })
  close = opened.close
  const pupils = Array.from({ length: 30 }, (_, n) => opened.join(`Pupil ${String(n)}`, `p${String(n)}`))
  await eventually(
    () => pupils.every((pupil) => knownTo(pupil) === 29),
    () => pupils.map(knownTo).join(),
  )
  const pairs = pupils.flatMap((inviter, n) => (n % 2 === 0 ? [{ inviter, invited: pupils[n + 1]! }] : []))
  for (const { inviter, invited } of pairs) inviter.room.invite(invited.id())
  for (const { invited } of pairs) {
    await invited.until('invited')
    invited.room.accept(true)
  }
  for (const pupil of pupils) await pupil.until('in-call')
  for (const { inviter, invited } of pairs) {
    expect(callersOf(inviter)).toEqual(new Set([invited.id()]))
    expect(callersOf(invited)).toEqual(new Set([inviter.id()]))
  }
  expect(pupils.map(({ room }) => room.wire.refused.value)).toEqual(pupils.map(() => 0))
})
