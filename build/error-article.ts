import { stepIndex } from '../machines/steps'
import { SEEN_IN } from '../src/errors/errorFacts'
import type { ErrorId } from '../src/errors/errorIds'
import { ERROR_GROUPS } from '../src/errors/errorIds'
import { ERROR_FACTS, groupTexts } from '../src/errors/errors'
import { fill } from '../src/i18n/i18n'
import { conceptNames } from '../src/i18n/messages/conceptNames'
import { errorGroups, errors } from '../src/i18n/messages/errors'
import { stepNames } from '../src/i18n/messages/steps'
import { stateDrawing } from '../src/errors/stateDrawing'
import { isStep } from '../src/lessons/lessonIds'
import type { Lesson, LessonLanguage } from '../src/lessons/lessons'
import { pairSections } from '../src/lessons/pairSections'
import type { PageLanguage } from './page-addresses'
import { escapeHtml } from './html'
import { articleSection } from './lesson-article'
import type { Lessons } from './lesson-folders'
import { inline, paragraphs } from './page-words'

/** All errors by family, for the page that lists them. */
export function errorList(language: PageLanguage, { zh, en }: Lessons<ErrorId>): string {
  return ERROR_GROUPS.map(({ id, errors: ids }) => {
    const items = ids.map((error) => {
      const title = inline({ zh: zh[error]?.title ?? error, en: en[error]?.title ?? error }, language)
      const summary = inline({ zh: zh[error]?.summary ?? '', en: en[error]?.summary ?? '' }, language)
      return `<li><a href="./${error}/">${shortOf(error)}${title}</a><br>${summary}</li>`
    })
    return `<h2 id="${id}">${inline(errorGroups[id], language)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
  }).join('\n')
}

function shortOf(error: ErrorId): string {
  const { short } = ERROR_FACTS[error]
  return short === null ? '' : `<code>${escapeHtml(short)}</code> `
}

/** The page of an error, readable without any style or script. */
export function errorArticle(
  id: ErrorId,
  text: Readonly<Record<LessonLanguage, Lesson>>,
  language: PageLanguage,
): string {
  const { zh, en } = language === 'both' ? text : { zh: text[language], en: text[language] }
  return [
    '<article>',
    `<h1>${shortOf(id)}${inline({ zh: zh.title, en: en.title }, language)}</h1>`,
    paragraphs({ zh: zh.summary, en: en.summary }, language),
    textList(id, language),
    ...pairSections(zh, en).map((section) => articleSection(section, language)),
    stateNote(id, language),
    placeList(id, language),
    `<p><a href="../">${inline(errors.list, language)}</a></p>`,
    '</article>',
  ].join('\n')
}

function textList(id: ErrorId, language: PageLanguage): string {
  const rows = groupTexts(id)
  if (rows.length === 0) return ''
  const heading = ERROR_FACTS[id].operations.length > 0 ? errors.texts : errors.states
  const items = rows.map(({ engine, isSeen, texts }) => {
    const mark =
      isSeen && engine !== 'safari'
        ? {
            zh: fill(errors.seen.zh, { version: SEEN_IN[engine] }),
            en: fill(errors.seen.en, { version: SEEN_IN[engine] }),
          }
        : errors.reported
    const code = texts.map(
      (one) => `<dd><code data-text="${engine}" data-seen="${String(isSeen)}">${escapeHtml(one)}</code></dd>`,
    )
    return `<dt>${inline(errors[engine], language)} <small>${inline(mark, language)}</small></dt>\n${code.join('\n')}`
  })
  return `<section>\n<h2 id="texts">${inline(heading, language)}</h2>\n<dl>\n${items.join('\n')}\n</dl>\n</section>`
}

/** In words, what the app draws of the signaling state. */
function stateNote(id: ErrorId, language: PageLanguage): string {
  const drawing = stateDrawing(id)
  if (drawing === null) return ''
  const { zh, en } = errors.refusedHere
  const said = paragraphs({ zh: fill(zh, { ...drawing }), en: fill(en, { ...drawing }) }, language)
  const heading = `<h2>${inline(errors.signalingState, language)}</h2>`
  return `<section>\n${heading}\n${said.replace(/`([^`]+)`/g, '<code>$1</code>')}\n</section>`
}

function placeList(id: ErrorId, language: PageLanguage): string {
  const { steps, concepts } = ERROR_FACTS[id]
  const items = [
    ...steps.map((step) => {
      const number = isStep(step) ? `${String(stepIndex(step) + 1)} · ` : ''
      return `<li><a href="../../call/${step}/">${number}${inline(stepNames[step], language)}</a></li>`
    }),
    ...concepts.map(
      (concept) =>
        `<li><a href="../../concepts/${concept}/">${inline(conceptNames[concept], language)}</a></li>`,
    ),
  ]
  return `<section>\n<h2>${inline(errors.where, language)}</h2>\n<ul>${items.join('')}</ul>\n</section>`
}
