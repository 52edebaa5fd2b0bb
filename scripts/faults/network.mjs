// A network between two ends of a page that loses packets, for faults that a fast local network never shows.

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'

/** An address of this machine that a browser may send to from any of its own. */
export function ownAddress() {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

/** Opens a UDP socket on all addresses, and names its port. */
async function openSocket() {
  const socket = createSocket('udp4')
  socket.bind(0)
  await once(socket, 'listening')
  return { socket, port: socket.address().port }
}

/** A UDP port that never answers, as behind a firewall. */
export async function openSilentPort() {
  const { socket, port } = await openSocket()
  return { port, close: () => void socket.close() }
}

/**
 * A wire between two ends, 0 and 1: each sends to a port that stands for the other. `pass` gives a candidate of an end
 * with that port in it, or null for a candidate that it does not carry (it carries one IPv4 address over UDP). `lose` sets
 * the share of packets that get lost from now on, 0 to 1, always in the same pattern.
 */
export async function openWire() {
  const sides = await Promise.all([openSocket(), openSocket()])
  /** @type {({ address: string, port: number } | undefined)[]} */
  const ends = []
  let loss = 0
  let state = 1
  const isLost = () => {
    // A linear congruential generator (Numerical Recipes), so that each run loses the same packets.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32 < loss
  }
  for (const [end, { socket }] of sides.entries()) {
    socket.on('message', (packet, { address, port }) => {
      ends[end] = { address, port }
      const other = ends[1 - end]
      if (other && !isLost()) sides[1 - end]?.socket.send(packet, other.port, other.address)
    })
  }
  return {
    pass(/** @type {string} */ candidate, /** @type {number} */ from) {
      const parts = candidate.split(' ')
      const [, component, protocol, , address = '', port] = parts
      const isCarried =
        component === '1' && protocol === 'udp' && parts[7] === 'host' && /^[\d.]+$/.test(address)
      if (!isCarried || (ends[from] && ends[from].port !== Number(port))) return null
      ends[from] = { address, port: Number(port) }
      parts[5] = String(sides[1 - from]?.port)
      return parts.join(' ')
    },
    lose(/** @type {number} */ share) {
      loss = share
    },
    close() {
      for (const { socket } of sides) socket.close()
    },
  }
}
