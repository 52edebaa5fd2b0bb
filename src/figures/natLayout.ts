import type { Leg, NatEnd, Trip } from '../nat/simulationStep'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The positions in the drawing, in its own units. */
export interface NatLayout {
  readonly viewBox: string
  readonly hosts: Readonly<Record<NatEnd, Box>>
  readonly nats: Readonly<Record<NatEnd, Box>>
  readonly server: Box
  /** Where the addresses of each leg are printed. */
  readonly cards: Readonly<Record<Leg['place'], Box>>
}

const CARD = { width: 200, height: 44 }

export const WIDE: NatLayout = {
  viewBox: '0 0 720 260',
  hosts: {
    caller: { x: 1, y: 110, width: 112, height: 56 },
    callee: { x: 607, y: 110, width: 112, height: 56 },
  },
  nats: {
    caller: { x: 160, y: 110, width: 150, height: 56 },
    callee: { x: 410, y: 110, width: 150, height: 56 },
  },
  server: { x: 280, y: 2, width: 160, height: 52 },
  cards: {
    caller: { x: 20, y: 206, ...CARD },
    internet: { x: 260, y: 206, ...CARD },
    callee: { x: 500, y: 206, ...CARD },
  },
}

/** From top to bottom, for phones. */
export const NARROW: NatLayout = {
  viewBox: '0 0 320 480',
  hosts: {
    caller: { x: 1, y: 2, width: 104, height: 52 },
    callee: { x: 1, y: 426, width: 104, height: 52 },
  },
  nats: {
    caller: { x: 1, y: 116, width: 104, height: 52 },
    callee: { x: 1, y: 312, width: 104, height: 52 },
  },
  server: { x: 196, y: 116, width: 122, height: 52 },
  cards: {
    caller: { x: 118, y: 62, ...CARD },
    internet: { x: 118, y: 218, ...CARD },
    callee: { x: 118, y: 374, ...CARD },
  },
}

type Point = readonly [x: number, y: number]

function middle({ x, y, width, height }: Box): Point {
  return [x + width / 2, y + height / 2]
}

function toPath(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`).join(' ')
}

/** The lines that are always drawn. */
export function roadsOf({ hosts, nats, server }: NatLayout): string[] {
  const across = [hosts.caller, nats.caller, nats.callee, hosts.callee].map(middle)
  const toServer = [nats.caller, server, nats.callee].map(middle)
  return [toPath(across), toPath(toServer)]
}

/** The path of a packet, from its sender up to where it is dropped or received. */
export function packetPath(layout: NatLayout, { sender, receiver, verdict }: Trip): string {
  const start = sender === 'server' ? [layout.server] : [layout.hosts[sender], layout.nats[sender]]
  if (receiver === 'server') return toPath([...start, layout.server].map(middle))
  const end = verdict?.result === 'dropped' ? [] : [layout.hosts[receiver]]
  return toPath([...start, layout.nats[receiver], ...end].map(middle))
}
