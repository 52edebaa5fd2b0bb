import { onScopeDispose, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useReader } from '../features/diagnose/useReader'
import type { Source } from './sources'

/** Milliseconds between two readings, at least. */
const PAUSE = 500
/** A reading that takes long is followed by a pause of so many times its length. */
const REST = 3

/** Diagnoses sources again whenever they have news, one reading after the other, so that the page answers meanwhile. */
export function useLiveReader(
  sources: Readonly<ShallowRef<readonly Source[]>>,
  textOf: (session: string) => string | null,
) {
  const reader = useReader()
  const items = new Map<string, { id: number; version: number }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let started = 0
  let isReading = false

  function readNews() {
    timer = undefined
    const now = new Set(sources.value.map(({ session }) => session))
    for (const [session, { id }] of items) {
      if (now.has(session)) continue
      items.delete(session)
      reader.remove(id)
    }
    for (const { session, origin, version } of sources.value) {
      const known = items.get(session)
      const text = known?.version === version ? null : textOf(session)
      if (text === null) continue
      isReading = true
      started = performance.now()
      const id = known === undefined ? reader.add(origin, text) : known.id
      if (known !== undefined) reader.replace(id, text)
      items.set(session, { id, version })
    }
  }

  function plan(wait: number) {
    if (!isReading) timer ??= setTimeout(readNews, wait)
  }

  watch(sources, () => {
    plan(PAUSE)
  })
  watch(reader.items, (all) => {
    if (!isReading || all.some(({ state }) => state === 'reading')) return
    isReading = false
    plan(Math.max(PAUSE, REST * (performance.now() - started)))
  })
  onScopeDispose(() => {
    clearTimeout(timer)
  })

  return { findings: reader.findings }
}
