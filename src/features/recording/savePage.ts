import { saveFile } from '../../browser/saveFile'
import type { Reading } from '../../i18n/i18n'
import { firstLanguage } from '../../i18n/i18n'
import { lessonTexts } from '../../lessons/lessonTexts'
import { takeRecording } from '../../recording/saveRecording'
import type { SaveChoices } from '../../recording/saveRecording'
import { savedPageName, writeSavedPage } from '../../savedPage/savedPage'
import type { CallSource } from '../../session/callSource'

/**
 * Offers the call on screen as a page that stands alone, with the notes in a reading; resolves to the file's name.
 * Rejects where a note cannot be loaded, and for a recording that could not be opened again.
 */
export async function savePage(
  source: Pick<CallSource, 'shown' | 'live'>,
  choices: SaveChoices,
  reading: Reading,
): Promise<string> {
  const recording = takeRecording(source, choices)
  await lessonTexts.fetchAll(firstLanguage(reading))
  if (reading === 'both') await lessonTexts.fetchAll('en')
  const name = savedPageName(recording)
  saveFile(name, 'text/html', writeSavedPage(recording, lessonTexts.get, reading))
  return name
}
