import { describe, expect, it } from 'vitest'
import { firstSentence } from '../../../src/lessons/firstSentence'

describe('the first sentence of a paragraph', () => {
  it.each([
    ['<p>One <code>a.b</code> is. Two is.</p>', '<p>One <code>a.b</code> is.</p>'],
    ['<p>甲变为 <code>stable</code>。乙也是。</p>', '<p>甲变为 <code>stable</code>。</p>'],
    [
      '<p>It took 15.9 ms, see <a href="x. y">this. That</a>. Then more.</p>',
      '<p>It took 15.9 ms, see <a href="x. y">this. That</a>.</p>',
    ],
    ['<p>Only one.</p>', '<p>Only one.</p>'],
    ['<p>No end</p>', '<p>No end</p>'],
    ['', ''],
  ])('of %s', (html, sentence) => {
    expect(firstSentence(html)).toBe(sentence)
  })

  it('keeps whole what ends inside another element', () => {
    const html = '<ul><li>One. Two.</li></ul>'
    expect(firstSentence(html)).toBe(html)
  })
})
