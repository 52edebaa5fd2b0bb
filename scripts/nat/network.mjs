// Two machines behind NATs, and a public network between them: network namespaces of Linux. Nothing in them reaches the
// real network, and the machine's own interfaces and rules stay as they are.

import { runCommand } from './command.mjs'
import { rulesOf } from './rules.mjs'

/** @import { LetsOut, NatKind } from './rules.mjs' */
/** @typedef {'caller' | 'callee'} End */
/** @typedef {{ nat: NatKind | 'double', letsOut?: LetsOut }} Place where a machine stands */

/** All namespaces begin so; only those are ever removed. */
const PREFIX = 'nat-'
/** The public address of coturn (RFC 5737). */
export const SERVER = '203.0.113.10'
export const PUBLIC = `${PREFIX}public`
/** Each end: its namespace, its network, and the public address of its NAT. */
export const SIDES = {
  caller: { space: `${PREFIX}caller`, router: `${PREFIX}router-caller`, net: '10.0.1', wan: '203.0.113.101' },
  callee: { space: `${PREFIX}callee`, router: `${PREFIX}router-callee`, net: '10.0.2', wan: '203.0.113.102' },
}
/** The second network of a machine that moves. */
export const SECOND = { router: `${PREFIX}router-second`, net: '10.0.3', wan: '203.0.113.103' }
/** The network between the two routers of a double NAT (RFC 6598). */
const CARRIER = { net: '100.64.1', router: `${PREFIX}carrier-` }

const ip = (/** @type {string[]} */ ...args) => runCommand('ip', args)
const inside = (/** @type {string} */ space, /** @type {string[]} */ ...args) => ip('-n', space, ...args)

/** The command that runs another one in a namespace. */
export const within = (/** @type {string} */ space) => ['ip', 'netns', 'exec', space]

async function addSpace(/** @type {string} */ name, isRouter = false) {
  await ip('netns', 'add', name)
  const settings = ['net.ipv6.conf.all.disable_ipv6=1', 'net.ipv6.conf.default.disable_ipv6=1']
  if (isRouter) settings.push('net.ipv4.ip_forward=1')
  await ip('netns', 'exec', name, 'sysctl', '-qw', ...settings)
  await inside(name, 'link', 'set', 'lo', 'up')
}

/** A cable between two namespaces: one interface in each. */
async function connect(
  /** @type {[space: string, name: string, address: string]} */ [one, oneName, oneAddress],
  /** @type {[space: string, name: string, address: string]} */ [other, otherName, otherAddress],
) {
  await ip('link', 'add', oneName, 'netns', one, 'type', 'veth', 'peer', 'name', otherName, 'netns', other)
  for (const [space, name, address] of [
    [one, oneName, oneAddress],
    [other, otherName, otherAddress],
  ]) {
    if (space === undefined || name === undefined) continue
    if (address) await inside(space, 'addr', 'add', address, 'dev', name)
    await inside(space, 'link', 'set', name, 'up')
  }
}

const setRules = (/** @type {string} */ space, /** @type {string} */ rules) =>
  runCommand('ip', ['netns', 'exec', space, 'nft', '-f', '-'], rules)

/** A router whose `wan` is on the public network. */
async function addPublicRouter(/** @type {string} */ router, /** @type {string} */ wan) {
  await addSpace(router, true)
  const port = `port-${wan.split('.').at(-1)}`
  await connect([router, 'wan', `${wan}/24`], [PUBLIC, port, ''])
  await inside(PUBLIC, 'link', 'set', port, 'master', 'bridge')
  // Packets to private addresses of others leave, and are lost without a word, as on the internet.
  await inside(router, 'route', 'add', 'default', 'via', SERVER)
}

/** A machine behind one router, or behind its own router and the one of its carrier. */
async function addSide(/** @type {End} */ end, /** @type {Place} */ { nat, letsOut = 'all' }) {
  const { space, router, net, wan } = SIDES[end]
  await addSpace(space)
  if (nat === 'double') {
    const carrier = `${CARRIER.router}${end}`
    await addPublicRouter(carrier, wan)
    await addSpace(router, true)
    await connect([router, 'wan', `${CARRIER.net}.2/24`], [carrier, 'lan', `${CARRIER.net}.1/24`])
    await inside(router, 'route', 'add', 'default', 'via', `${CARRIER.net}.1`)
    await setRules(carrier, rulesOf('port-restricted', { inside: `${CARRIER.net}.2` }))
  } else await addPublicRouter(router, wan)
  await connect([space, 'eth0', `${net}.2/24`], [router, 'lan', `${net}.1/24`])
  await inside(space, 'route', 'add', 'default', 'via', `${net}.1`)
  const kind = nat === 'double' ? 'port-restricted' : nat
  await setRules(router, rulesOf(kind, { inside: `${net}.2`, letsOut }))
}

/**
 * Builds both sides and the public network. `remove` takes all of it away, also after a failure half way.
 * @param {Record<End, Place>} places
 */
export async function buildNetwork(places) {
  await removeNetwork()
  await addSpace(PUBLIC)
  await inside(PUBLIC, 'link', 'add', 'bridge', 'type', 'bridge')
  await inside(PUBLIC, 'addr', 'add', `${SERVER}/24`, 'dev', 'bridge')
  // Without an address of its own it takes that of a cable that joins, and routers would send to the old one.
  await inside(PUBLIC, 'link', 'set', 'bridge', 'address', '02:00:00:00:00:01', 'up')
  // Where coturn sends what is for private addresses: nowhere, and without an error.
  await inside(PUBLIC, 'link', 'add', 'sink', 'type', 'veth', 'peer', 'name', 'drain')
  await inside(PUBLIC, 'link', 'set', 'sink', 'arp', 'off', 'up')
  await inside(PUBLIC, 'link', 'set', 'drain', 'up')
  for (const private_ of ['10.0.0.0/8', '100.64.0.0/10', '192.168.0.0/16'])
    await inside(PUBLIC, 'route', 'add', private_, 'dev', 'sink')
  await addSide('caller', places.caller)
  await addSide('callee', places.callee)
}

/** Takes the caller off its network and puts it on another one, as a phone that leaves its Wi-Fi. */
export async function moveCaller() {
  const { space } = SIDES.caller
  await addPublicRouter(SECOND.router, SECOND.wan)
  await setRules(SECOND.router, rulesOf('port-restricted', { inside: `${SECOND.net}.2` }))
  await inside(space, 'link', 'set', 'eth0', 'down')
  await connect([space, 'eth1', `${SECOND.net}.2/24`], [SECOND.router, 'lan', `${SECOND.net}.1/24`])
  await inside(space, 'route', 'add', 'default', 'via', `${SECOND.net}.1`)
}

/** The namespaces of the bench that exist. */
async function spaces() {
  const ours = new Set([
    PUBLIC,
    SECOND.router,
    ...Object.values(SIDES).flatMap(({ space, router }) => [space, router]),
    ...Object.keys(SIDES).map((end) => `${CARRIER.router}${end}`),
  ])
  const listed = (await ip('netns', 'list')).split('\n').map((line) => line.split(' ')[0] ?? '')
  return listed.filter((name) => ours.has(name))
}

/** Removes every namespace of the bench, and with it its interfaces and rules. */
export async function removeNetwork() {
  for (const name of await spaces()) await ip('netns', 'delete', name)
}
