import type { EntryKind, SearchEntry } from './entry'

/** All entries, field by field: texts of one language beside each other compress better. */
export interface Packed {
  readonly names: readonly (readonly [kind: EntryKind, id: string, section: string])[]
  readonly titles: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly texts: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly code: readonly string[]
  readonly phrases: readonly (readonly string[])[]
  readonly browserTexts: readonly (readonly string[])[]
}

/** Entries as the build writes them into a file. */
export function packEntries(entries: readonly SearchEntry[]): Packed {
  return {
    names: entries.map(({ kind, id, section }) => [kind, id, section]),
    titles: { zh: entries.map(({ title }) => title.zh), en: entries.map(({ title }) => title.en) },
    texts: { zh: entries.map(({ text }) => text.zh), en: entries.map(({ text }) => text.en) },
    code: entries.map(({ code }) => code),
    phrases: entries.map(({ phrases }) => phrases),
    browserTexts: entries.map(({ browserTexts }) => browserTexts),
  }
}

/** Restores the entries that `packEntries` was given. */
export function unpackEntries({ names, titles, texts, code, phrases, browserTexts }: Packed): SearchEntry[] {
  return names.map(([kind, id, section], at) => ({
    kind,
    id,
    section,
    title: { zh: titles.zh[at] ?? '', en: titles.en[at] ?? '' },
    text: { zh: texts.zh[at] ?? '', en: texts.en[at] ?? '' },
    code: code[at] ?? '',
    phrases: phrases[at] ?? [],
    browserTexts: browserTexts[at] ?? [],
  }))
}
