/** Why a text is not the address of a broker that this page can reach. */
export type BrokerProblem = 'empty' | 'no-address' | 'not-websocket' | 'password' | 'mixed'

export type BrokerResult = { ok: true; address: string } | { ok: false; problem: BrokerProblem }

/** The most characters of an address that is read; longer ones are no addresses of brokers. */
const MOST = 512

/**
 * Reads the address of an MQTT broker as a learner types it: `ws:` or `wss:`, without a password, which would stand in
 * the invitation. A page over https may open `ws:` to its own machine only (Mixed Content §4). Never throws.
 */
export function readBroker(typed: string, { protocol }: Pick<Location, 'protocol'>): BrokerResult {
  const text = typed.trim()
  if (text === '') return failed('empty')
  if (text.length > MOST || !URL.canParse(text))
    return failed(/^[\w-]+:\/\//.test(text) ? 'no-address' : 'not-websocket')
  const url = new URL(text)
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') return failed('not-websocket')
  if (url.username !== '' || url.password !== '') return failed('password')
  if (protocol === 'https:' && url.protocol === 'ws:' && !isThisMachine(url.hostname)) return failed('mixed')
  url.hash = ''
  return { ok: true, address: url.href }
}

/** Whether a host name is that of this machine: it means another one in an invitation. */
export function isThisMachine(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

function failed(problem: BrokerProblem): BrokerResult {
  return { ok: false, problem }
}
