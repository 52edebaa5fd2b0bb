import type { NodePeer } from '../../support/nodePeer'
import type { RelayServer } from './relayServer'
import type { RoomMessageBody } from '../../../broadcast-signaling/room/roomMessage'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { readRoomMessage, writeRoomMessage } from '../../../broadcast-signaling/room/roomMessage'
import { startNodePeer } from '../../support/nodePeer'
import { createSockets, startRelay } from './relayServer'
import { messagesOf, presentFor, record, until } from './support'

let server: RelayServer
const peers: NodePeer[] = []
beforeEach(async () => {
  server = await startRelay()
})
afterEach(async () => {
  const started = peers.splice(0)
  await Promise.all(started.map((peer) => peer.kill()))
  await server.end()
  for (const { errors } of started) expect(errors).toEqual([])
})

function start(name: string, callee?: string): NodePeer {
  const peer = startNodePeer(server.address, 'r', name, callee)
  peers.push(peer)
  return peer
}

it('two programs that are not this app meet in a room, call, talk and hang up', async () => {
  const ada = start('Ada')
  await until(() => server.rooms.get('r')?.size === 1, 'Ada is in the room')
  const bob = start('Bob', 'Ada')

  await Promise.all([ada.prints('connection connected'), bob.prints('channel open')])
  expect([ada.lines[0], bob.lines[0]]).toEqual(['hello Bob', 'hello Ada'])
  bob.type('over the data channel')
  await ada.prints('channel over the data channel')
  ada.type('back')
  await bob.prints('channel back')

  ada.type('/end')
  await Promise.all([ada.prints('ended hang-up'), bob.prints('ended hang-up')])
})

it('it says only what the guard accepts, answers an invitation, and is busy for a second one', async () => {
  const createSocket = createSockets().create
  const me = record(openRelayRoom({ address: server.address, room: 'r', self: 'me', createSocket }))
  const tell = (message: RoomMessageBody) => me.send('all', writeRoomMessage(message))
  start('Ada')
  await until(() => presentFor(me).length === 1, 'Ada is in the room')

  tell({ kind: 'hello', name: 'Me', joinedAt: 0 })
  tell({ kind: 'chat', text: '你好' })
  tell({ kind: 'invite', call: 'first' })
  tell({ kind: 'invite', call: 'second' })
  tell({ kind: 'cancel', call: 'first' })

  await peers[0]!.prints('ended cancel')
  expect(peers[0]!.lines.slice(0, 3)).toEqual(['hello Me', 'chat 你好', 'ended cancel'])
  await until(() => messagesOf(me).length === 3, 'all of its messages have arrived')
  const reads = me.events.flatMap((event) => (event.type === 'message' ? [readRoomMessage(event.body)] : []))
  expect(reads.map((read) => (read.ok ? read.message : read))).toMatchObject([
    { kind: 'hello', name: 'Ada' },
    { kind: 'accept', call: 'first' },
    { kind: 'refuse', call: 'second', reason: 'busy' },
  ])
  me.close()
})

it('is not disturbed by a call that ends while its signals still wait', async () => {
  const createSocket = createSockets().create
  const me = record(openRelayRoom({ address: server.address, room: 'r', self: 'me', createSocket }))
  const tell = (message: RoomMessageBody) => me.send('all', writeRoomMessage(message))
  start('Ada')
  await until(() => presentFor(me).length === 1, 'Ada is in the room')

  tell({ kind: 'invite', call: 'first' })
  // In one tick, so that several arrive at once.
  for (let index = 0; index < 50; index += 1)
    tell({ kind: 'signal', call: 'first', body: { kind: 'end-of-candidates' } })
  tell({ kind: 'hang-up', call: 'first' })
  await peers[0]!.prints('ended hang-up')
  tell({ kind: 'invite', call: 'second' })
  tell({ kind: 'cancel', call: 'second' })

  await peers[0]!.prints('ended cancel')
  me.close()
})

it('is shorter than 80 lines', () => {
  expect(readFileSync('docs/examples/node-peer.mjs', 'utf8').trim().split('\n').length).toBeLessThan(80)
})
