import { EXAMPLE_FACTS } from '../src/diagnosis/faultPages'
import { VERDICT_TITLES } from '../src/diagnosis/faults'
import type { Fault } from '../src/diagnosis/verdict'
import { VERDICT_WORDS } from '../src/diagnosis/words'
import type { ErrorId } from '../src/errors/errorIds'
import { errorName } from '../src/errors/errorName'
import { ERROR_FACTS } from '../src/errors/errors'
import { fill } from '../src/i18n/i18n'
import { home as homeWords } from '../src/i18n/messages/home'
import { bench as benchWords } from '../src/i18n/messages/bench'
import { errors as errorWords } from '../src/i18n/messages/errors'
import { course as courseWords } from '../src/i18n/messages/course'
import { labs as labWords } from '../src/i18n/messages/labs'
import { diagnose as diagnoseWords } from '../src/i18n/messages/diagnose'
import { handIn, marking } from '../src/i18n/messages/proof'
import { room as roomWords } from '../src/i18n/messages/room'
import { story as storyWords } from '../src/i18n/messages/story'
import { shell } from '../src/i18n/messages/shell'
import { worksheet as worksheetWords } from '../src/i18n/messages/worksheet'
import type { LabWords } from '../src/labs/lab'
import type { ConceptId } from '../src/lessons/conceptIds'
import type { LessonId } from '../src/lessons/lessonIds'
import type { Address } from './page-addresses'
import { LANGUAGES, rootFrom } from './page-addresses'
import type { LabTexts } from './labs-list'
import type { Lessons } from './lesson-folders'
import type { Page } from './page'
import { languageLinks, lessonList, pageLinks, startNotice, withoutScript } from './page-parts'
import type { BilingualText } from './page-words'
import { HTML_LANG, inline, paragraphs, plain, words } from './page-words'

/** The texts of the steps, the concepts, the error pages and the labs. */
export interface Texts {
  readonly steps: Lessons
  readonly concepts: Lessons<ConceptId>
  readonly errors: Lessons<ErrorId>
  readonly labs?: LabTexts
}

interface Content {
  readonly title: BilingualText
  /** Whether the title is not followed by the name of the app. */
  readonly alone?: boolean
  readonly description: BilingualText
  /** What stands in the page before the app; left out where the app's components render it (build/renderer.ts). */
  readonly body?: readonly string[]
  /** Whether the page, when it has no script, lists the lessons: the map of the call is made of buttons. */
  readonly listsLessons?: boolean
}

const HOME: Content = { title: shell.homeTitle, alone: true, description: homeWords.description }

function root(): Content {
  const intro = paragraphs(homeWords.intro, 'both')
  return { ...HOME, body: [`<h1>${inline(homeWords.title, 'both')}</h1>`, intro, languageLinks('./', '')] }
}

function call(): Content {
  return { ...headOf('call'), listsLessons: true }
}

function lesson(id: LessonId, lessons: Lessons): Content | undefined {
  const zh = lessons.zh[id]
  const en = lessons.en[id]
  if (!zh || !en) return undefined
  return {
    title: { zh: zh.title, en: en.title },
    description: { zh: zh.summary, en: en.summary },
    listsLessons: true,
  }
}

function headOf(from: 'call' | 'concepts' | 'glossary'): Content {
  return { title: words((all) => all[from].title), description: words((all) => all[from].description) }
}

function concept(id: ConceptId, { zh, en }: Lessons<ConceptId>): Content | undefined {
  const [chinese, english] = [zh[id], en[id]]
  if (!chinese || !english) return undefined
  return {
    title: { zh: chinese.title, en: english.title },
    description: { zh: chinese.summary, en: english.summary },
  }
}

function error(id: ErrorId, { zh, en }: Lessons<ErrorId>): Content {
  const [chinese, english] = [zh[id], en[id]]
  if (!chinese || !english) return errorWords
  const { short } = ERROR_FACTS[id]
  return {
    title: { zh: errorName(short, chinese.title), en: errorName(short, english.title) },
    description: { zh: chinese.summary, en: english.summary },
  }
}

function fault(id: Fault): Content {
  const { what, look } = VERDICT_WORDS[id]
  const sentences = (language: 'zh' | 'en') =>
    [what, look]
      .map((text) => fill(text[language], EXAMPLE_FACTS[id]).replaceAll('`', ''))
      .join(language === 'zh' ? '' : ' ')
  return { title: VERDICT_TITLES[id], description: { zh: sentences('zh'), en: sentences('en') } }
}

const LAB_MAP: Content = { title: shell.labsTitle, description: labWords.description }

function lab(texts: { readonly zh: LabWords; readonly en: LabWords } | undefined): Content {
  if (texts === undefined) return LAB_MAP
  const { zh, en } = texts
  const plainStory = (story: string) => story.replaceAll('`', '')
  return {
    title: { zh: zh.title, en: en.title },
    description: { zh: plainStory(zh.story), en: plainStory(en.story) },
  }
}

function contentOf(address: Address, texts: Texts): Content {
  switch (address.page) {
    case 'root':
      return root()
    case 'home':
      return HOME
    case 'call':
      return call()
    case 'lesson':
      return lesson(address.lesson, texts.steps) ?? call()
    case 'concepts':
    case 'glossary':
      return headOf(address.page)
    case 'concept':
      return concept(address.concept, texts.concepts) ?? headOf('concepts')
    case 'errors':
      return errorWords
    case 'error':
      return error(address.error, texts.errors)
    case 'labs':
      return LAB_MAP
    case 'bench':
      return { title: shell.benchTitle, description: benchWords.description }
    case 'diagnose':
      return { title: shell.diagnoseTitle, description: diagnoseWords.description }
    case 'story':
      return { title: shell.storyTitle, description: storyWords.description }
    case 'fault':
      return fault(address.fault)
    case 'room':
      return { title: shell.roomTitle, description: roomWords.description }
    case 'course':
      return courseWords
    case 'worksheet':
      return worksheetWords
    case 'hand-in':
      return handIn
    case 'marking':
      return marking
    case 'lab':
      return lab(texts.labs?.[address.lab])
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
  const { title, alone, description, body, listsLessons } = contentOf(address, texts)
  const list = listsLessons ? lessonList(`${root}${language}/call/`, language, texts.steps) : ''
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
    before: body || isRoot ? '' : withoutScript(root, rest, language, list),
    body: body ? ['<main data-prerendered>', ...body, ...elsewhere, '</main>'].join('\n') : '',
    after: startNotice(language),
  }
}
