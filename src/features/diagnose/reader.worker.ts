import { diagnose } from '../../diagnosis/diagnose'
import type { Diagnosis } from '../../diagnosis/diagnose'
import type { Dump } from '../../diagnosis/dump'
import { readDump } from '../../diagnosis/readDump'
import { redactDump } from '../../diagnosis/redactDump'
import { toJson, writeReport } from '../../diagnosis/report'
import { readSamples } from '../../diagnosis/samples'
import { toV3 } from '../../diagnosis/toV3'
import type { Answer, Brought, Findings, Request, ShownDiagnosis, TextForm } from './readerMessages'
import type { Language } from '../../i18n/i18n'
import { READ_TYPES } from '../../projections/statsReport'

/* Reads what was brought, so that the page answers meanwhile, and keeps the dumps. */

const dumps = new Map<number, Dump>()
let diagnosis: Diagnosis = diagnose([])

onmessage = ({ data }: MessageEvent<Request>) => {
  switch (data.type) {
    case 'read':
      void read(data.item)
      break
    case 'forget':
      dumps.delete(data.id)
      answer({ type: 'findings', id: data.id, findings: findings() })
      break
    case 'healthy':
      void readHealthy(data.key)
      break
    case 'convert': {
      const dump = dumps.get(data.id)
      answer({ type: 'text', key: data.key, text: dump === undefined ? '' : toV3(redactDump(dump)) })
      break
    }
    case 'samples': {
      const [, dump] = inOrder()[data.dump] ?? []
      const samples = dump === undefined ? [] : readSamples(dump, data.connection, READ_TYPES)
      answer({ type: 'samples', key: data.key, samples })
      break
    }
    case 'write':
      answer({ type: 'text', key: data.key, text: write(data.form, data.language) })
  }
}

function answer(message: Answer) {
  postMessage(message)
}

async function read({ id, content, as }: Brought) {
  const onProgress = (fraction: number) => {
    answer({ type: 'progress', id, fraction })
  }
  dumps.delete(id)
  try {
    const reading = await readDump(await bytesOf(content), { as, onProgress })
    if ('dump' in reading) dumps.set(id, reading.dump)
    else answer({ type: 'problem', id, ...reading })
  } catch (error) {
    // The file cannot be read from the disk, or is larger than the memory.
    answer({ type: 'problem', id, problem: 'unreadable', format: null, detail: String(error).slice(0, 200) })
  }
  answer({ type: 'findings', id, findings: findings() })
}

async function readHealthy(key: number) {
  try {
    const { fetchExample } = await import('../../recording/examples')
    const reading = await readDump(await bytesOf(await fetchExample('chromium-connected')))
    const healthy = 'dump' in reading ? { connections: diagnose([reading.dump]).connections } : null
    answer({ type: 'healthy', key, healthy })
  } catch {
    answer({ type: 'healthy', key, healthy: null })
  }
}

async function bytesOf(content: Blob | string): Promise<Uint8Array> {
  return typeof content === 'string'
    ? new TextEncoder().encode(content)
    : new Uint8Array(await content.arrayBuffer())
}

/** In the order in which they were brought: one that is read again keeps its number. */
function inOrder(): [number, Dump][] {
  return [...dumps].sort(([one], [other]) => one - other)
}

function findings(): Findings | null {
  const all = inOrder()
  diagnosis = diagnose(all.map(([, dump]) => dump))
  if (dumps.size === 0) return null
  return {
    dumps: all.map(([item, { reports: _many, ...dump }]) => ({ ...dump, item })),
    diagnosis: shown(diagnosis),
  }
}

function shown({ calls, ...rest }: Diagnosis): ShownDiagnosis {
  const end = (history: { dump: number; id: string } | null) =>
    history && { dump: history.dump, id: history.id }
  return {
    ...rest,
    calls: calls.map(({ caller, callee, ...call }) => ({
      ...call,
      caller: end(caller),
      callee: end(callee),
    })),
  }
}

function write(form: TextForm, language: Language): string {
  const all = inOrder().map(([, dump]) => dump)
  return form === 'json'
    ? `${JSON.stringify(toJson(diagnosis, all, language), null, 2)}\n`
    : writeReport(diagnosis, all, language, form)
}
