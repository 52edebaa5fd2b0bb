import { expect, test } from 'vitest'
import { loadGlossary } from '../../../src/lessons/glossary'
import { groupTerms, letterOf } from '../../../src/pages/glossaryGroups'

test.each([
  ['信令', 'X'],
  ['对等端', 'D'],
  ['呼叫方', 'H'],
  ['应答', 'Y'],
  ['轨道', 'G'],
  ['抖动缓冲', 'D'],
  ['阿', 'A'],
  ['做', 'Z'],
  ['SDP（会话描述协议）', 'S'],
  ['éclair', 'E'],
  ['4G', '#'],
])('%s is filed under %s', (term, letter) => {
  expect(letterOf(term, 'zh')).toBe(letter)
})

test.each(['zh', 'en'] as const)(
  'every term is in exactly one group, letters in order: %s',
  async (language) => {
    const terms = await loadGlossary()
    const groups = groupTerms(terms, language)
    const letters = groups.map(({ letter }) => letter)
    expect(letters).toEqual([...new Set(letters)].sort())
    expect(groups.flatMap((group) => group.terms.map(({ id }) => id)).sort()).toEqual(
      terms.map(({ id }) => id).sort(),
    )
    for (const group of groups) {
      for (const { term } of group.terms) expect(letterOf(term[language], language)).toBe(group.letter)
    }
    expect(letters).not.toContain('#')
  },
)

test('Chinese terms of a letter follow their Pinyin', async () => {
  const groups = groupTerms(await loadGlossary(), 'zh')
  const own = groups.find(({ letter }) => letter === 'Y')?.terms.map(({ term }) => term.zh) ?? []
  expect(own.length).toBeGreaterThan(1)
  expect(own).toEqual([...own].sort(new Intl.Collator('zh-CN-u-co-pinyin').compare))
})
