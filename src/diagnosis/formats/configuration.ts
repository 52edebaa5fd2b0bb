import type { DumpConfiguration } from '../dump'
import { field, isObject, parseJson, textField } from './foreign'

type Server = DumpConfiguration['iceServers'][number]

const MOST_SERVERS = 50
const SERVER_URL = /\b(?:stun|turn)s?:[^\s,\]}"']+/g

/**
 * The settings of a connection: an object, its JSON, or what Chromium wrote until 2025
 * (`{ iceServers: [stun:…], iceTransportPolicy: all, … }`). null for anything else. A credential is never kept. A TURN
 * server has one, even if the file leaves it out: the constructor refuses a TURN server without it (WebRTC §4.2.4).
 */
export function configurationOf(value: unknown): DumpConfiguration | null {
  if (typeof value === 'string') {
    const json = parseJson(value)
    return isObject(json) ? configurationOf(json) : fromText(value)
  }
  // rtcstats.js stores the arguments of a call with more than one as an array.
  if (Array.isArray(value)) return configurationOf(value[0])
  if (!isObject(value)) return null
  const servers = field(value, 'iceServers')
  const list: unknown[] = Array.isArray(servers) ? servers : []
  return {
    iceServers: list.slice(0, MOST_SERVERS).flatMap(serverOf),
    ...policy('iceTransportPolicy', textField(value, 'iceTransportPolicy', 'iceTransports')),
    ...policy('bundlePolicy', textField(value, 'bundlePolicy')),
  }
}

function serverOf(value: unknown): Server[] {
  const named = typeof value === 'string' ? value : field(value, 'urls', 'url')
  const all: unknown[] = Array.isArray(named) ? named : [named]
  const urls = all.filter((url): url is string => typeof url === 'string' && url !== '')
  if (urls.length === 0) return []
  const username = textField(value, 'username')
  const credential = field(value, 'credential')
  const isTurn = urls.some((url) => /^turns?:/i.test(url))
  const isStated = field(value, 'hasCredential', 'credentialProvided') === true
  const hasCredential =
    isTurn || isStated || (credential !== undefined && credential !== null && credential !== '')
  return [{ urls, ...(username !== null && username !== '' && { username }), hasCredential }]
}

function fromText(text: string): DumpConfiguration | null {
  if (!/iceServers|iceTransportPolicy|bundlePolicy/.test(text)) return null
  const urls = (text.match(SERVER_URL) ?? []).slice(0, MOST_SERVERS)
  return {
    iceServers: urls.map((url) => ({ urls: [url], hasCredential: /^turn/.test(url) })),
    ...policy('iceTransportPolicy', /iceTransportPolicy: "?([\w-]+)/.exec(text)?.[1] ?? null),
    ...policy('bundlePolicy', /bundlePolicy: "?([\w-]+)/.exec(text)?.[1] ?? null),
  }
}

function policy(name: 'iceTransportPolicy' | 'bundlePolicy', value: string | null) {
  return value === null ? {} : { [name]: value }
}
