import type { Lesson, LessonLanguage } from '../src/lessons/lessons'
import { pairSections } from '../src/lessons/pairSections'
import type { PageLanguage } from './addresses'
import { inline, paragraphs } from './words'

/** A lesson as an article that reads well without any style or script. */
export function lessonArticle(
  lesson: Readonly<Record<LessonLanguage, Lesson>>,
  language: PageLanguage,
): string {
  // In one language a lesson is its own twin: what is the same in both is written once.
  const { zh, en } = language === 'both' ? lesson : { zh: lesson[language], en: lesson[language] }
  const sections = pairSections(zh, en).map(({ id, title, blocks }) => {
    const html = blocks.map((block) =>
      block.same ? block.zh : `${block.zh}\n<div lang="en">${block.en}</div>`,
    )
    if (id === 'prose') return html.join('\n')
    return ['<section>', `<h2 id="${id}">${inline(title, language)}</h2>`, ...html, '</section>'].join('\n')
  })
  return [
    '<article>',
    `<h1>${inline({ zh: zh.title, en: en.title }, language)}</h1>`,
    paragraphs({ zh: zh.summary, en: en.summary }, language),
    ...sections,
    '</article>',
  ].join('\n')
}
