import * as v from 'valibot'

/** The most bytes of a picture or a file: it is kept in memory at both ends. */
export const MAX_FILE = 32 * 1024 * 1024
/** Bytes of a chunk: what every browser takes and does not block others for long (RFC 8831 §6.6). */
export const CHUNK = 16 * 1024

/**
 * What is said on the data channel before the bytes of a picture or a file. All its bytes follow in chunks, in order;
 * the last one completes it.
 */
const header = v.strictObject({
  kind: v.picklist(['snapshot', 'file']),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(255)),
  type: v.pipe(v.string(), v.maxLength(127)),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FILE)),
})

export type FileHeader = v.InferOutput<typeof header>

/** Reads a header from another member; null if it is none. */
export function readFileHeader(text: string): FileHeader | null {
  try {
    const { success, output } = v.safeParse(header, JSON.parse(text))
    return success ? output : null
  } catch {
    return null
  }
}
