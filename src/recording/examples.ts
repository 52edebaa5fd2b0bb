/** Recordings of real calls that come with the app, made by scripts/record.mjs. Named by browser and ending. */
export const EXAMPLE_IDS = [
  'chromium-connected',
  'firefox-connected',
  'firefox-ice-failed',
  'firefox-ice-repaired',
  'chromium-camera-refused',
  'chromium-no-candidates',
] as const

export type ExampleId = (typeof EXAMPLE_IDS)[number]

/** Whether a text from outside (an address) is the id of an example. */
export function isExampleId(text: string): text is ExampleId {
  return (EXAMPLE_IDS as readonly string[]).includes(text)
}

const FILES = import.meta.glob<string>('./examples/*.json', { query: '?url', import: 'default', eager: true })

/** Loads an example as a file from the app's own folder, when first asked for. */
export async function fetchExample(id: ExampleId): Promise<Blob> {
  const url = FILES[`./examples/${id}.json`]
  if (url === undefined) throw new Error(`no example ${id}`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.blob()
}
