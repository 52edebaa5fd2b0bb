import type { LessonId } from '../src/lessons/lessonIds'
import type { Address, PageLanguage } from './addresses'
import { rootFrom } from './addresses'
import { lessonArticle } from './lesson-article'
import type { Lessons } from './lesson-folders'
import type { Page } from './page'
import { languageLinks, lessonList, neighbourLinks, scriptNotice } from './page-parts'
import type { Twin } from './words'
import { HTML_LANG, inline, paragraphs, plain, words } from './words'

interface Content {
  readonly title: Twin
  /** Whether the title stands alone, without the name of the app behind it. */
  readonly alone?: boolean
  readonly description: Twin
  readonly body: readonly string[]
}

function home(language: PageLanguage, start: readonly string[]): Content {
  const title = words((from) => from.home.title)
  const intro = paragraphs(
    words((from) => from.home.intro),
    language,
  )
  return {
    title,
    alone: true,
    description: words((from) => from.home.description),
    body: [`<h1>${inline(title, language)}</h1>`, intro, ...start],
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

function lesson(language: PageLanguage, id: LessonId, lessons: Lessons): Content {
  const zh = lessons.zh[id]
  const en = lessons.en[id]
  if (!zh || !en) return call(language, lessons)
  return {
    title: { zh: zh.title, en: en.title },
    description: { zh: zh.summary, en: en.summary },
    body: [scriptNotice(language), lessonArticle({ zh, en }, language), neighbourLinks(language, id)],
  }
}

function startLink(language: PageLanguage): string {
  return `<p><a href="./call/">${inline(
    words((from) => from.home.start),
    language,
  )}</a></p>`
}

function contentOf(address: Address, lessons: Lessons): Content {
  if (address.page === 'root') return home('both', [languageLinks('./', '')])
  if (address.page === 'home') return home(address.language, [startLink(address.language)])
  if (address.page === 'call') return call(address.language, lessons)
  return lesson(address.language, address.lesson, lessons)
}

function alternatesOf(root: string, rest: string): Page['alternates'] {
  return (['zh', 'en'] as const).map((language) => [HTML_LANG[language], `${root}${language}/${rest}`])
}

/** Everything that differs on the page of one address. */
export function describePage(address: Address, lessons: Lessons): Page {
  const isRoot = address.page === 'root'
  const language = isRoot ? 'both' : address.language
  const root = rootFrom(address.path)
  const rest = address.path.replace(/^\/[a-z]*\/?/, '')
  const { title, alone, description, body } = contentOf(address, lessons)
  const name = plain(
    words((from) => from.name),
    language,
  )
  const elsewhere = isRoot ? [] : [languageLinks(root, rest, language)]
  return {
    lang: HTML_LANG[language],
    root,
    title: alone ? plain(title, language) : `${plain(title, language)} | ${name}`,
    description: plain(description, language),
    alternates: isRoot ? [] : alternatesOf(root, rest),
    body: ['<main data-prerendered>', ...body, ...elsewhere, '</main>'].join('\n'),
  }
}
