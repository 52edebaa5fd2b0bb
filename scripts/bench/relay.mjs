// The relay under load: 500 rooms of two members on loopback, who all talk at once, several times over.

import { fork } from 'node:child_process'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { root } from '../run.mjs'
import { summarize } from './numbers.mjs'

const ROOMS = 500
/** Messages that each member says in a round, half of them to all. */
const MESSAGES = 20
/** Rounds in which all members stay, and how often all of them are replaced by others. */
const ROUNDS = 3
/** As long as a description usually is: characters. */
const BODY = 'x'.repeat(2_000)

/** @typedef {Awaited<ReturnType<typeof openMember>>} Member */

export async function measure() {
  const server = await startServer()
  const before = await server.measure()
  const heaps = []
  /** @type {number[]} */
  const delays = []
  let joined = 0
  let seconds = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    const members = await Promise.all(
      Array.from({ length: ROOMS * 2 }, (_, n) => openMember(server.port, `room${n >> 1}`, `m${round}-${n}`)),
    )
    joined = performance.now() - began
    const talked = performance.now()
    for (let n = 0; n < MESSAGES; n += 1) {
      for (const member of members) member.say(n)
      await Promise.all(members.map((member) => member.has(n + 1)))
    }
    seconds += (performance.now() - talked) / 1_000
    for (const member of members) delays.push(...member.delays)
    check(members)
    for (const member of members) member.leave()
    heaps.push(await server.measureEmpty())
  }
  server.stop()
  return {
    rooms: ROOMS,
    members: ROOMS * 2,
    messages: ROUNDS * ROOMS * 2 * MESSAGES,
    perSecond: Math.round((ROUNDS * ROOMS * 2 * MESSAGES) / seconds),
    joined: Math.round(joined),
    delay: summarize(delays),
    emptyKilobytes: Math.round(before.heap / 1_024),
    afterKilobytes: heaps.map((heap) => Math.round(heap / 1_024)),
  }
}

/** Every member must have exactly what its partner said, in order: nothing lost, nothing twice, nothing of others. */
function check(/** @type {Member[]} */ members) {
  members.forEach((member, at) => {
    const partner = members[at ^ 1]
    const due = Array.from({ length: MESSAGES }, (_, n) => `${partner?.id}/${n}`)
    if (member.heard.join() !== due.join()) throw new Error(`${member.id} heard ${member.heard.join()}`)
  })
}

/** Joins a room, and resolves once both of its members are there. */
async function openMember(/** @type {number} */ port, /** @type {string} */ room, /** @type {string} */ id) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`)
  const say = (/** @type {object} */ frame) => socket.send(JSON.stringify(frame))
  /** @type {string[]} */
  const heard = []
  /** @type {number[]} */
  const delays = []
  let received = 0
  let waiting = () => {}
  let isMet = false
  socket.on('open', () => say({ type: 'join', v: 1, room, member: id, key: id, received: 0 }))
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString())
    if (frame.type !== 'ack') received = frame.n ?? received
    if (frame.type === 'beat') say({ type: 'ack', n: received })
    if (frame.type === 'joined' || frame.members?.length > 0) isMet = true
    if (frame.type === 'message') {
      const { n, at } = JSON.parse(frame.body)
      delays.push(performance.now() - at)
      heard.push(`${frame.from}/${n}`)
    }
    waiting()
  })
  /** @param {() => boolean} isTrue */
  const until = (isTrue) =>
    new Promise((/** @type {(value?: undefined) => void} */ done) => {
      waiting = () => isTrue() && done()
      waiting()
    })
  await until(() => isMet)
  let sent = 0
  return {
    id,
    heard,
    delays,
    say(/** @type {number} */ n) {
      const body = JSON.stringify({ n, at: performance.now(), text: BODY })
      sent += 1
      say({ type: 'send', n: sent, to: n % 2 === 0 ? 'all' : partnerOf(id), body })
    },
    has: (/** @type {number} */ count) => until(() => heard.length >= count),
    leave() {
      say({ type: 'leave' })
      socket.close()
    },
  }
}

/** `m0-6` and `m0-7` share a room. */
function partnerOf(/** @type {string} */ id) {
  const [round, n] = id.split('-')
  return `${round}-${Number(n) ^ 1}`
}

async function startServer() {
  const child = fork(join(root, 'scripts/bench/relayServer.mjs'), { execArgv: ['--expose-gc'] })
  const answer = () => new Promise((/** @type {(value: any) => void} */ done) => child.once('message', done))
  const { port } = await answer()
  const ask = () => {
    child.send('measure')
    return answer()
  }
  return {
    port,
    /** @returns {Promise<{ heap: number, rooms: number }>} */
    measure: ask,
    /** The heap once all members are gone. */
    async measureEmpty() {
      for (;;) {
        const { heap, rooms } = await ask()
        if (rooms === 0) return heap
      }
    },
    stop: () => child.disconnect(),
  }
}
