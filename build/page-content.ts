import type { ErrorId } from '../src/errors/errorIds'
import { errorName } from '../src/errors/errorName'
import { ERROR_FACTS } from '../src/errors/errors'
import { home as homeWords } from '../src/i18n/messages/home'
import { errors as errorWords } from '../src/i18n/messages/errors'
import { shell } from '../src/i18n/messages/shell'
import type { ConceptId } from '../src/lessons/conceptIds'
import { CONCEPT_IDS } from '../src/lessons/conceptIds'
import { LESSON_IDS } from '../src/lessons/lessonIds'
import type { Address, PageLanguage } from './page-addresses'
import { LANGUAGES, rootFrom } from './page-addresses'
import { lessonArticle } from './lesson-article'
import { errorArticle, errorList } from './error-article'
import { glossaryList } from './glossary-list'
import type { Lessons } from './lesson-folders'
import type { Page } from './page'
import {
  conceptList,
  languageLinks,
  lessonList,
  neighbourLinks,
  pageLinks,
  scriptNotice,
  startNotice,
} from './page-parts'
import type { BilingualText } from './page-words'
import { HTML_LANG, inline, paragraphs, plain, words } from './page-words'

/** The texts of the steps, the concepts and the error pages. */
export interface Texts {
  readonly steps: Lessons
  readonly concepts: Lessons<ConceptId>
  readonly errors: Lessons<ErrorId>
}

interface Content {
  readonly title: BilingualText
  /** Whether the title is not followed by the name of the app. */
  readonly alone?: boolean
  readonly description: BilingualText
  /** Attributes of the main element, as HTML. */
  readonly attributes?: string
  readonly body: readonly string[]
}

function home(language: PageLanguage, start: readonly string[]): Content {
  const intro = paragraphs(homeWords.intro, language)
  return {
    title: shell.homeTitle,
    alone: true,
    description: homeWords.description,
    body: [`<h1>${inline(homeWords.title, language)}</h1>`, intro, ...start],
  }
}

function call(language: PageLanguage, lessons: Lessons): Content {
  const title = words((from) => from.call.title)
  return {
    title,
    description: words((from) => from.call.description),
    body: [`<h1>${inline(title, language)}</h1>`, scriptNotice(language), lessonList(language, lessons)],
  }
}

function article<Id extends string>(
  language: PageLanguage,
  id: Id,
  lessons: Lessons<Id>,
  ids: readonly Id[],
): Content | undefined {
  const zh = lessons.zh[id]
  const en = lessons.en[id]
  if (!zh || !en) return undefined
  return {
    title: { zh: zh.title, en: en.title },
    description: { zh: zh.summary, en: en.summary },
    body: [scriptNotice(language), lessonArticle({ zh, en }, language), neighbourLinks(language, id, ids)],
  }
}

function concepts(language: PageLanguage, lessons: Lessons<ConceptId>): Content {
  const title = words((from) => from.concepts.title)
  return {
    title,
    description: words((from) => from.concepts.description),
    body: [`<h1>${inline(title, language)}</h1>`, conceptList(language, lessons)],
  }
}

function glossary(language: PageLanguage): Content {
  const title = words((from) => from.glossary.title)
  return {
    title,
    description: words((from) => from.glossary.description),
    body: [`<h1>${inline(title, language)}</h1>`, glossaryList(language)],
  }
}

function errors(language: PageLanguage, texts: Lessons<ErrorId>): Content {
  const { title, description } = errorWords
  return {
    title,
    description,
    body: [`<h1>${inline(title, language)}</h1>`, errorList(language, texts)],
  }
}

function error(language: PageLanguage, id: ErrorId, texts: Lessons<ErrorId>): Content {
  const zh = texts.zh[id]
  const en = texts.en[id]
  if (!zh || !en) return errors(language, texts)
  const { short } = ERROR_FACTS[id]
  return {
    title: { zh: errorName(short, zh.title), en: errorName(short, en.title) },
    description: { zh: zh.summary, en: en.summary },
    attributes: ` data-error="${id}"`,
    body: [errorArticle(id, { zh, en }, language)],
  }
}

function startLink(language: PageLanguage): string {
  return `<p><a href="./call/">${inline(homeWords.start, language)}</a></p>`
}

function contentOf(address: Address, texts: Texts): Content {
  switch (address.page) {
    case 'root':
      return home('both', [languageLinks('./', '')])
    case 'home':
      return home(address.language, [startLink(address.language)])
    case 'call':
      return call(address.language, texts.steps)
    case 'lesson':
      return (
        article(address.language, address.lesson, texts.steps, LESSON_IDS) ??
        call(address.language, texts.steps)
      )
    case 'concepts':
      return concepts(address.language, texts.concepts)
    case 'concept':
      return (
        article(address.language, address.concept, texts.concepts, CONCEPT_IDS) ??
        concepts(address.language, texts.concepts)
      )
    case 'errors':
      return errors(address.language, texts.errors)
    case 'error':
      return error(address.language, address.error, texts.errors)
    case 'glossary':
      return glossary(address.language)
  }
}

/** The same page in the other languages. Search engines need whole addresses, and only the publisher knows the site. */
function alternatesOf(root: string, rest: string, site: string | undefined): Page['alternates'] {
  return LANGUAGES.map((language) => [
    language === 'both' ? 'x-default' : HTML_LANG[language],
    `${site ?? root}${language}/${rest}`,
  ])
}

/** Everything that differs on the page of one address; `site` is the app's future address, with its trailing slash. */
export function describePage(address: Address, texts: Texts, site?: string): Page {
  const isRoot = address.page === 'root'
  const language = isRoot ? 'both' : address.language
  const root = rootFrom(address.path)
  const rest = address.path.replace(/^\/[a-z]*\/?/, '')
  const { title, alone, description, attributes = '', body } = contentOf(address, texts)
  const name = plain(
    words((from) => from.name),
    language,
  )
  const elsewhere = isRoot ? [] : [pageLinks(root, language), languageLinks(root, rest, language)]
  return {
    lang: HTML_LANG[language],
    root,
    title: alone ? plain(title, language) : `${plain(title, language)} | ${name}`,
    description: plain(description, language),
    canonical: site === undefined ? './' : site + address.path.slice(1),
    alternates: isRoot ? [] : alternatesOf(root, rest, site),
    body: [
      `<main data-prerendered${attributes}>`,
      ...body,
      ...elsewhere,
      '</main>',
      startNotice(language),
    ].join('\n'),
  }
}
