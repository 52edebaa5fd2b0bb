import { readFileSync } from 'node:fs'
import type { ExampleId } from '../../../src/recording/exampleIds'
import { readRecording } from '../../../src/recording/readRecording'

/** The text of an example recording. */
export function exampleText(id: ExampleId): string {
  return readFileSync(new URL(`../../../src/recording/examples/${id}.json`, import.meta.url), 'utf8')
}

/** The text of an example as it was recorded, in version 1 of the format. */
export function exampleV1(id: ExampleId): string {
  return readFileSync(new URL(`./fixtures/v1/${id}.json`, import.meta.url), 'utf8')
}

/** An example recording, opened. */
export function openExample(id: ExampleId) {
  const result = readRecording(exampleText(id))
  if (!result.ok) throw new Error(`${id}: ${result.reason}: ${result.detail}`)
  return result
}
