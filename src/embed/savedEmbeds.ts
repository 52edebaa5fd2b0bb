import type { Reading } from '../i18n/i18n'
import { READINGS } from '../i18n/i18n'
import { lessonTexts } from '../lessons/lessonTexts'
import { EXAMPLE_IDS } from '../recording/exampleIds'
import { readRecording } from '../recording/readRecording'
import { writeEmbeddedPage } from '../savedPage/savedPage'

const FILES = import.meta.glob<string>('../recording/examples/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A page for a frame: its folder below the root of the app, and its HTML. */
export interface EmbeddedPage {
  readonly path: string
  readonly html: string
}

/** The example recordings as pages for frames, in every reading; the first is also that of the steps. Only the build calls it. */
export async function savedEmbeds(): Promise<EmbeddedPage[]> {
  await lessonTexts.fetchAll('zh')
  await lessonTexts.fetchAll('en')
  return READINGS.flatMap((reading) =>
    EXAMPLE_IDS.flatMap((id, index): EmbeddedPage[] => {
      const html = pageOf(id, reading)
      const own = { path: `embed/${reading}/recordings/${id}/`, html }
      return index === 0 ? [{ path: `embed/${reading}/steps/`, html }, own] : [own]
    }),
  )
}

function pageOf(id: string, reading: Reading): string {
  const result = readRecording(FILES[`../recording/examples/${id}.json`] ?? '')
  if (!result.ok) throw new Error(`${id}: ${result.detail}`)
  return writeEmbeddedPage(result.recording, lessonTexts.get, reading)
}
