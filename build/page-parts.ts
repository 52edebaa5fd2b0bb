import type { LessonId } from '../src/lessons/lessonIds'
import { LESSON_IDS } from '../src/lessons/lessonIds'
import type { PageLanguage } from './addresses'
import { LANGUAGES } from './addresses'
import type { Lessons } from './lesson-folders'
import { HTML_LANG, inline, paragraphs, WORDS, words } from './words'

function item(href: string, text: string, attributes = ''): string {
  return `<li><a href="${href}"${attributes}>${text}</a></li>`
}

function languageName(language: PageLanguage): string {
  return language === 'both' ? `${WORDS.zh.both} · ${WORDS.en.both}` : WORDS[language].language
}

/** Links to a page in the other languages; `root` leads to the root, `rest` from a language to the page. */
export function languageLinks(root: string, rest: string, current?: PageLanguage): string {
  const others = LANGUAGES.filter((language) => language !== current)
  const items = others.map((language) =>
    item(`${root}${language}/${rest}`, languageName(language), ` hreflang="${HTML_LANG[language]}"`),
  )
  return `<nav><ul>${items.join('')}</ul></nav>`
}

/** The list of all lessons, for the page above them. */
export function lessonList(language: PageLanguage, { zh, en }: Lessons): string {
  const items = LESSON_IDS.map((id) =>
    item(`./${id}/`, inline({ zh: zh[id]?.title ?? id, en: en[id]?.title ?? id }, language)),
  )
  return `<ol>\n${items.join('\n')}\n</ol>`
}

/** Links from a lesson to its neighbours and to the list of all. */
export function neighbourLinks(language: PageLanguage, id: LessonId): string {
  const at = LESSON_IDS.indexOf(id)
  const previous = LESSON_IDS[at - 1]
  const next = LESSON_IDS[at + 1]
  const items = [
    previous &&
      item(
        `../${previous}/`,
        inline(
          words(({ lesson }) => lesson.previous),
          language,
        ),
        ' rel="prev"',
      ),
    next &&
      item(
        `../${next}/`,
        inline(
          words(({ lesson }) => lesson.next),
          language,
        ),
        ' rel="next"',
      ),
    item(
      '../',
      inline(
        words(({ lesson }) => lesson.all),
        language,
      ),
    ),
  ]
  return `<nav><ul>${items.filter(Boolean).join('')}</ul></nav>`
}

/** What a reader without JavaScript is told. */
export function scriptNotice(language: PageLanguage): string {
  return `<noscript>${paragraphs(
    words(({ needsScript }) => needsScript),
    language,
  )}</noscript>`
}
