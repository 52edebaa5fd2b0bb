import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Compared } from '../../diagnosis/compare'
import type { DumpFormat, DumpProblem } from '../../diagnosis/dump'
import type { DumpSample } from '../../diagnosis/samples'
import { MOST_BYTES } from '../../diagnosis/unpack'
import type { Language } from '../../i18n/i18n'
import type { Answer, Brought, Findings, Request, TextForm } from './readerMessages'

/** One thing that was brought, and how far it is. */
export interface ReadItem extends Brought {
  readonly size: number
  readonly state: 'reading' | 'read' | 'refused' | 'stopped'
  /** From 0 to 1 while it is read. */
  readonly fraction: number
  readonly problem: { reason: DumpProblem; format: DumpFormat | null; detail: string } | null
}

export interface DumpReader {
  readonly items: Readonly<ShallowRef<readonly ReadItem[]>>
  readonly findings: Readonly<ShallowRef<Findings | null>>
  /** Returns the id of the item. */
  add(name: string, content: Blob | string): number
  /** Reads a text that has grown in place of what one item was before. */
  replace(id: number, content: string): void
  /** Reads one thing again as what the person says it is. */
  readAgain(id: number, as: DumpFormat): void
  remove(id: number): void
  /** Stops what is being read. What was read before is read again, as the worker that had it is ended. */
  stop(): void
  /** The findings as a redacted text. */
  write(form: TextForm, language: Language): Promise<string>
  /** One thing that was read, as a redacted RTCStatsDump. */
  convert(id: number): Promise<string>
  /** The healthy call that comes with the app; null if it cannot be loaded. */
  healthy(): Promise<Compared | null>
  /** The statistics of one connection, oldest first; `dump` is its position in the findings. Not redacted. */
  samples(dump: number, connection: string): Promise<readonly DumpSample[]>
}

type KeyedAnswer = Extract<Answer, { key: number }>

/** What was brought when the page was left: a person who follows a link and comes back finds it read again. */
let kept: readonly ReadItem[] = []

/** Reads dumps in a worker for the component around, and diagnoses them together. The worker ends with the component. */
export function useReader(): DumpReader {
  const items = shallowRef<readonly ReadItem[]>([])
  const findings = shallowRef<Findings | null>(null)
  const asked = new Map<number, (answer: KeyedAnswer) => void>()
  let worker: Worker | null = null
  let last = 0

  function ask(request: Request) {
    worker ??= startWorker()
    worker.postMessage(request)
  }

  function startWorker(): Worker {
    const started = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (started === worker) take(data)
    }
    // It could not be loaded, or the memory was not enough.
    started.onerror = (event) => {
      event.preventDefault()
      if (started !== worker) return
      end()
      for (const { id } of items.value.filter(({ state }) => state === 'reading'))
        change(id, {
          state: 'refused',
          problem: { reason: 'unreadable', format: null, detail: event.message },
        })
    }
    return started
  }

  function end() {
    worker?.terminate()
    worker = null
  }

  function take(data: Answer) {
    switch (data.type) {
      case 'progress':
        change(data.id, { fraction: data.fraction })
        break
      case 'problem':
        change(data.id, {
          state: 'refused',
          problem: { reason: data.problem, format: data.format, detail: data.detail },
        })
        break
      case 'findings':
        findings.value = data.findings
        if (items.value.find(({ id }) => id === data.id)?.state === 'reading')
          change(data.id, { state: 'read', fraction: 1 })
        break
      default:
        asked.get(data.key)?.(data)
        asked.delete(data.key)
    }
  }

  function change(id: number, fields: Partial<ReadItem>) {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...fields } : item))
  }

  function read(item: Brought) {
    ask({ type: 'read', item })
  }

  /** Asks for something that has an answer of its own, with the same key. */
  function askFor(request: (key: number) => Request): Promise<KeyedAnswer> {
    const key = ++last
    return new Promise((resolve) => {
      asked.set(key, resolve)
      ask(request(key))
    })
  }

  async function askText(request: (key: number) => Request): Promise<string> {
    const answer = await askFor(request)
    return answer.type === 'text' ? answer.text : ''
  }

  onScopeDispose(() => {
    kept = items.value.filter(({ state }) => state !== 'stopped')
    end()
  })

  function add(name: string, content: Blob | string, as?: DumpFormat): number {
    const size = typeof content === 'string' ? content.length : content.size
    const item: ReadItem = {
      id: ++last,
      name,
      content,
      as,
      size,
      state: size > MOST_BYTES ? 'refused' : 'reading',
      fraction: 0,
      problem: size > MOST_BYTES ? { reason: 'too-large', format: null, detail: '' } : null,
    }
    items.value = [...items.value, item]
    if (item.problem === null) read({ id: item.id, name, content, as })
    return item.id
  }

  for (const { name, content, as } of kept) add(name, content, as)
  kept = []

  return {
    items,
    findings,
    add: (name, content) => add(name, content),
    replace(id, content) {
      const item = items.value.find((one) => one.id === id)
      if (item === undefined) return
      change(id, { content, size: content.length, state: 'reading', fraction: 0, problem: null })
      read({ id, name: item.name, content })
    },
    readAgain(id, as) {
      const item = items.value.find((one) => one.id === id)
      if (item === undefined) return
      change(id, { as, state: 'reading', fraction: 0, problem: null })
      read({ id, name: item.name, content: item.content, as })
    },
    remove(id) {
      items.value = items.value.filter((item) => item.id !== id)
      ask({ type: 'forget', id })
    },
    stop() {
      end()
      for (const { id, state } of items.value) if (state === 'reading') change(id, { state: 'stopped' })
      for (const { id, name, content, as, state } of items.value)
        if (state === 'read') read({ id, name, content, as })
    },
    write: (form, language) => askText((key) => ({ type: 'write', key, form, language })),
    async healthy() {
      const answer = await askFor((key) => ({ type: 'healthy', key }))
      return answer.type === 'healthy' ? answer.healthy : null
    },
    async samples(dump, connection) {
      const answer = await askFor((key) => ({ type: 'samples', key, dump, connection }))
      return answer.type === 'samples' ? answer.samples : []
    },
    convert: (id) => askText((key) => ({ type: 'convert', key, id })),
  }
}
