import type { Message } from '../i18n'

/** What a verdict about a fault rests on, by how certain it is. Absent: its verdicts are never that certain. */
export interface FaultProofWords {
  readonly proved?: readonly Message[]
  readonly likely?: readonly Message[]
  readonly open?: readonly Message[]
}

/** Of faults that an error text names by itself. */
export const TEXT_ALONE: Message = {
  zh: '只有错误文字，没有通话的记录。',
  en: 'Only its error text was brought, and nothing of the call.',
}
