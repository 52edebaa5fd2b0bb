import type { Lesson, LessonLanguage } from '../src/lessons/lessons'
import { codeMarks } from '../src/i18n/messages/codeMarks'
import { readCodeBlock } from '../src/lessons/codeBlock'
import { figureOf } from '../src/lessons/figureIds'
import type { PairedSection } from '../src/lessons/pairSections'
import { pairSections } from '../src/lessons/pairSections'
import type { PageLanguage } from './page-addresses'
import enFigures from '../lessons/figures/en.json'
import zhFigures from '../lessons/figures/zh.json'
import type { BilingualText } from './page-words'
import { inline, paragraphs } from './page-words'

/** A drawing needs the app; without it the page shows the caption. */
function withCaption(html: string, language: PageLanguage): string {
  const id = figureOf(html)
  if (id === null) return withMark(html, language)
  const word = (part: 'title' | 'text'): BilingualText => ({
    zh: zhFigures[id][part],
    en: enFigures[id][part],
  })
  const title = inline(word('title'), language)
  return `<figure data-figure="${id}"><figcaption><b>${title}</b>\n${paragraphs(word('text'), language)}</figcaption></figure>`
}

/** One section of a text; what is the same in both languages appears once. */
function articleSection({ id, title, blocks }: PairedSection, language: PageLanguage): string {
  const html = blocks.map((block) =>
    block.same ? withCaption(block.zh, language) : `${block.zh}\n<div lang="en">${block.en}</div>`,
  )
  if (id === 'prose') return html.join('\n')
  return ['<section>', `<h2 id="${id}">${inline(title, language)}</h2>`, ...html, '</section>'].join('\n')
}

/** Adds the label for code that does not run by itself. */
function withMark(html: string, language: PageLanguage): string {
  const mark = readCodeBlock(html)?.mark
  return mark ? `<p><small>${inline(codeMarks[mark], language)}</small></p>\n${html}` : html
}

/** A lesson as an article, readable without any style or script. */
export function lessonArticle(
  lesson: Readonly<Record<LessonLanguage, Lesson>>,
  language: PageLanguage,
): string {
  // In one language both texts are the same lesson, so everything is equal and appears once.
  const { zh, en } = language === 'both' ? lesson : { zh: lesson[language], en: lesson[language] }
  const sections = pairSections(zh, en).map((section) => articleSection(section, language))
  return [
    '<article>',
    `<h1>${inline({ zh: zh.title, en: en.title }, language)}</h1>`,
    paragraphs({ zh: zh.summary, en: en.summary }, language),
    ...sections,
    '</article>',
  ].join('\n')
}
