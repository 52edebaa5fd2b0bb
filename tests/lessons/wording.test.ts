import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lessonFolder } from '../../build/lesson-folders'
import { outline } from '../../build/outline'
import zhTerms from '../../lessons/glossary/zh.json'
import { stepNames } from '../../src/i18n/messages/steps'
import { LESSON_IDS } from '../../src/lessons/lessonIds'

const SHELVES = ['steps', 'concepts', 'figures', 'quiz', 'sdp', 'glossary', 'pages']

function texts(language: 'zh' | 'en', shelves: readonly string[] = SHELVES): string[] {
  return shelves
    .flatMap((shelf) =>
      readdirSync(`lessons/${shelf}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `lessons/${shelf}/${name}`,
      ),
    )
    .filter((name) => name.endsWith(`/${language}.md`) || name.endsWith(`/${language}.json`))
}

const messages = readdirSync('src/i18n/messages', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/i18n/messages/${name}`)

/** Each place where a text matches, as file:line and the words around it. */
function places(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const found = pattern.exec(line)
        return found
          ? [`${file}:${at + 1}: ${line.slice(Math.max(0, found.index - 20), found.index + 40)}`]
          : []
      }),
  )
}

/** Paragraphs and list items of a text, without those that only link to a specification. */
function paragraphs(file: string): string[] {
  return outline(readFileSync(file, 'utf8'), file)
    .sections.filter(({ id }) => id !== 'spec')
    .flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind !== 'fence')
    .flatMap(({ tokens }) => tokens.filter(({ type }) => type === 'inline').map(({ content }) => content))
}

describe('in both languages', () => {
  test('no text argues with notes and lists that the reader has not read', () => {
    const english =
      /\b(old|older|many|most|some) (notes?|texts?|lists?|articles?|tutorials?|translations?)\b/i
    const chinese = /(旧|老|很多|许多|不少|常见的)(的)?(中文)?(笔记|资料|清单|文章|教程|课文)/
    expect(places([...texts('en'), ...messages], english)).toEqual([])
    expect(places([...texts('zh'), ...messages], chinese)).toEqual([])
  })

  test('a message is called a message, not a letter', () => {
    expect(places(texts('en', ['steps', 'quiz']), /\bletters?\b/i)).toEqual([])
    expect(places(texts('zh', ['steps', 'quiz']), /[送存捎拆封]信(?!令)|的信(?![令道息任号])/)).toEqual([])
  })

  test.each(LESSON_IDS)('the lesson %s has the title that its step has on the map', (id) => {
    for (const language of ['zh', 'en'] as const) {
      const file = `lessons/steps/${lessonFolder(id)}/${language}.md`
      expect(outline(readFileSync(file, 'utf8'), file).fields['title']).toBe(stepNames[id][language])
    }
  })

  test.each(['zh', 'en'] as const)('the %s page on candidates computes its own example', (language) => {
    const text = readFileSync(`lessons/concepts/candidates/${language}.md`, 'utf8')
    const [, ...numbers] =
      /(\d+) × 2\^24 \+ (\d+) × 2\^8 \+ \(256 − (\d+)\) = (\d+)/.exec(text)?.map(Number) ?? []
    const [type = 0, local = 0, component = 0, sum] = numbers
    expect(type * 2 ** 24 + local * 2 ** 8 + (256 - component)).toBe(sum)
    expect(text).toContain(` ${component} udp ${sum} `)
  })

  // RFC 8445 §5.1.2.2
  test.each([
    ['host', 126],
    ['prflx', 110],
    ['srflx', 100],
    ['relay', 0],
  ])('the page on candidates gives %s the type preference %i', (type, preference) => {
    expect(readFileSync('lessons/concepts/candidates/en.md', 'utf8')).toContain(
      `${preference} for \`${type}\``,
    )
    expect(readFileSync('lessons/concepts/candidates/zh.md', 'utf8')).toContain(
      `\`${type}\` 为 ${preference}`,
    )
  })
})

describe('in Chinese', () => {
  const files = texts('zh').filter((file) => !file.includes('glossary'))

  test.each(['stun', 'turn', 'ice', 'dtls', 'srtp', 'nat'] as const)(
    '%s is written as its abbreviation, as engineers do, never as the long name with the abbreviation behind',
    (id) => {
      const [, short = '', long = ''] = /^([A-Z]+)（(.+)）$/.exec(zhTerms[id].term) ?? []
      expect(short.toLowerCase()).toBe(id)
      expect(places([...files, ...messages], new RegExp(`${long}（${short}）`))).toEqual([])
    },
  )

  test('a step is called by its number in one way', () => {
    expect(places([...files, ...messages], /步骤 ?\d/)).toEqual([])
  })

  test('a sentence that ends in code with a full stop of its own still ends', () => {
    expect(places(files, /\.`(?![。，；：、）（！？”])/)).toEqual([])
  })

  test.each(texts('zh', ['steps', 'concepts']))('each paragraph of %s ends as a sentence does', (file) => {
    expect(paragraphs(file).filter((text) => !/[。！？：；）”]$/.test(text))).toEqual([])
  })
})
