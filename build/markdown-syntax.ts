import type { MarkdownIt, Token } from 'markdown-it'
import createMarkdownIt from 'markdown-it'
import attrs from 'markdown-it-attrs'
import { highlight } from './highlight'
import { escapeHtml } from './html'

const STEP_LINK = /^step:(.*)$/
const CJK = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]'
const CJK_END = new RegExp(`${CJK}$`, 'u')
const CJK_START = new RegExp(`^${CJK}`, 'u')

/** The step that a link such as `step:create-offer` leads to. */
export function linkedStep(href: string): string | undefined {
  return STEP_LINK.exec(href)?.[1]
}

/** A markdown-it that renders code with classes and `step:` links as relative ones, and no HTML. */
export function createMarkdown(): MarkdownIt {
  const markdown = new createMarkdownIt({ html: false, linkify: false, typographer: false })
  markdown.use(attrs, { allowedAttributes: ['id'], fenceAttrsOnPre: false })
  markdown.renderer.rules['link_open'] = (tokens, index) => openLink(String(tokens[index]?.attrGet('href')))
  markdown.renderer.rules['fence'] = (tokens, index) =>
    fence(tokens[index]?.info.trim() ?? '', tokens[index]?.content ?? '')
  markdown.renderer.rules['softbreak'] = (tokens, index) => (insideChinese(tokens, index) ? '' : '\n')
  return markdown
}

/** Whether a line of source ends amid Chinese text, where the break must not become a space. */
function insideChinese(tokens: Token[], index: number): boolean {
  const before = tokens.slice(0, index).reverse()
  const after = tokens.slice(index + 1)
  return CJK_END.test(nearestText(before)) && CJK_START.test(nearestText(after))
}

function nearestText(tokens: Token[]): string {
  return tokens.find(({ content }) => content)?.content ?? ''
}

function openLink(href: string): string {
  const step = linkedStep(href)
  if (step === undefined) return `<a href="${escapeHtml(href)}" rel="noopener noreferrer" target="_blank">`
  return `<a data-step-link="${escapeHtml(step)}" href="../${escapeHtml(step)}/">`
}

function fence(language: string, content: string): string {
  const code = highlight(content.replace(/\n$/, ''), language)
  const name = escapeHtml(language || 'text')
  return `<pre class="code" data-language="${name}" tabindex="0"><code>${code}</code></pre>\n`
}
