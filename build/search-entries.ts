import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import enTerms from '../lessons/glossary/en.json'
import zhTerms from '../lessons/glossary/zh.json'
import enPhrases from '../lessons/search/en.json'
import zhPhrases from '../lessons/search/zh.json'
import enLines from '../lessons/sdp/en.json'
import zhLines from '../lessons/sdp/zh.json'
import { VERDICT_TITLES } from '../src/diagnosis/faults'
import { FAULTS } from '../src/diagnosis/verdict'
import type { CardKind } from '../src/errors/cardKinds'
import type { ErrorId } from '../src/errors/errorIds'
import { ERROR_IDS } from '../src/errors/errorIds'
import { errorName } from '../src/errors/errorName'
import { ERROR_FACTS, listTexts } from '../src/errors/errors'
import { COURSE } from '../src/features/course/courseLessons'
import { courseText } from '../src/features/course/courseWords'
import { conceptNames } from '../src/i18n/messages/conceptNames'
import { natTitles } from '../src/i18n/messages/natTitles'
import { problemTitles } from '../src/i18n/messages/problems'
import { handIn, marking } from '../src/i18n/messages/proof'
import { exampleHints, exampleTitles } from '../src/i18n/messages/recordings'
import { stepNames } from '../src/i18n/messages/steps'
import { worksheet } from '../src/i18n/messages/worksheet'
import { CONCEPT_IDS } from '../src/lessons/conceptIds'
import { LESSON_IDS } from '../src/lessons/lessonIds'
import type { Lesson } from '../src/lessons/lessons'
import { firstSentence } from '../src/lessons/firstSentence'
import type { ExampleId, NatExampleId } from '../src/recording/exampleIds'
import { ELSEWHERE } from '../src/sdp/attributes'
import type { LineKind } from '../src/sdp/lineKind'
import { lineStart, REFERENCES } from '../src/sdp/lineKind'
import type { EntryKind, Pair, SearchEntry } from '../src/search/entry'
import { keyOf } from '../src/search/entry'
import { LAB_IDS } from '../src/labs/labIds'
import { readLabFiles } from './labs-list'
import type { Lessons } from './lesson-folders'
import { CONCEPT_COLLECTION, ERROR_COLLECTION, readCollection, STEP_COLLECTION } from './lesson-folders'

type Found = Omit<SearchEntry, 'phrases' | 'browserTexts' | 'code'> &
  Partial<Pick<SearchEntry, 'browserTexts' | 'code'>>
type Phrases = Readonly<Record<string, readonly string[] | undefined>>

/** Every text in both languages, section by section. `root` is the folder of the lessons. */
export function readEntries(root: string): SearchEntry[] {
  const found: Found[] = [
    ...articles('step', readCollection(root, STEP_COLLECTION), LESSON_IDS, stepNames),
    ...articles('concept', readCollection(root, CONCEPT_COLLECTION), CONCEPT_IDS, conceptNames),
    ...errors(readCollection(root, ERROR_COLLECTION)),
    ...terms(),
    ...labs(root),
    ...course(),
    ...faults(),
    ...recordings(),
    ...questions(root),
    ...sdpLines(),
  ]
  return found.map((entry) => ({
    code: '',
    browserTexts: [],
    ...entry,
    phrases: phrasesOf(entry),
  }))
}

function phrasesOf(entry: Found): string[] {
  const key = keyOf(entry)
  return [zhPhrases as Phrases, enPhrases as Phrases].flatMap((phrases) => phrases[key] ?? [])
}

function articles<Id extends string>(
  kind: EntryKind,
  texts: Lessons<Id>,
  ids: readonly Id[],
  names: Readonly<Record<Id, Pair>>,
): Found[] {
  return ids.flatMap((id) => {
    const { [id]: zh } = texts.zh
    const { [id]: en } = texts.en
    if (zh === undefined || en === undefined) return []
    return zh.sections.map(({ id: section }) => ({
      kind,
      id,
      section: section === 'prose' ? '' : section,
      title: headed(names[id], { zh: headingOf(zh, section), en: headingOf(en, section) }),
      text: { zh: textOf(zh, section), en: textOf(en, section) },
      code: codeOf(en, section),
    }))
  })
}

const CARDS: Readonly<Partial<Record<CardKind, Pair>>> = problemTitles

/** The title of a card of the call page; empty while it has no words. */
function titleOf(card: CardKind): Pair {
  return CARDS[card] ?? { zh: '', en: '' }
}

/** The entries of each error page: its meaning, the browsers' texts, and the words of its card. */
function errors(texts: Lessons<ErrorId>): Found[] {
  return ERROR_IDS.flatMap((id) => {
    const { [id]: zh } = texts.zh
    const { [id]: en } = texts.en
    if (zh === undefined || en === undefined) return []
    const { short, card } = ERROR_FACTS[id]
    const textIn = (language: 'zh' | 'en', page: Lesson) => {
      const explanation = `${textOf(page, 'what')} ${causesOf(page)}`
      const onCard = card === null ? '' : ` ${titleOf(card)[language]}.`
      return `${page.summary}${onCard} ${explanation}`
    }
    const browserTexts = new Set(listTexts(id).map(({ text }) => text))
    return [
      {
        kind: 'error',
        id,
        section: '',
        title: { zh: errorName(short, zh.title), en: errorName(short, en.title) },
        text: { zh: textIn('zh', zh), en: textIn('en', en) },
        browserTexts: [...browserTexts],
      },
    ]
  })
}

/** The name of each cause, which is its bold beginning, without the rest. */
function causesOf(page: Lesson): string {
  const causes = blocksOf(page, 'causes').join('\n')
  return joined([...causes.matchAll(/<li>\s*<p><strong>(.*?)<\/strong>/gs)].map(([, cause]) => cause ?? ''))
}

function headed(name: Pair, heading: Pair): Pair {
  if (heading.zh === '') return name
  return { zh: `${name.zh} · ${heading.zh}`, en: `${name.en} · ${heading.en}` }
}

function headingOf(lesson: Lesson, section: string): string {
  return lesson.sections.find(({ id }) => id === section)?.title ?? ''
}

function textOf(lesson: Lesson, section: string): string {
  return joined(blocksOf(lesson, section).filter((block) => !isCode(block)))
}

function codeOf(lesson: Lesson, section: string): string {
  return joined(blocksOf(lesson, section).filter(isCode))
}

function blocksOf(lesson: Lesson, section: string): readonly string[] {
  return lesson.sections.find(({ id }) => id === section)?.blocks ?? []
}

function isCode(block: string): boolean {
  return block.includes('<pre class="code"')
}

function joined(blocks: readonly string[]): string {
  return blocks.map(plainText).join(' ').replace(/\s+/g, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of HTML from our own build (build/html.ts): four entities are enough, so no parser is needed. */
export function plainText(html: string): string {
  return html
    .replace(/<(?:\/p|\/li|br|\/pre)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
}

function terms(): Found[] {
  const english: Readonly<Record<string, { term: string; text: string } | undefined>> = enTerms
  return Object.entries(zhTerms).map(([id, zh]) => {
    const en = english[id] ?? zh
    return {
      kind: 'term',
      id,
      section: '',
      title: { zh: zh.term, en: en.term },
      text: { zh: zh.text, en: en.text },
    }
  })
}

/** The labs: how the report of each begins; the whole of it would make the index larger than it may be. */
function labs(root: string): Found[] {
  return LAB_IDS.map((id) => {
    const { zh, en } = readLabFiles(root, id)
    return {
      kind: 'lab',
      id,
      section: '',
      title: { zh: unticked(zh.title), en: unticked(en.title) },
      text: { zh: firstSentence(unticked(zh.story)), en: firstSentence(unticked(en.story)) },
    }
  })
}

/** Of recordings of a real network, and of faults, the titles are enough: the index may be no larger. */
const NO_TEXT: Pair = { zh: '', en: '' }

/** The lessons of the course for a class, each with its aim, and its other pages. */
function course(): Found[] {
  const pages = { worksheet, 'hand-in': handIn, marking }
  return [
    ...COURSE.map(({ id }) => ({
      id,
      title: courseText(id, (words) => words.title),
      text: courseText(id, (words) => words.aim),
    })),
    ...Object.entries(pages).map(([id, { title, description }]) => ({ id, title, text: description })),
  ].map(({ id, title, text }) => ({
    kind: 'course',
    id,
    section: '',
    title,
    text: { zh: unticked(text.zh), en: unticked(text.en) },
  }))
}

/** The faults that Diagnose knows, by their titles. */
function faults(): Found[] {
  return FAULTS.map((id) => ({
    kind: 'fault',
    id,
    section: '',
    title: VERDICT_TITLES[id],
    text: NO_TEXT,
  }))
}

function recordings(): Found[] {
  const found = (id: string, title: Pair, text: Pair): Found => ({
    kind: 'recording',
    id,
    section: '',
    title,
    text,
  })
  return [
    ...(Object.keys(exampleTitles) as ExampleId[]).map((id) =>
      found(id, exampleTitles[id], exampleHints[id]),
    ),
    ...(Object.keys(natTitles) as NatExampleId[]).map((id) => found(id, natTitles[id], NO_TEXT)),
  ]
}

/** The questions of the notes; each entry leads to its step. */
function questions(root: string): Found[] {
  const read = (step: string, language: string) =>
    JSON.parse(readFileSync(join(root, 'quiz', step, `${language}.json`), 'utf8')) as Record<
      string,
      { readonly ask: string }
    >
  return readdirSync(join(root, 'quiz')).flatMap((step) => {
    const english = read(step, 'en')
    return Object.entries(read(step, 'zh')).map(([id, zh]): Found => {
      const en = english[id] ?? zh
      return {
        kind: 'question',
        id: step,
        section: id,
        title: { zh: unticked(zh.ask), en: unticked(en.ask) },
        text: { zh: '', en: '' },
      }
    })
  })
}

/** A result list shows plain text, without backticks. */
function unticked(text: string): string {
  return text.replaceAll('`', '')
}

/** The kinds of SDP lines; the SDP tab explains those of the learner's own description. */
function sdpLines(): Found[] {
  const kinds = (Object.keys(REFERENCES) as LineKind[]).filter((kind) => !ELSEWHERE.has(kind))
  return kinds.map((id) => {
    const start = lineStart(id)
    return {
      kind: 'sdp',
      id,
      section: '',
      title: { zh: start, en: start },
      text: {
        zh: `${zhLines.lines[id]} ${partsOf(id, zhLines.tokens)}`.trim(),
        en: `${enLines.lines[id]} ${partsOf(id, enLines.tokens)}`.trim(),
      },
    }
  })
}

/** The meanings of the parts of a line, each after its own word: `actpass: …`. */
function partsOf(id: LineKind, tokens: Readonly<Record<string, string>>): string {
  return Object.entries(tokens)
    .filter(([key]) => key.startsWith(`${id}.`))
    .map(([key, note]) => `${key.slice(id.length + 1)}: ${note}`)
    .join(' ')
}
