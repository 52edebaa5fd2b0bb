/** Compresses bytes (DEFLATE, RFC 1951): an SDP becomes about a third. */
export function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  return pipe(bytes, new CompressionStream('deflate-raw'), Infinity)
}

/** The opposite of `deflate`; null for what is damaged, or would become longer than `most` bytes. */
export function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return pipe(bytes, new DecompressionStream('deflate-raw'), most)
}

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = stream.writable.getWriter()
  // Its failure is that of reading, too.
  const written = writer.write(bytes).then(() => writer.close())
  written.catch(() => undefined)
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      length += value.length
      if (length > most) {
        await reader.cancel()
        return null
      }
    }
  } catch {
    return null
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
