import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { useListener } from '../browser/useListener'
import { READY, readProbeMessage, VERSION } from './probeMessage'
import type { ProbeMessage } from './probeMessage'
import { createSources } from './sources'
import type { Source } from './sources'

/** Windows of this origin show each other's sources: the tabs of an app open one window each. */
const CHANNEL = 'handshake-probe-windows'
/** Messages of a page that are kept until the person agrees to show it. */
const MOST_HELD = 500

export interface WatchedSources {
  readonly sources: Readonly<ShallowRef<readonly Source[]>>
  /** Another origin that wants to show its calls; null: none waits for an answer. */
  readonly asking: Readonly<ShallowRef<string | null>>
  /** Whether a page opened this window, and can be answered. */
  readonly hasOpener: boolean
  /** Whether the probe of the page is of a version that this window does not know. */
  readonly isForeignVersion: Readonly<ShallowRef<boolean>>
  answer(isAllowed: boolean): void
  forget(session: string): void
  textOf(session: string): string | null
}

type Shared = { hello: true } | { origin: string; message: unknown }

/**
 * Listens to the probe of the page that opened this window, and to the other windows of probes. Only the opener is
 * heard, what it sends is read and never run, and an origin other than this one is shown after the person agreed.
 */
export function useSources(): WatchedSources {
  const store = createSources()
  const sources = shallowRef<readonly Source[]>([])
  const asking = shallowRef<string | null>(null)
  const isForeignVersion = shallowRef(false)
  const opener = window.opener as WindowProxy | null
  const allowed = new Set([location.origin])
  const refused = new Set<string>()
  const own = new Set<string>()
  let held: ProbeMessage[] = []
  const channel = openChannel()

  function take(origin: string, message: ProbeMessage) {
    if (store.take(origin, message)) sources.value = store.list()
  }

  function takeOwn(origin: string, message: ProbeMessage) {
    own.add(message.session)
    take(origin, message)
    channel?.postMessage({ origin, message } satisfies Shared)
  }

  useListener('message', ({ source, origin, data }) => {
    if (source === null || source !== opener || refused.has(origin)) return
    const message = readProbeMessage(data)
    if (message === 'unknown-version') isForeignVersion.value = true
    if (message === null || message === 'unknown-version') return
    if (allowed.has(origin)) {
      takeOwn(origin, message)
      return
    }
    if (asking.value !== null && asking.value !== origin) return
    asking.value = origin
    if (held.length < MOST_HELD) held.push(message)
  })

  channel?.addEventListener('message', ({ data }: MessageEvent<Shared>) => {
    if ('hello' in data) {
      for (const session of own)
        for (const one of store.messagesOf(session)) channel.postMessage(one satisfies Shared)
      return
    }
    const message = readProbeMessage(data.message)
    if (message !== null && message !== 'unknown-version') take(data.origin, message)
  })
  channel?.postMessage({ hello: true } satisfies Shared)
  // The origin of the opener is not known before its first message; this one has nothing secret.
  opener?.postMessage({ type: READY, version: VERSION }, '*')

  onScopeDispose(() => channel?.close())

  return {
    sources,
    asking,
    hasOpener: opener !== null,
    isForeignVersion,
    answer(isAllowed) {
      const origin = asking.value
      const waiting = held
      held = []
      asking.value = null
      if (origin === null) return
      if (isAllowed) {
        allowed.add(origin)
        for (const message of waiting) takeOwn(origin, message)
      } else refused.add(origin)
    },
    forget(session) {
      own.delete(session)
      store.forget(session)
      sources.value = store.list()
    },
    textOf: store.textOf,
  }
}

/** null: the browser has none here, and this window shows its own page alone. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL)
  } catch {
    return null
  }
}
