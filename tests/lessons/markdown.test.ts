import { describe, expect, test, vi } from 'vitest'
import { TOKEN_CLASSES } from '../../build/highlight'
import { renderLesson } from '../../build/markdown'
import { createMarkdown } from '../../build/markdown-syntax'
import { readCodeBlock } from '../../src/lessons/codeBlock'
import { lessonSource } from './sample'

// Building, serving and the first colouring of code take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

function render(body: string) {
  return renderLesson(lessonSource(body), { file: 'en.md', language: 'en' })
}

function firstBlock(body: string): string {
  return render(body).sections[0]?.blocks[0] ?? ''
}

describe('a rendered lesson', () => {
  test('has its words, and its blocks under their headings', () => {
    expect(render('One.\n\n- a\n- b\n\n## Why `pc`? {#why}\n\nTwo.')).toEqual({
      title: 'Create an offer',
      summary: 'What can I send?',
      sections: [
        { id: 'prose', title: '', blocks: ['<p>One.</p>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'] },
        { id: 'why', title: 'Why pc?', blocks: ['<p>Two.</p>'] },
      ],
    })
  })

  test('marks links to steps, and lets others open apart', () => {
    expect(firstBlock('[go](step:send-offer)')).toBe(
      '<p><a data-step-link="send-offer" href="../../call/send-offer/">go</a></p>',
    )
    expect(firstBlock('[why](concept:ice#restart)')).toBe(
      '<p><a data-concept-link="ice#restart" href="../../concepts/ice/#restart">why</a></p>',
    )
    expect(firstBlock('[see](recording:hole-punched)')).toBe(
      '<p><a data-recording-link="hole-punched" href="../../call/?example=hole-punched">see</a></p>',
    )
    expect(firstBlock('[spec](https://example.org/?a=1&b=2)')).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">spec</a></p>',
    )
  })

  test('marks links to the evidence, which are text until a page with evidence gives them an address', () => {
    expect(firstBlock('[SDP](tab:sdp) and [`a=setup:active`](tab:sdp#a=setup:active)')).toBe(
      '<p><a data-evidence-link="sdp">SDP</a> and ' +
        '<a data-evidence-link="sdp#a=setup:active"><code>a=setup:active</code></a></p>',
    )
    const parts = ['sdp#compare', 'ice#pairs', 'wire#bye', 'timeline#track', 'stats#framesDecoded']
    for (const part of [...parts, 'slots#callee.pendingRemoteDescription', 'machine'])
      expect(firstBlock(`[x](tab:${part})`)).toContain(`data-evidence-link="${part}"`)
  })

  test('only the note of a step can lead to the evidence', () => {
    const source = lessonSource('[x](tab:sdp)')
    for (const file of ['lessons/concepts/sdp/en.md', 'lessons/errors/no-video/en.md'])
      expect(() => renderLesson(source, { file, language: 'en' })).toThrow('only the note of a step')
  })

  test('marks the first mention of a glossary term, outside links and code, and only in whole words', () => {
    const { sections } = render('Signaling, then signaling. `signaling` [signaling](step:send-offer)')
    expect(sections[0]?.blocks[0]).toBe(
      '<p><a class="term" data-term="signaling" href="../../glossary/#signaling">Signaling</a>, then signaling. ' +
        '<code>signaling</code> <a data-step-link="send-offer" href="../../call/send-offer/">signaling</a></p>',
    )
    expect(firstBlock('presignaling')).toBe('<p>presignaling</p>')
  })

  test('knows a term by the abbreviation in its brackets, as a Chinese text writes it', () => {
    const { sections } = renderLesson(lessonSource('去问 STUN 服务器，它不是 TURN。'), {
      file: 'x/zh.md',
      language: 'zh',
    })
    const html = sections[0]?.blocks[0]
    expect(html).toContain('<a class="term" data-term="stun" href="../../glossary/#stun">STUN</a>')
    expect(html).toContain('data-term="turn"')
  })

  test('takes an abbreviation for a term only in capitals', () => {
    expect(firstBlock('It turns nice. ICE: STUNs')).toBe(
      '<p>It turns nice. <a class="term" data-term="ice" href="../../glossary/#ice">ICE</a>: ' +
        '<a class="term" data-term="stun" href="../../glossary/#stun">STUNs</a></p>',
    )
  })

  test('keeps a place for a figure', () => {
    expect(firstBlock('```figure\nsignaling-path\n```')).toBe(
      '<figure data-figure="signaling-path"></figure>',
    )
  })

  test('has no space where a line of Chinese source ends', () => {
    expect(firstBlock('创建提议，\n再**设置**\n它。\nThen\nsend it.')).toBe(
      '<p>创建提议，再<strong>设置</strong>它。\nThen\nsend it.</p>',
    )
  })
})

describe('code', () => {
  test('is coloured by known classes, never by styles', () => {
    const html = firstBlock('```ts\n// 1 < 2\nconst pc: X = new RTCPeerConnection({ a: "b" })\n```')
    const classes = [...html.matchAll(/<span class="([^"]*)"/g)].map(([, name]) => name)
    expect(html).toContain('<pre class="code" data-language="ts" tabindex="0"><code>')
    expect(html).toContain('<span class="tok-comment">// 1 &lt; 2</span>')
    expect(html).not.toContain('style=')
    expect(classes.length).toBeGreaterThan(4)
    expect(TOKEN_CLASSES).toEqual(expect.arrayContaining(classes))
  })

  test('has a label if it does not run by itself', () => {
    const html = firstBlock('```js excerpt\nawait x()\n```')
    expect(html).toContain('<pre class="code" data-language="js" data-mark="excerpt" tabindex="0">')
    expect(readCodeBlock(html)).toEqual({ mark: 'excerpt', listing: null })
    expect(readCodeBlock(firstBlock('```js start\nlet pc\n```'))).toEqual({ mark: 'start', listing: null })
    expect(readCodeBlock(firstBlock('```js\nlet pc\n```'))).toEqual({ mark: null, listing: null })
    expect(readCodeBlock(firstBlock('let pc'))).toBeNull()
  })

  test('in a language without a grammar is plain', () => {
    expect(firstBlock('```sdp\na=mid:0 <b>\n```')).toBe(
      '<pre class="code" data-language="sdp" tabindex="0"><code>a=mid:0 &lt;b&gt;</code></pre>',
    )
  })
})

describe('what the markdown itself refuses', () => {
  const markdown = createMarkdown()

  test('HTML is shown as text', () => {
    expect(markdown.render('<img src=x onerror=alert(1)>')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>\n',
    )
    expect(markdown.render('`<script>`')).toBe('<p><code>&lt;script&gt;</code></p>\n')
  })

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'data:text/html,x'])(
    'a link to %s is no link',
    (address) => {
      expect(markdown.render(`[x](${address})`)).not.toContain('<a')
    },
  )

  test('attributes other than an id vanish', () => {
    expect(markdown.render('## Why {#why onclick=x .wide}')).toBe('<h2 id="why">Why</h2>\n')
  })
})

describe('a lesson is refused, with its file and line, for', () => {
  test.each([
    ['raw HTML', 'One.\n\nTwo\n<b>three</b>', 'en.md:9: raw HTML'],
    ['an HTML comment', '<!-- later -->', 'en.md:6: raw HTML'],
    ['a refused link', '[x](javascript:alert)', 'en.md:6: this link is malformed'],
    ['a link to an unknown step', '[x](step:make-tea)', 'en.md:6: there is no step "make-tea"'],
    ['a link to an unknown concept', '[x](concept:tea)', 'en.md:6: there is no concept "tea"'],
    ['a link to an unknown recording', '[x](recording:tea)', 'en.md:6: there is no recording "tea"'],
    ['a link to an unknown tab', '[x](tab:teapot)', 'en.md:6: there is no evidence tab "teapot"'],
    ['a link to an unknown part', '[x](tab:ice#tea)', 'en.md:6: the ice tab has no part "tea"'],
    ['a link to a line nobody knows', '[x](tab:sdp#a=tea)', 'en.md:6: the sdp tab has no part "a=tea"'],
    ['a link to a slot of nobody', '[x](tab:slots#pendingLocalDescription)', 'en.md:6: the slots tab'],
    ['a link to a part of the machine', '[x](tab:machine#idle)', 'en.md:6: the machine tab has no part'],
    ['an unknown figure', '```figure\nteapot\n```', 'en.md:6: there is no figure "teapot"'],
    [
      'a relative link',
      '[x](../y)',
      'en.md:6: links lead to https:, step:, concept:, error:, recording: or tab:',
    ],
    ['emphasis that does not close', 'a **b', 'en.md:6: this emphasis'],
    ['braces that attributes would swallow', 'Pass it {audio: true}', 'en.md:6: curly braces'],
    ['a picture', '![x](https://example.org/x.png)', 'en.md:6: pictures'],
    ['a heading without an id', 'One.\n\n## Why', 'en.md:8: this heading needs an id'],
    ['an id twice', '## A {#a}\n\n## B {#a}', 'en.md:8: the id "a" is taken'],
    ['a heading of another level', '### Why {#why}', 'en.md:6: headings of a lesson'],
    ['a table', '| a |\n| - |\n| b |', 'en.md:6: table_open'],
    ['an unknown mark', '```js sometimes\n1\n```', 'en.md:6: only the name of a language'],
    ['two marks', '```js start excerpt\n1\n```', 'en.md:6: only the name of a language'],
    ['a marked figure', '```figure excerpt\nglare\n```', 'en.md:6: only code can be marked'],
    ['an unknown listing', '```listing\nteapot.js\n```', 'en.md:6: there is no listing "teapot.js"'],
    ['a listing of elsewhere', '```listing\n../../package.json\n```', 'en.md:6: there is no listing'],
    ['attributes of a fence', '```js {.x}\n1\n```', 'en.md:6: only the name of a language'],
  ])('%s', (_, body, message) => {
    expect(() => render(body)).toThrow(message)
  })

  test.each([
    ['no front matter', 'title: a\n', 'x.md:1: front matter must stand'],
    ['front matter that never ends', '---\ntitle: a\n', 'x.md:1: front matter must stand'],
    ['a field that is not plain', '---\ntitle: "a"\n---\n', 'x.md:2: "title" must be plain'],
    ['a field without words', '---\ntitle:\n---\n', 'x.md:2: front matter must be lines'],
    ['a field twice', '---\ntitle: a\ntitle: b\n---\n', 'x.md:3: "title" is given twice'],
    ['a missing field', '---\ntitle: a\n---\n', 'x.md:1: front matter lacks "summary"'],
    ['an unknown field', '---\ntitle: a\nsummary: b\nrole: c\n---\n', 'not "role"'],
  ])('%s', (_, source, message) => {
    expect(() => renderLesson(source, { file: 'x.md', language: 'en' })).toThrow(message)
  })
})
