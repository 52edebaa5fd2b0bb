import type { DumpProblem } from './dump'

/** Bytes, as brought and as unpacked. Larger files are refused at once: their objects would need gigabytes. */
export const MOST_BYTES = 128 * 1024 * 1024

/** The text of a file: plain or gzip, in UTF-8 or UTF-16. */
export type Unpacked =
  | { readonly text: string; readonly isGzip: boolean }
  | { readonly problem: DumpProblem; readonly detail: string }

/** A server that compresses what is compressed already makes two layers. */
const MOST_LAYERS = 3

/** How files begin that hold others: zip, 7z, rar, bzip2, xz, zstd. */
const ARCHIVES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x28, 0xb5, 0x2f, 0xfd],
]

/** Reads the bytes of a file as text. Rejects only with the reason of the signal. */
export async function unpack(bytes: Uint8Array, signal?: AbortSignal): Promise<Unpacked> {
  if (bytes.length === 0) return { problem: 'empty', detail: '' }
  if (bytes.length > MOST_BYTES) return { problem: 'too-large', detail: megabytes(bytes.length) }
  let inner = bytes
  for (let layer = 0; layer < MOST_LAYERS && beginsWith(inner, [0x1f, 0x8b]); layer += 1) {
    const plain = await gunzip(inner, signal)
    if (!(plain instanceof Uint8Array)) return plain
    inner = plain
  }
  return ARCHIVES.some((archive) => beginsWith(inner, archive))
    ? { problem: 'archive', detail: '' }
    : decoded(inner, inner !== bytes)
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function decoded(bytes: Uint8Array, isGzip: boolean): Unpacked {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (text.trim() === '') return { problem: 'empty', detail: '' }
  // A text has no NUL, and hardly a byte that is not UTF-8.
  const start = text.slice(0, 4_096)
  const strange = Array.from(start).filter(
    (sign) => sign === '\uFFFD' || (sign < ' ' && !/\s/.test(sign)),
  ).length
  if (strange > start.length / 20 || start.startsWith('%PDF-')) return { problem: 'binary', detail: '' }
  return { text: text.includes('\0') ? text.replaceAll('\0', '') : text, isGzip }
}

/** UTF-16 is recognised by its mark, or by the NUL that half of its bytes are in JSON and SDP. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0) return 'utf-16le'
  return first === 0 && third === 0 && second !== 0 && fourth !== 0 ? 'utf-16be' : 'utf-8'
}

async function gunzip(
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Uint8Array | { problem: DumpProblem; detail: string }> {
  const stream = new DecompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const written = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close())
  // Its failure is that of reading, too.
  written.catch(() => undefined)
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      signal?.throwIfAborted()
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      length += value.length
      if (length > MOST_BYTES) {
        await reader.cancel()
        return { problem: 'too-large', detail: megabytes(length) }
      }
    }
  } catch {
    signal?.throwIfAborted()
    // What was unpacked before the damage is read as a file that is cut off.
    if (length === 0) return { problem: 'damaged-gzip', detail: '' }
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function megabytes(length: number): string {
  return `${Math.round(length / 1024 / 1024)} MB`
}
