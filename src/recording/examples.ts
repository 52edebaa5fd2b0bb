import type { ExampleId, NatExampleId } from './exampleIds'

const FILES = {
  ...import.meta.glob<string>('./examples/*.json', { query: '?url', import: 'default', eager: true }),
  ...import.meta.glob<string>('./examples/nat/*.json.gz', { query: '?url', import: 'default', eager: true }),
}

/** Loads an example as a file from the app's own folder, when first asked for. */
export async function fetchExample(id: ExampleId | NatExampleId): Promise<Blob> {
  const url = FILES[`./examples/${id}.json`] ?? FILES[`./examples/nat/${id}.json.gz`]
  if (url === undefined) throw new Error(`no example ${id}`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return unpack(await response.blob())
}

/** A file without the compression of gzip (RFC 1952). Some servers unpack it on the way, so its first bytes decide. */
async function unpack(file: Blob): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (first !== 0x1f || second !== 0x8b) return file
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}
