import { LESSON_IDS } from '../src/lessons/lessonIds'
import { course } from '../src/i18n/messages/course'
import { errors } from '../src/i18n/messages/errors'
import { shell } from '../src/i18n/messages/shell'
import type { PageLanguage } from './page-addresses'
import { LANGUAGES } from './page-addresses'
import type { Lessons } from './lesson-folders'
import { HTML_LANG, inline, paragraphs, WORDS, words } from './page-words'

function item(href: string, text: string, attributes = ''): string {
  return `<li><a href="${href}"${attributes}>${text}</a></li>`
}

function languageName(language: PageLanguage): string {
  return language === 'both' ? `${WORDS.zh.both} · ${WORDS.en.both}` : WORDS[language].language
}

/**
 * Links to a page in the other languages; `root` is the path to the root, `rest` the path from a language to the page.
 */
export function languageLinks(root: string, rest: string, current?: PageLanguage): string {
  const others = LANGUAGES.filter((language) => language !== current)
  const items = others.map((language) =>
    item(`${root}${language}/${rest}`, languageName(language), ` hreflang="${HTML_LANG[language]}"`),
  )
  return `<nav><ul>${items.join('')}</ul></nav>`
}

/** Links to all lessons; `call` is the path to the folder that contains them. */
export function lessonList(call: string, language: PageLanguage, { zh, en }: Lessons): string {
  const items = LESSON_IDS.map((id) =>
    item(`${call}${id}/`, inline({ zh: zh[id]?.title ?? id, en: en[id]?.title ?? id }, language)),
  )
  return `<ol>\n${items.join('\n')}\n</ol>`
}

/** Links to the main pages of a language; `root` is the path to the root. */
export function pageLinks(root: string, language: PageLanguage): string {
  const pages = [
    ['call/', words(({ call }) => call.title)],
    ['concepts/', words(({ concepts }) => concepts.title)],
    ['glossary/', words(({ glossary }) => glossary.title)],
    ['errors/', errors.title],
    ['labs/', shell.labs],
    ['diagnose/', shell.diagnose],
    ['story/', shell.storyTitle],
    ['room/', shell.room],
    ['course/', course.title],
  ] as const
  const items = pages.map(([path, title]) => item(`${root}${language}/${path}`, inline(title, language)))
  return `<nav><ul>${items.join('')}</ul></nav>`
}

/**
 * What a page that the app's components render says to readers without JavaScript: its other languages are buttons.
 * `list` is HTML that follows.
 */
export function withoutScript(root: string, rest: string, language: PageLanguage, list: string): string {
  const text = paragraphs(
    words(({ needsScript }) => needsScript),
    language,
  )
  return `<noscript class="without-script">${text}${languageLinks(root, rest, language)}${list}</noscript>\n`
}

/** The notice for a page whose script does not start; base.css shows it after a while, and the app removes it. */
export function startNotice(language: PageLanguage): string {
  const text = paragraphs(
    words(({ notStarted }) => notStarted),
    language,
  )
  return `<aside id="unstarted" class="unstarted">${text}</aside>`
}
