import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { lessonOfAddress } from '../composables/selectedLesson'
import { languagesOf } from '../composables/useText'
import { reading } from '../i18n/useI18n'
import { loadGlossary } from '../lessons/glossary'
import type { TextStore } from '../lessons/textStore'

/** Loads the text of a page before the page is rendered or hydrated: afterwards its component shows it at once. */
export async function loadPageText({ name, params }: RouteLocationNormalizedLoaded): Promise<void> {
  if (name === 'concept') {
    const { conceptTexts } = await import('../lessons/conceptTexts')
    await load(conceptTexts, params['concept'])
  } else if (name === 'error') {
    const { errorTexts } = await import('../lessons/errorTexts')
    await load(errorTexts, params['error'])
  } else if (name === 'lab') {
    const { loadKept } = await import('../labs/labStore')
    await loadKept(String(params['lab']))
  } else if (name === 'call') {
    const { lessonTexts } = await import('../lessons/lessonTexts')
    await load(lessonTexts, lessonOfAddress(params['step']))
  } else if (name === 'glossary') await loadGlossary()
}

async function load(texts: TextStore, id: unknown) {
  await Promise.all(languagesOf(reading.value).map((language) => texts.fetchOne(language, String(id))))
}
