import type { ReadProblem } from '../recording/readRecording'
import { fingerprintsOf, timesOf } from './identity'
import { readCertificateFile } from './readCertificate'
import type { CertificateProblem, HashResult, ReadCertificate } from './readCertificate'

/** What a teacher sees of one certificate. */
export interface MarkedFile {
  /** Its path in the folder, or its name. */
  readonly file: string
  readonly name: string
  readonly made: string
  /** The ids of the solved labs. */
  readonly solved: readonly string[]
  readonly unaided: number
  readonly right: number
  readonly wrong: number
  readonly steps: number
  readonly explanation: string
  readonly hash: HashResult
  /** `connected`: both ends reached that state; a problem: the recording cannot be read; null: there is none. */
  readonly recording: 'connected' | 'not-connected' | ReadProblem | null
  /** When the recording was saved, and in which browser; empty without one. */
  readonly recordedIn: string
  /** The files whose recording is of the same call. */
  readonly sameCall: readonly string[]
}

/** A file that could not be read. */
export interface UnreadFile {
  readonly file: string
  readonly reason: CertificateProblem
  readonly detail: string
}

/** A file to mark; `path` is unique in the folder. */
export interface FileToMark {
  readonly path: string
  readonly blob: Blob
}

type Marked = Omit<MarkedFile, 'sameCall'> & { readonly keys: readonly string[] }

/**
 * Reads certificates one after the other and compares their recordings. `progress` is told how many are read; between
 * two files the page can draw. Never rejects.
 */
export async function markFiles(
  files: readonly FileToMark[],
  progress: (done: number) => void = () => undefined,
): Promise<{ marked: MarkedFile[]; unread: UnreadFile[] }> {
  const marked: Marked[] = []
  const unread: UnreadFile[] = []
  for (const [index, { path, blob }] of files.entries()) {
    const result = await readCertificateFile(blob)
    if (result.ok) marked.push(await markOne(path, result))
    else unread.push({ file: path, reason: result.reason, detail: result.detail })
    progress(index + 1)
    await new Promise((next) => setTimeout(next))
  }
  return { marked: withSameCalls(marked), unread }
}

async function markOne(
  file: string,
  { certificate, hash, recording }: Extract<ReadCertificate, { ok: true }>,
): Promise<Marked> {
  const { name, made, labs, guesses, steps, explanation, fingerprints } = certificate
  const isRead = recording !== null && typeof recording === 'object'
  const solved = labs.filter(({ marks }) => marks.includes('solved'))
  return {
    file,
    name,
    made,
    solved: solved.map(({ id }) => id),
    unaided: solved.filter(({ marks }) => marks.includes('unaided')).length,
    right: guesses.reduce((sum, { right }) => sum + right, 0),
    wrong: guesses.reduce((sum, { wrong }) => sum + wrong, 0),
    steps: steps.length,
    explanation,
    hash,
    recording: isRead ? (reachedConnected(recording.snapshots) ? 'connected' : 'not-connected') : recording,
    recordedIn: isRead ? `${recording.recording.made.slice(0, 16)} ${recording.recording.browser}` : '',
    keys: isRead
      ? [
          ...fingerprints,
          ...(await fingerprintsOf(recording.recording)),
          ...[timesOf(recording.recording)].filter((times) => times !== null),
        ]
      : [],
  }
}

type Snapshots = Extract<
  Exclude<Extract<ReadCertificate, { ok: true }>['recording'], string | null>,
  { ok: true }
>['snapshots']

/** Whether both connections were `connected` at the same moment. */
function reachedConnected(snapshots: Snapshots): boolean {
  return snapshots.some(({ caller, callee }) =>
    [caller, callee].every(({ context }) => context.peer?.connectionState === 'connected'),
  )
}

function withSameCalls(marked: readonly Marked[]): MarkedFile[] {
  return marked.map(({ keys, ...one }) => ({
    ...one,
    sameCall: marked
      .filter(({ file, keys: others }) => file !== one.file && keys.some((key) => others.includes(key)))
      .map(({ file }) => file),
  }))
}

/** Words of a text: those of alphabets, and each Chinese character. */
export function countWords(text: string): number {
  return text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)?.length ?? 0
}
