import * as v from 'valibot'
import type { MemberId, Receiver, RoomTransport, TransportEvent } from './transport'
import { fromBase64, toBase64Url } from './base64'
import { createListeners } from './listeners'
import { MAX_BODY } from './transport'

/** Bytes of a room key: AES-128. */
const KEY_BYTES = 16
/** Bytes of a nonce: random, 96 bits (NIST SP 800-38D §8.2.2). */
const NONCE_BYTES = 12

/** The longest body that can be sealed, in bytes of UTF-8: base64 makes four characters of three bytes. */
export const MAX_SEALED = Math.floor(((MAX_BODY - 200) / 4) * 3)

const text = v.pipe(v.string(), v.maxLength(MAX_BODY))
const envelope = v.strictObject({
  sealed: v.literal(1),
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  all: v.boolean(),
  nonce: text,
  data: text,
})

/** A random key for a room, as it stands in the address's fragment, which browsers send to nobody. */
export function createRoomKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}

/** Whether a text can be a room key. */
export function isRoomKey(key: string): boolean {
  return fromBase64(key)?.length === KEY_BYTES
}

/** Whether this page can seal: browsers have WebCrypto only on secure pages (https, or this machine). */
export function canSeal(): boolean {
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined
}

/**
 * Encrypts every body (AES-GCM, WebCrypto), so that who carries the messages sees ids and sizes only. Authenticated with
 * it are the room, the sender, the receiver and a counter of the sender: what was changed, sent under another id, or
 * repeated is refused (`refused` event). Members with another key, or none, cannot read or write. A carrier can still
 * drop messages, and replay to a newcomer what a former member said to all.
 *
 * Throws a TypeError for an invalid key, a NotSupportedError where `canSeal` is false.
 */
export function sealTransport(
  inner: RoomTransport,
  { room, key }: { room: string; key: string },
): RoomTransport {
  const raw = fromBase64(key)
  if (raw?.length !== KEY_BYTES) throw new TypeError('A room key has 22 characters of base64url.')
  if (!canSeal()) throw new DOMException('This page is not secure, so it cannot seal.', 'NotSupportedError')
  const secret = crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const listeners = createListeners()
  const lastFrom = new Map<MemberId, number>()
  let counter = 0

  // WebCrypto answers later, and messages must keep their order.
  const sending = createQueue()
  const receiving = createQueue()

  const bind = (from: MemberId, to: Receiver, n: number) =>
    new TextEncoder().encode(JSON.stringify([room, from, to, n]))

  async function seal(to: Receiver, body: BufferSource, n: number): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: bind(inner.self, to, n) }
    const data = await crypto.subtle.encrypt(algorithm, await secret, body)
    return JSON.stringify({
      sealed: 1,
      n,
      all: to === 'all',
      nonce: toBase64Url(nonce),
      data: toBase64Url(new Uint8Array(data)),
    })
  }

  async function open(from: MemberId, body: string): Promise<TransportEvent> {
    const read = readEnvelope(body)
    if (!read) return { type: 'refused', from, reason: 'malformed' }
    const { n, all, nonce, data } = read
    try {
      const additionalData = bind(from, all ? 'all' : inner.self, n)
      const bytes = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: nonce, additionalData },
        await secret,
        data,
      )
      // Looked at afterwards: only a number that is authentic counts.
      if (n <= (lastFrom.get(from) ?? 0)) return { type: 'refused', from, reason: 'replayed' }
      lastFrom.set(from, n)
      return { type: 'message', from, body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
    } catch {
      return { type: 'refused', from, reason: 'wrong-key' }
    }
  }

  const unsubscribe = inner.subscribe((event) => {
    receiving.add(async () => {
      if (event.type === 'status') listeners.become(event.status, event.reason)
      else listeners.tell(event.type === 'message' ? await open(event.from, event.body) : event)
    })
  })

  return {
    self: inner.self,
    get status() {
      return listeners.status
    },
    subscribe: listeners.subscribe,
    send(to, body) {
      const bytes = new TextEncoder().encode(body)
      if (bytes.length > MAX_SEALED) throw new RangeError(`A sealed message has at most ${MAX_SEALED} bytes.`)
      if (listeners.isOver) return
      counter += 1
      const n = counter
      sending.add(async () => inner.send(to, await seal(to, bytes, n)))
    },
    close() {
      if (listeners.isOver) return
      unsubscribe()
      listeners.close()
      // What was said before is still sent. A page that is being left closes at once if nothing is waiting.
      sending.finish(() => inner.close())
    },
  }
}

function readEnvelope(body: string) {
  try {
    const { n, all, nonce, data } = v.parse(envelope, JSON.parse(body))
    const [iv, sealed] = [fromBase64(nonce), fromBase64(data)]
    return iv?.length === NONCE_BYTES && sealed ? { n, all, nonce: iv, data: sealed } : null
  } catch {
    return null
  }
}

/** Runs asynchronous tasks one after another. */
function createQueue() {
  let last = Promise.resolve()
  let waiting = 0
  return {
    add(task: () => Promise<void>): void {
      waiting += 1
      last = last.then(task).finally(() => (waiting -= 1))
    },
    /** Runs a task after all others: at once if there are none. */
    finish(task: () => void): void {
      if (waiting === 0) task()
      else void last.then(task)
    },
  }
}
