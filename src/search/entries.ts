import { conceptNames } from '../i18n/messages/conceptNames'
import { stepNames } from '../i18n/messages/steps'
import { CONCEPT_IDS } from '../lessons/conceptIds'
import type { TermPair } from '../lessons/glossary'
import { loadGlossary } from '../lessons/glossary'
import { LESSON_IDS } from '../lessons/lessonIds'
import type { Lesson, Texts } from '../lessons/lessons'
import { loadConcepts, loadLessons } from '../lessons/lessons'
import type { LineKind } from '../sdp/lineKind'
import { lineStart, REFERENCES } from '../sdp/lineKind'

/** One thing that a search can find. */
export interface SearchEntry {
  /** Unique: kind, id and section. */
  readonly key: string
  readonly kind: 'step' | 'concept' | 'term' | 'sdp'
  readonly id: string
  /** Heading's id inside the page; empty for its beginning. */
  readonly section: string
  readonly title: { readonly zh: string; readonly en: string }
  /** Plain text of both languages, for the excerpt. */
  readonly text: { readonly zh: string; readonly en: string }
}

/** Everything there is to read, in both languages, section by section. */
export async function loadEntries(): Promise<SearchEntry[]> {
  const [steps, concepts, glossary, sdp] = await Promise.all([
    Promise.all([loadLessons('zh'), loadLessons('en')]),
    Promise.all([loadConcepts('zh'), loadConcepts('en')]),
    loadGlossary(),
    loadSdpNotes(),
  ])
  return [
    ...LESSON_IDS.flatMap((id) => sections('step', id, stepNames[id], steps)),
    ...CONCEPT_IDS.flatMap((id) => sections('concept', id, conceptNames[id], concepts)),
    ...glossary.map(termEntry),
    ...sdp,
  ]
}

function sections(
  kind: 'step' | 'concept',
  id: string,
  name: SearchEntry['title'],
  [zh, en]: readonly [Texts, Texts],
): SearchEntry[] {
  const chinese = zh[id]
  const english = en[id]
  if (chinese === undefined || english === undefined) return []
  return chinese.sections.map(({ id: section, title }) => ({
    key: `${kind}/${id}#${section}`,
    kind,
    id,
    section: section === 'prose' ? '' : section,
    title: headed(name, { zh: title, en: titleOf(english, section) }),
    text: { zh: textOf(chinese, section), en: textOf(english, section) },
  }))
}

function headed(name: SearchEntry['title'], heading: SearchEntry['title']): SearchEntry['title'] {
  if (heading.zh === '') return name
  return { zh: `${name.zh} · ${heading.zh}`, en: `${name.en} · ${heading.en}` }
}

function titleOf(lesson: Lesson, section: string): string {
  return lesson.sections.find(({ id }) => id === section)?.title ?? ''
}

function textOf(lesson: Lesson, section: string): string {
  const blocks = lesson.sections.find(({ id }) => id === section)?.blocks ?? []
  return blocks.map(plainText).join(' ').replace(/\s+/g, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Text of the HTML that our own build wrote (build/html.ts): no parser is needed for its four entities. */
export function plainText(html: string): string {
  return html
    .replace(/<(?:\/p|\/li|br|\/pre)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
}

function termEntry({ id, term, text }: TermPair): SearchEntry {
  return { key: `term/${id}`, kind: 'term', id, section: '', title: term, text }
}

/** What every kind of SDP line is; the SDP tab is where one's own are explained. */
async function loadSdpNotes(): Promise<SearchEntry[]> {
  const [{ default: zh }, { default: en }] = await Promise.all([
    import('../../lessons/sdp/zh.json'),
    import('../../lessons/sdp/en.json'),
  ])
  return (Object.keys(REFERENCES) as LineKind[]).map((id) => {
    const start = lineStart(id)
    return {
      key: `sdp/${id}`,
      kind: 'sdp',
      id,
      section: '',
      title: { zh: start, en: start },
      text: { zh: zh.lines[id], en: en.lines[id] },
    }
  })
}
