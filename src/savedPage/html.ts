import { fill, firstLanguage, langTag } from '../i18n/i18n'
import type { Language, Message, Reading } from '../i18n/i18n'

/** HTML that may stand in a page as it is. Only the functions of this file make it, so no other text becomes HTML. */
export interface Html {
  readonly html: string
}

/** What an element contains: a string is text and is escaped, null is nothing. */
export type Content = Html | string | null | readonly Content[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Elements without content and end tag (HTML §13.1.2). */
const VOID = new Set(['meta', 'input', 'br'])

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

function write(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string') return escape(content)
  return 'html' in content ? content.html : content.map(write).join('')
}

/**
 * An element. `name` and the names of `attributes` come from the program, never from a recording; false leaves an
 * attribute out, true writes it without a value.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | boolean>>,
  ...content: readonly Content[]
): Html {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escape(String(value))}"`))
  const start = `<${name}${written.join('')}>`
  return { html: VOID.has(name) ? start : `${start}${write(content)}</${name}>` }
}

/** HTML that this app's build made. Never for text of a recording. */
export function trusted(html: string): Html {
  return { html }
}

/** Values for the places of a message; a message is filled in in the language of the text around it. */
export type SaidValues = Readonly<Record<string, string | number | Message>>

function filled(message: Message, language: Language, values: SaidValues): string {
  const own = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'object' ? value[language] : value,
  ])
  return fill(message[language], Object.fromEntries(own))
}

/** A message in the reading of the page: in 双语 the English one follows where it differs. */
export function say(message: Message, reading: Reading, values: SaidValues = {}): Content {
  const first = filled(message, firstLanguage(reading), values)
  const second = filled(message, 'en', values)
  if (reading !== 'both' || first === second) return first
  return [first, ' ', element('span', { class: 'second', lang: langTag('en') }, second)]
}

/** A message as plain text, for attributes and titles. */
export function sayPlain(message: Message, reading: Reading, values: SaidValues = {}): string {
  return filled(message, firstLanguage(reading), values)
}
