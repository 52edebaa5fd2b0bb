import type { Language } from '../i18n/i18n'
import type { TermPair } from '../lessons/glossary'

/** The terms under one letter, in the order of the language. */
export interface TermGroup {
  readonly letter: string
  readonly terms: readonly TermPair[]
}

/** The first character of each letter of Pinyin in the order of dictionaries; no syllable begins with I, U or V. */
const PINYIN = {
  letters: 'ABCDEFGHJKLMNOPQRSTWXYZ',
  firsts: '阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀',
}

const collators = {
  zh: new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

/** The letter that a term is filed under: of its Latin name, or of its Pinyin. # for a number or a sign. */
export function letterOf(term: string, language: Language): string {
  const first = Array.from(term.normalize('NFD')).find((character) => /[\p{L}\p{N}]/u.test(character)) ?? ''
  if (/[a-z]/i.test(first)) return first.toUpperCase()
  if (language === 'en' || !/\p{Script=Han}/u.test(first)) return '#'
  const after = Array.from(PINYIN.firsts).findIndex((start) => collators.zh.compare(start, first) > 0)
  return PINYIN.letters.at(after === -1 ? -1 : after - 1) ?? '#'
}

/** All terms by their letter in a language, A to Z, signs first. */
export function groupTerms(terms: readonly TermPair[], language: Language): TermGroup[] {
  const groups = new Map<string, TermPair[]>()
  for (const pair of terms) {
    const letter = letterOf(pair.term[language], language)
    groups.set(letter, [...(groups.get(letter) ?? []), pair])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, found]) => ({
      letter,
      terms: found.sort((a, b) => collators[language].compare(a.term[language], b.term[language])),
    }))
}
