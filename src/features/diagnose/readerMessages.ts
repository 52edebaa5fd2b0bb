import type { Compared } from '../../diagnosis/compare'
import type { Diagnosis } from '../../diagnosis/diagnose'
import type { Dump, DumpFormat, DumpProblem } from '../../diagnosis/dump'
import type { DumpSample } from '../../diagnosis/samples'
import type { Language } from '../../i18n/i18n'

/** Something that was brought: a file, or a pasted text. */
export interface Brought {
  readonly id: number
  readonly name: string
  readonly content: Blob | string
  /** What the person says it is; undefined: it is recognised. */
  readonly as?: DumpFormat | undefined
}

/** The forms in which a diagnosis can be copied. */
export type TextForm = 'text' | 'markdown' | 'json'

/** What the page asks of the worker. To stop reading, the page ends the worker. */
export type Request =
  | { type: 'read'; item: Brought }
  | { type: 'forget'; id: number }
  | { type: 'write'; key: number; form: TextForm; language: Language }
  /** The healthy call that comes with the app, to compare with. */
  | { type: 'healthy'; key: number }
  /** One thing that was read, as RTCStatsDump v3. */
  | { type: 'convert'; key: number; id: number }
  /** The statistics of one connection; `dump` is its position in the findings. */
  | { type: 'samples'; key: number; dump: number; connection: string }

/** A dump as the page shows it: without statistics, which are many and stay in the worker. */
export interface ShownDump extends Omit<Dump, 'reports'> {
  readonly item: number
}

/** A call without what its connections went through, which the page does not show. */
export type ShownCall = Omit<Diagnosis['calls'][number], 'caller' | 'callee'> & {
  readonly caller: { dump: number; id: string } | null
  readonly callee: { dump: number; id: string } | null
}

export type ShownDiagnosis = Omit<Diagnosis, 'calls'> & { readonly calls: readonly ShownCall[] }

/** What all dumps together say. */
export interface Findings {
  readonly dumps: readonly ShownDump[]
  readonly diagnosis: ShownDiagnosis
}

export type Answer =
  | { type: 'progress'; id: number; fraction: number }
  | { type: 'problem'; id: number; problem: DumpProblem; format: DumpFormat | null; detail: string }
  | { type: 'findings'; id: number; findings: Findings | null }
  | { type: 'text'; key: number; text: string }
  /** null: it could not be loaded. */
  | { type: 'healthy'; key: number; healthy: Compared | null }
  | { type: 'samples'; key: number; samples: readonly DumpSample[] }
