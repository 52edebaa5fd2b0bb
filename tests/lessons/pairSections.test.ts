import { describe, expect, test } from 'vitest'
import { renderLesson } from '../../build/markdown'
import { pairSections } from '../../src/lessons/pairSections'
import { lessonSource } from './sample'

function lesson(body: string) {
  return renderLesson(lessonSource(body), { file: 'x.md', language: 'en' })
}

describe('a pair of lessons', () => {
  test('sets block beside block, and shows code once', () => {
    const code = '```\nanswer\n```'
    const sections = pairSections(
      lesson(`甲\n\n## 乙 {#why}\n\n${code}`),
      lesson(`A\n\n## B {#why}\n\n${code}`),
    )

    const html = '<pre class="code" data-language="text" tabindex="0"><code>answer</code></pre>'
    expect(sections).toEqual([
      { id: 'prose', title: { zh: '', en: '' }, blocks: [{ zh: '<p>甲</p>', en: '<p>A</p>', same: false }] },
      { id: 'why', title: { zh: '乙', en: 'B' }, blocks: [{ zh: html, en: html, same: true }] },
    ])
  })

  test('cannot be made of lessons that do not correspond', () => {
    expect(() => pairSections(lesson('## 甲 {#a}'), lesson('## B {#b}'))).toThrow('no English section "a"')
    expect(() => pairSections(lesson('甲\n\n乙'), lesson('A'))).toThrow('"prose" has unequal blocks')
  })
})
