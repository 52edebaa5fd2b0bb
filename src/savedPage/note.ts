import { foldNames } from '../i18n/messages/lesson'
import type { Reading } from '../i18n/i18n'
import type { Lesson } from '../lessons/lessons'
import { noteParts } from '../lessons/noteParts'
import { readingSections } from '../lessons/readingSections'
import type { ReadingBlock, ReadingSection } from '../lessons/readingSections'
import { element, say, trusted } from './html'
import type { Content, Html } from './html'

/**
 * The note of a step for a page that stands alone: a link to a step leads to its moment (`ids` has those that the page
 * has), one to a specification stays, every other link becomes text. Figures, which need the app, are left out.
 */
export function noteHtml(
  lesson: Lesson,
  english: Lesson | null,
  reading: Reading,
  ids: ReadonlySet<string>,
): Html {
  const { lead, look, folds } = noteParts(readingSections(lesson, english, reading))
  return element(
    'section',
    { class: 'note' },
    blocks(lead, ids),
    look === null ? null : section(look, ids),
    folds.map(({ id, sections }) =>
      element(
        'details',
        {},
        element('summary', {}, say(foldNames[id], reading)),
        sections.map((one) => (id === 'why' ? section(one, ids) : blocks(one.blocks, ids))),
      ),
    ),
  )
}

function section({ title, secondary, blocks: own }: ReadingSection, ids: ReadonlySet<string>): Html {
  const second = secondary === '' ? null : [' ', element('span', { class: 'second', lang: 'en' }, secondary)]
  return element('div', {}, element('h3', {}, title, second), blocks(own, ids))
}

function blocks(all: readonly ReadingBlock[], ids: ReadonlySet<string>): Content {
  return all
    .filter(({ html }) => !html.startsWith('<figure'))
    .map(({ html, lang, secondary }) => [
      element('div', { class: 'block', lang }, trusted(standAlone(html, ids))),
      secondary === ''
        ? null
        : element('div', { class: 'block second', lang: 'en' }, trusted(standAlone(secondary, ids))),
    ])
}

/** The HTML of a block with links that work without the app. The build escapes `>` in attributes. */
function standAlone(html: string, ids: ReadonlySet<string>): string {
  return html.replace(/<a\b[^>]*>/g, (tag) => {
    const step = /data-step-link="([^"]*)"/.exec(tag)?.[1]
    if (step !== undefined) return ids.has(step) ? `<a href="#${step}">` : '<a>'
    return tag.includes(' data-') || tag.includes('class=') ? '<a>' : tag
  })
}
