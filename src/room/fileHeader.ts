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

/** The sender gives up: no more bytes of this picture or file follow. */
const stop = v.strictObject({ kind: v.literal('stop'), id: header.entries.id })

/** Reads a header from another member; null if it is none. Never throws. */
export function readFileHeader(text: string): FileHeader | null {
  return read(header, text)
}

export function writeFileStop(id: string): string {
  return JSON.stringify({ kind: 'stop', id })
}

/** Reads the id of the picture or file that its sender has given up; null if a text is something else. Never throws. */
export function readFileStop(text: string): string | null {
  return read(stop, text)?.id ?? null
}

function read<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> | null {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(text))
    return success ? output : null
  } catch {
    return null
  }
}
