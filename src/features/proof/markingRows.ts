import type { Message } from '../../i18n/i18n'
import { marking } from '../../i18n/messages/proof'
import type { MarkedFile } from '../../proof/marking'
import { countWords } from '../../proof/marking'

/** A column of the table by which it can be sorted. */
export type Column =
  'student' | 'solved' | 'unaided' | 'guesses' | 'explained' | 'hash' | 'recording' | 'sameCall'

/** The columns in their order. */
export const COLUMNS: readonly Column[] = [
  'student',
  'solved',
  'unaided',
  'guesses',
  'explained',
  'hash',
  'recording',
  'sameCall',
]

/** What a column is sorted by; names in the order of a language, numbers the largest first. */
const VALUES: Readonly<Record<Column, (row: MarkedFile) => number | string>> = {
  student: ({ name }) => name,
  solved: ({ solved }) => -solved.length,
  unaided: ({ unaided }) => -unaided,
  guesses: ({ right, wrong }) => wrong - right,
  explained: ({ explanation }) => -countWords(explanation),
  hash: ({ hash }) => ['wrong', 'none', 'unchecked', 'right'].indexOf(hash),
  recording: ({ recording }) => (recording === 'connected' ? 2 : recording === null ? 0 : 1),
  sameCall: ({ sameCall }) => -sameCall.length,
}

/** The rows sorted by a column, then by name and file. `locale` is a BCP 47 tag. */
export function sortRows(rows: readonly MarkedFile[], column: Column, locale: string): MarkedFile[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const valueOf = VALUES[column]
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    const first = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))
    return first || compare(one.name, other.name) || compare(one.file, other.file)
  })
}

/** What became of a recording, in words. */
export function recordingWords({ recording }: MarkedFile): Message {
  if (recording === null) return marking.noRecording
  return recording === 'connected' || recording === 'not-connected'
    ? marking[recording]
    : marking.badRecording
}

/** The table as rows of a CSV file, the names of its columns first, in one language. */
export function csvRows(rows: readonly MarkedFile[], t: (message: Message) => string): (string | number)[][] {
  const { student, solved, unaided, explained, hash, recording, sameCall, file, made, steps } = marking
  const heads = [student, solved, marking.labs, unaided, marking.rightOnly, marking.wrongOnly, steps]
  const tails = [explained, hash, recording, sameCall, made, file]
  return [
    [...heads, ...tails].map(t),
    ...rows.map((row) => [
      row.name,
      row.solved.length,
      row.solved.join(' '),
      row.unaided,
      row.right,
      row.wrong,
      row.steps,
      row.explanation,
      t(marking[row.hash]),
      t(recordingWords(row)),
      row.sameCall.join('; '),
      row.made,
      row.file,
    ]),
  ]
}
