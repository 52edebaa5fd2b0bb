import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderLesson } from '../../../build/markdown'
import { lessonSource } from '../../lessons/sample'
import { hostileText } from './arbitraries'

function render(body: string) {
  return renderLesson(lessonSource(body), { file: 'en.md', language: 'en' })
}

describe('a lesson cannot bring in', () => {
  test.each([
    ['an element', 'a <b>c</b>'],
    ['a block of HTML', '<div onclick="x()">\n\nhi\n\n</div>'],
    ['a comment', '<!-- x -->'],
    ['a script', '<script>x()</script>'],
    ['a script as address', '[x](javascript:alert(1))'],
    ['a script in disguise', '[x](JaVaScRiPt&colon;alert(1))'],
    ['a data address', '[x](data:text/html,hi)'],
    ['a file', '[x](file:///etc/passwd)'],
    ['another host without TLS', '[x](http://example.org)'],
    ['an automatic link', '<javascript:alert(1)>'],
    ['a picture', '![x](https://example.org/x.png)'],
    ['an attribute', '[x](https://example.org){onclick=x}'],
    ['a strange figure', '```figure\n"><img src=x>\n```'],
    ['a strange language', '```js" onload="x()\nx\n```'],
    ['a step that is none', '[x](step:"><img>)'],
    ['a concept that is none', '[x](concept:constructor)'],
  ])('%s', (_, body) => {
    expect(() => render(body)).toThrow(/^en\.md:\d+: /)
  })
})

const OWN =
  /^<\/?(?:p|a|ul|ol|li|code|pre|strong|em|span|figure|h[2-4]|blockquote|hr|br|table|thead|tbody|tr|th|td)\b[^<>]*>$/
const piece = fc.oneof(
  hostileText,
  fc.constantFrom('[', '](', ')', '`', '```js\n', '\n```\n', '*', '**', '> ', '- ', '\n\n', '|', '{#id}', '## h {#h}\n'), // prettier-ignore
  fc.constantFrom('[a](step:send-offer)', '[b](https://example.org/"onclick="x)', '&lt;', '&#60;img&#62;'),
)

test('any text at all is refused with its place, or becomes elements of ours with addresses of ours', () => {
  let rendered = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      let blocks: readonly string[]
      try {
        blocks = render(`Words.\n\n${pieces.join('')}`).sections.flatMap((section) => section.blocks)
      } catch (error) {
        expect(String(error)).toMatch(/^Error: en\.md:\d+: /)
        return
      }
      rendered++
      for (const tag of blocks.join('\n').match(/<[^>]*>?/g) ?? []) {
        expect(tag).toMatch(OWN)
        expect(tag).not.toMatch(/\s(?:on\w+|style|src)=/)
        const [, href] = /\shref="([^"]*)"/.exec(tag) ?? []
        if (href !== undefined) expect(href).toMatch(/^(?:https:\/\/|\.\.\/\.\.\/)/)
      }
    }),
    { numRuns: 500 },
  )
  expect(rendered).toBeGreaterThan(50)
})
