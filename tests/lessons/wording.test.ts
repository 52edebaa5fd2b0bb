import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lessonFolder } from '../../build/lesson-folders'
import { outline } from '../../build/lesson-outline'
import zhTerms from '../../lessons/glossary/zh.json'
import { stepNames } from '../../src/i18n/messages/steps'
import { LESSON_IDS } from '../../src/lessons/lessonIds'
import { messages, places, texts } from './read'

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

  const abbreviations = Object.values(zhTerms).flatMap(({ term }) => {
    const [, short, long] = /^([A-Z][A-Za-z]*)（(.+)）$/.exec(term) ?? []
    return short && long ? [[short, long] as const] : []
  })

  test('the glossary gives the long names of STUN, TURN, ICE, DTLS, SRTP, NAT and more', () => {
    const shorts = abbreviations.map(([short]) => short)
    expect(shorts).toEqual(
      expect.arrayContaining(['STUN', 'TURN', 'ICE', 'DTLS', 'SRTP', 'NAT', 'SDP', 'SCTP']),
    )
  })

  test.each(abbreviations)(
    '%s is written as its abbreviation, as engineers do, never as the long name %s with it behind',
    (short, long) => {
      expect(places([...files, ...messages], new RegExp(`${long}（${short}`))).toEqual([])
    },
  )

  test('a STUN request, a check and a server get a response in one word', () => {
    const chinese =
      /(检查|STUN|TURN|服务器|请求)[^。，；：]{0,8}(回应|回答|答复)|(回应|回答|答复)[^。，；：]{0,6}(检查|STUN|TURN)/
    expect(places([...files, ...messages], chinese)).toEqual([])
  })

  test('a transport that is counted or named is a channel, since the bare word is no countable noun', () => {
    const chinese =
      /([一几每两]条|[一几每两]个|各建|多余的|DTLS |ICE |全)传输(?!通道|协议|层|控制|参数|策略|结束|的)|个传输通道/
    expect(places([...files, ...messages], chinese)).toEqual([])
  })

  test('verbs of the API have their terms, not words of every day', () => {
    const chinese =
      /[会再就]用上(?!面)|配置了没用上|放开(对|设备|引用)|收下(?!列)|学到(地址|即可|新端口)|会的(一切|都列)/
    expect(places([...files, ...messages], chinese)).toEqual([])
  })

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
