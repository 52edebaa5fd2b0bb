// Records the first two seconds after step 13 for the figures of the concept "media-network":
//   npm run build && node scripts/recordFilm.mjs
// A call of the built app in Chromium, whose packets pass through a proxy in this process. The proxy delays every packet,
// drops some video packets of the caller, and writes each one down. How: lessons/packets/README.md.

import { createSocket } from 'node:dgram'
import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { findBrowser, findHeadlessShell } from './browsers.mjs'
import { describePacket } from './packetKind.mjs'
import { createStaticServer } from './serve.mjs'

/** @typedef {'caller' | 'callee'} End */
/** @typedef {{ at: number, from: End, packet: import('./packetKind.mjs').PacketKind, dropped: boolean, arrived: number }} Passed */

const FILE = 'lessons/packets/media-film.json'
const LENGTH = 2000
/** Milliseconds on the way: at least, and at most so much more. */
const DELAY = 20
const JITTER = 60
/** From this moment on the proxy drops one video packet of the caller in so many. */
const LOSS = { from: 1200, every: 11 }
const LOCAL = '127.0.0.1'

/** The caller's media, and what the callee says about it; the other direction looks the same. */
const SHOWN = { caller: ['audio', 'video', 'rtx'], callee: ['nack', 'pli', 'twcc', 'report'] }

const wallClock = () => performance.timeOrigin + performance.now()

/** @returns {Promise<import('node:dgram').Socket>} */
function openSocket() {
  const socket = createSocket('udp4')
  return new Promise((resolve) => socket.bind(0, LOCAL, () => resolve(socket)))
}

/** The same sequence each time, so that two recordings can be compared. */
function createDice(state = 7) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** What stands in for each end at the other one. */
const sockets = { caller: await openSocket(), callee: await openSocket() }
/** @type {Partial<Record<End, { address: string, port: number }>>} */
const real = {}
/** @type {Passed[]} */
const passed = []
const dice = createDice()
let zero = Infinity

for (const [to, from] of /** @type {[End, End][]} */ ([
  ['callee', 'caller'],
  ['caller', 'callee'],
])) {
  let last = 0
  let videos = 0
  sockets[to].on('message', (bytes) => {
    const target = real[to]
    if (!target) return
    const at = wallClock()
    const packet = describePacket(bytes)
    const isVideo = from === 'caller' && packet.kind === 'rtp' && bytes.length > 500
    if (isVideo && at - zero > LOSS.from) videos += 1
    const dropped = isVideo && videos % LOSS.every === LOSS.every - 1
    // The order stays as it is: only the delay differs.
    last = Math.max(last, at + DELAY + JITTER * dice() ** 2)
    passed.push({ at, from, packet, dropped, arrived: last })
    if (dropped) return
    setTimeout(() => sockets[from].send(bytes, target.port, target.address), last - at)
  })
}

const server = createStaticServer({ root: 'dist' })
await new Promise((resolve) => server.listen(0, LOCAL, () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
const executablePath = findHeadlessShell() ?? findBrowser('chromium')?.executablePath
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream=fps=30',
    '--allow-loopback-in-peer-connection',
  ],
})

try {
  const page = await browser.newPage({ permissions: ['camera', 'microphone'] })
  await page.exposeFunction('tellReal', (/** @type {End} */ end, /** @type {string} */ line) => {
    const [, , , , address = '', number = ''] = line.split(' ')
    real[end] ??= { address, port: Number(number) }
  })
  await page.exposeFunction('tellZero', (/** @type {number} */ time) => {
    zero = Math.min(zero, time)
  })
  await page.addInitScript(rerouteCandidates, {
    caller: sockets.caller.address().port,
    callee: sockets.callee.address().port,
  })
  await page.goto(`http://${LOCAL}:${port}/en/call/connected/`)
  await page.locator('[data-action="run-to"]').click()
  await page.waitForFunction((length) => Reflect.get(globalThis, 'filmOver')(length), LENGTH + 400)
  const { samples, moments, payloads } = await page.evaluate(() => Reflect.get(globalThis, 'film'))
  const since = (/** @type {number} */ time) => Math.round((time - zero) * 10) / 10
  const isShown = (/** @type {{ at: number }} */ { at }) => at >= -100 && at <= LENGTH
  const timed = (/** @type {{ at: number }[]} */ list) =>
    list.map((each) => ({ ...each, at: since(each.at) })).filter(isShown)
  const packets = passed
    .map(({ at, arrived, dropped, from, packet }) => ({
      at: since(at),
      arrived: dropped ? null : since(arrived),
      from,
      ...nameOf(packet, payloads),
    }))
    .filter(isShown)
    .filter(({ from, kind }) => kind === 'stun' || kind === 'dtls' || SHOWN[from].includes(kind))
  const head = {
    browser: `Chromium ${browser.version().split('.')[0]}`,
    network: { delay: DELAY, jitter: JITTER, lossFrom: LOSS.from, lossEvery: LOSS.every },
    length: LENGTH,
  }
  const file = { ...head, moments: timed(moments), samples: timed(samples), packets }
  writeFileSync(FILE, `${JSON.stringify(file).replaceAll('},{', '},\n{')}\n`)
  console.log(`${FILE}: ${packets.length} packets, ${file.samples.length} samples`)
} finally {
  await browser.close()
  server.close()
  sockets.caller.close()
  sockets.callee.close()
}

/**
 * What the figures show of a packet; `time` is the media time of an RTP packet in milliseconds.
 * @param {import('./packetKind.mjs').PacketKind} packet
 * @param {Record<string, string>} payloads
 */
function nameOf(packet, payloads) {
  const { bytes } = packet
  if (packet.kind === 'rtcp') return { kind: feedbackOf(packet), bytes }
  if (packet.kind !== 'rtp') return { kind: packet.kind, bytes }
  const [name = '', clock = ''] = (payloads[packet.type] ?? '').split('/')
  const kind = name === 'rtx' ? 'rtx' : clock === '90000' ? 'video' : 'audio'
  return { kind, bytes, seq: packet.seq, time: Math.round((packet.time / Number(clock)) * 1e4) / 10 }
}

/**
 * The first packet of a compound one says what it is; the others are encrypted (RFC 4585 §6.1).
 * @param {{ type: number, format: number }} packet
 */
function feedbackOf({ type, format }) {
  if (type === 205) return format === 1 ? 'nack' : format === 15 ? 'twcc' : 'report'
  return type === 206 && format === 1 ? 'pli' : 'report'
}

/**
 * Runs in the page, before the app: gives each end the proxy's socket in place of the other end's address, and keeps
 * what happens.
 * @param {Record<End, number>} ports
 */
function rerouteCandidates(ports) {
  const now = () => performance.timeOrigin + performance.now()
  /** @type {RTCPeerConnection[]} */
  const connections = []
  const taken = new Set()
  const film = {
    samples: /** @type {object[]} */ ([]),
    moments: /** @type {object[]} */ ([]),
    payloads: /** @type {Record<string, string>} */ ({}),
  }
  let zero = Infinity
  const tell = (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) =>
    Reflect.get(globalThis, name)(...rest)
  const ends = /** @type {const} */ (['caller', 'callee'])
  const Native = RTCPeerConnection
  const prototype = Native.prototype

  Object.assign(globalThis, {
    film,
    filmOver: (/** @type {number} */ length) => now() > zero + length,
    RTCPeerConnection: class extends Native {
      constructor(/** @type {RTCConfiguration} */ config) {
        super(config)
        const end = ends[connections.push(this) - 1]
        const keep = (/** @type {string} */ what) => film.moments.push({ at: now(), end, what })
        this.addEventListener('iceconnectionstatechange', () => keep(`ice ${this.iceConnectionState}`))
        this.addEventListener('connectionstatechange', () => keep(this.connectionState))
        this.addEventListener('track', ({ track }) =>
          track.addEventListener('unmute', () => keep(`unmute ${track.kind}`)),
        )
      }
    },
  })

  /** @type {(init?: RTCIceCandidateInit | null) => Promise<void>} */
  const add = prototype.addIceCandidate
  /** @this {RTCPeerConnection} */
  async function addRerouted(/** @type {RTCIceCandidateInit | null | undefined} */ init) {
    const other = this === connections[0] ? 'callee' : 'caller'
    const line = init?.candidate ?? ''
    if (line === '') return add.call(this, init)
    // One address is enough, and every packet then takes the way through the proxy.
    if (taken.has(other) || !/ udp .* typ host/.test(line)) return
    taken.add(other)
    await tell('tellReal', other, line)
    const parts = line.split(' ')
    parts[4] = '127.0.0.1'
    parts[5] = String(ports[other])
    return add.call(this, { ...init, candidate: parts.join(' ') })
  }
  Reflect.set(prototype, 'addIceCandidate', addRerouted)

  /** @type {(description: RTCSessionDescriptionInit) => Promise<void>} */
  const set = prototype.setRemoteDescription
  /** @this {RTCPeerConnection} */
  async function setWithout(/** @type {RTCSessionDescriptionInit} */ description) {
    // The description may hold candidates as well.
    const sdp = description.sdp?.replace(/a=candidate:.*\r\n/g, '') ?? ''
    await set.call(this, { type: description.type, sdp })
    if (description.type !== 'answer') return
    zero = now()
    await tell('tellZero', zero)
    for (const [, number = '', name = ''] of sdp.matchAll(/a=rtpmap:(\d+) (\S+)/g))
      film.payloads[number] = name
    void sample()
  }
  Reflect.set(prototype, 'setRemoteDescription', setWithout)

  async function sample() {
    while (now() < zero + 2100) {
      const [caller, callee] = await Promise.all(connections.map((each) => each.getStats()))
      const at = now()
      const find = (
        /** @type {RTCStatsReport | undefined} */ report,
        /** @type {string} */ type,
        kind = 'video',
      ) =>
        [...(report?.values() ?? [])].find((each) => each.type === type && (each.kind ?? kind) === kind) ?? {}
      const [sent, inbound, audio] = [
        find(caller, 'outbound-rtp'),
        find(callee, 'inbound-rtp'),
        find(callee, 'inbound-rtp', 'audio'),
      ]
      film.samples.push({
        at,
        keyFrames: sent.keyFramesEncoded,
        target: sent.targetBitrate,
        nacks: inbound.nackCount,
        plis: inbound.pliCount,
        lost: inbound.packetsLost,
        decoded: inbound.framesDecoded,
        audioDelay: audio.jitterBufferDelay,
        audioEmitted: audio.jitterBufferEmittedCount,
        videoDelay: inbound.jitterBufferDelay,
        videoEmitted: inbound.jitterBufferEmittedCount,
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
