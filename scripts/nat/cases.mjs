// The calls that the bench makes: where both ends stand, which servers they know, and what happens.

import { SERVER } from './network.mjs'

/** @import { End, Place } from './network.mjs' */
/** @typedef {'turn' | 'wrong' | 'expired'} LoginKind */
/** @typedef {{ urls: string, login?: LoginKind }} Server */
/** @typedef {{ iceServers: Server[], relayOnly?: boolean }} Asked */

/**
 * @typedef {object} Case
 * @property {string} title
 * @property {Record<End, Place>} places
 * @property {Asked} asked the settings of both ends
 * @property {Partial<Record<End, 'firefox'>>} [browsers] Chromium where nothing is said
 * @property {'connected' | 'failed' | 'moved'} until moved: connected again after the caller moved and restarted ICE
 */

const STUN = { urls: `stun:${SERVER}:3478` }
/** @returns {Server} */
const turn = (/** @type {string} */ more = '', /** @type {LoginKind} */ login = 'turn') => ({
  urls: `turn:${SERVER}:3478${more}`,
  login,
})
const TURN = turn()
const TURN_TCP = turn('?transport=tcp')
/** @type {Server} */
const TURN_TLS = { urls: `turns:${SERVER}:443?transport=tcp`, login: 'turn' }
const strict = /** @type {const} */ ({ nat: 'port-restricted' })
const symmetric = /** @type {const} */ ({ nat: 'symmetric' })

/** By id: the name of the recording. @type {Record<string, Case>} */
export const CASES = {
  'direct-srflx': {
    title: 'Direct: both ends use what STUN told them',
    places: { caller: { nat: 'full-cone' }, callee: { nat: 'full-cone' } },
    asked: { iceServers: [STUN] },
    until: 'connected',
  },
  'address-restricted': {
    title: 'An address-restricted NAT meets a port-restricted one',
    places: { caller: { nat: 'restricted' }, callee: strict },
    asked: { iceServers: [STUN] },
    until: 'connected',
  },
  'hole-punched': {
    title: 'Port-restricted NATs: each end punches a hole',
    places: { caller: strict, callee: strict },
    asked: { iceServers: [STUN] },
    until: 'connected',
  },
  'double-nat': {
    title: 'The callee behind two NATs',
    places: { caller: strict, callee: { nat: 'double' } },
    asked: { iceServers: [STUN] },
    until: 'connected',
  },
  'symmetric-prflx': {
    title: 'A symmetric NAT meets a full cone: prflx',
    places: { caller: symmetric, callee: { nat: 'full-cone' } },
    asked: { iceServers: [STUN] },
    until: 'connected',
  },
  'symmetric-failed': {
    title: 'Symmetric NATs without TURN: failed',
    places: { caller: symmetric, callee: symmetric },
    asked: { iceServers: [STUN] },
    until: 'failed',
  },
  'symmetric-relay': {
    title: 'The same NATs with TURN: relayed',
    places: { caller: symmetric, callee: symmetric },
    asked: { iceServers: [TURN] },
    until: 'connected',
  },
  'relay-only': {
    title: 'Relay only at both ends',
    places: { caller: strict, callee: strict },
    asked: { iceServers: [TURN], relayOnly: true },
    until: 'connected',
  },
  'turn-tcp': {
    title: 'UDP is blocked: TURN over TCP',
    places: { caller: { nat: 'port-restricted', letsOut: 'no-udp' }, callee: strict },
    asked: { iceServers: [TURN, TURN_TCP] },
    until: 'connected',
  },
  'turn-tls': {
    title: 'Only TCP 443 is open: TURN over TLS',
    places: { caller: { nat: 'port-restricted', letsOut: 'only-443' }, callee: strict },
    asked: { iceServers: [TURN, TURN_TLS] },
    until: 'connected',
  },
  'turn-wrong-password': {
    title: 'TURN refuses a wrong password: 401',
    places: { caller: symmetric, callee: symmetric },
    asked: { iceServers: [turn('', 'wrong')] },
    until: 'failed',
  },
  'turn-expired': {
    title: 'The TURN login has expired: 401',
    places: { caller: symmetric, callee: symmetric },
    asked: { iceServers: [turn('', 'expired')] },
    until: 'failed',
  },
  'stun-blocked': {
    title: 'The firewall drops STUN: 701',
    places: {
      caller: { nat: 'port-restricted', letsOut: 'no-stun' },
      callee: { nat: 'port-restricted', letsOut: 'no-stun' },
    },
    asked: { iceServers: [STUN] },
    until: 'failed',
  },
  'network-change': {
    title: 'The caller changes the network, and restarts ICE',
    places: { caller: strict, callee: strict },
    asked: { iceServers: [STUN] },
    until: 'moved',
  },
  'firefox-hole-punched': {
    title: 'Chromium calls Firefox: holes punched',
    places: { caller: strict, callee: strict },
    asked: { iceServers: [STUN] },
    browsers: { callee: 'firefox' },
    until: 'connected',
  },
}
