import { describe, expect, test } from 'vitest'
import { parityProblems } from '../../build/parity'
import { lessonSource } from './sample'

const FENCE = '```js\nawait pc.createOffer()\n```'

function compare(zhBody: string, enBody: string): string[] {
  return parityProblems(lessonSource(zhBody), lessonSource(enBody), '03-create-offer')
}

describe('the two languages of a lesson', () => {
  test('may differ in words only', () => {
    const zh = `提议。\n\n${FENCE}\n\n## 为什么 {#why}\n\n- 看[这里](step:send-offer)\n- 二`
    const en = `An offer.\n\n${FENCE}\n\n## Why {#why}\n\n- See [here](step:send-offer)\n- Two`
    expect(compare(zh, en)).toEqual([])
  })

  test.each([
    ['a heading is missing', 'a\n\n## 甲 {#why}', 'a', 'heading 2 differs: zh has "why", en has nothing'],
    ['headings change places', '## 甲 {#a}\n\n## 乙 {#b}', '## B {#b}\n\n## A {#a}', 'heading 1 differs'],
    ['a paragraph is missing', '甲\n\n乙', 'a', '"prose" block 2 differs: zh has "p", en has nothing'],
    ['a paragraph became a list', '甲', '- a', 'zh has "p", en has "ul of 1"'],
    ['a list is of another kind', '1. 甲', '- a', 'zh has "ol of 1", en has "ul of 1"'],
    ['a list item is missing', '- 甲\n- 乙', '- a', 'zh has "ul of 2", en has "ul of 1"'],
    ['code differs', FENCE, FENCE.replace('pc', 'peer'), 'code 1 differs'],
    ['code has another language', FENCE, FENCE.replace('js', 'ts'), 'code 1 differs'],
    ['code in a list is missing', `- 甲\n\n  ${FENCE.replaceAll('\n', '\n  ')}`, '- a', 'code 1 differs'],
    ['a link is missing', '[甲](step:send-offer)', 'a', 'zh has "step:send-offer", en has nothing'],
    [
      'links change places',
      '[1](step:connected) [2](step:hang-up)',
      '[2](step:hang-up) [1](step:connected)',
      'link 1',
    ],
  ])('are told apart when %s', (_, zh, en, problem) => {
    const problems = compare(zh, en)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('03-create-offer: ')
    expect(problems[0]).toContain(problem)
  })

  test('are told apart when a field is missing', () => {
    const problems = parityProblems(lessonSource('a'), '---\ntitle: a\n---\n\na\n', '03-create-offer')
    expect(problems).toEqual(['03-create-offer: front matter 2 differs: zh has "summary", en has nothing'])
  })
})
