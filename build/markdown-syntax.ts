import type { MarkdownIt, Token } from 'markdown-it'
import createMarkdownIt from 'markdown-it'
import attrs from 'markdown-it-attrs'
import { renderFence } from './fence'
import { escapeHtml } from './html'
import type { TermEnv } from './terms'
import { markTerms } from './terms'

const STEP_LINK = /^step:(.*)$/
const CONCEPT_LINK = /^concept:([a-z-]*)(?:#([a-z0-9-]+))?$/
const ERROR_LINK = /^error:(.*)$/
const RECORDING_LINK = /^recording:(.*)$/
const EVIDENCE_LINK = /^tab:([a-z]+)(?:#(.+))?$/
const CJK = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]'
const CJK_END = new RegExp(`${CJK}$`, 'u')
const CJK_START = new RegExp(`^${CJK}`, 'u')

/** The step that a link such as `step:create-offer` names. */
export function linkedStep(href: string): string | undefined {
  return STEP_LINK.exec(href)?.[1]
}

/** The concept and section that a link such as `concept:ice#restart` names. */
export function linkedConcept(href: string): { concept: string; section: string } | undefined {
  const [, concept, section = ''] = CONCEPT_LINK.exec(href) ?? []
  return concept === undefined ? undefined : { concept, section }
}

/** The error that a link such as `error:no-candidates` names. */
export function linkedError(href: string): string | undefined {
  return ERROR_LINK.exec(href)?.[1]
}

/** The recording that a link such as `recording:hole-punched` opens. */
export function linkedRecording(href: string): string | undefined {
  return RECORDING_LINK.exec(href)?.[1]
}

/** The tab of the evidence, and the part of it, that a link such as `tab:sdp#a=setup` names. */
export function linkedEvidence(href: string): { tab: string; part: string | null } | undefined {
  const [, tab, part = null] = EVIDENCE_LINK.exec(href) ?? []
  return tab === undefined ? undefined : { tab, part }
}

/** A markdown-it that renders code with classes and `step:` links as relative ones, and no HTML. */
export function createMarkdown(): MarkdownIt {
  const markdown = new createMarkdownIt({ html: false, linkify: false, typographer: false })
  markdown.use(attrs, { allowedAttributes: ['id'], fenceAttrsOnPre: false })
  markdown.renderer.rules['link_open'] = (tokens, index) => openLink(String(tokens[index]?.attrGet('href')))
  markdown.renderer.rules['text'] = (tokens, index, _options, env) => {
    const text = escapeHtml(tokens[index]?.content ?? '')
    return insideLink(tokens, index) ? text : markTerms(text, env as unknown as Partial<TermEnv>)
  }
  markdown.renderer.rules['fence'] = (tokens, index) =>
    renderFence(tokens[index]?.info ?? '', tokens[index]?.content ?? '')
  markdown.renderer.rules['softbreak'] = (tokens, index) => (insideChinese(tokens, index) ? '' : '\n')
  return markdown
}

/** Whether a line of source ends within Chinese text, where the line break must not become a space. */
function insideChinese(tokens: Token[], index: number): boolean {
  const before = tokens.slice(0, index).reverse()
  const after = tokens.slice(index + 1)
  return CJK_END.test(nearestText(before)) && CJK_START.test(nearestText(after))
}

function nearestText(tokens: Token[]): string {
  return tokens.find(({ content }) => content)?.content ?? ''
}

function insideLink(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index)
  const count = (type: string) => before.filter((token) => token.type === type).length
  return count('link_open') > count('link_close')
}

/** Links between lessons are relative: every lesson, concept and error is two folders below its language. */
function openLink(href: string): string {
  const step = linkedStep(href)
  if (step !== undefined)
    return `<a data-step-link="${escapeHtml(step)}" href="../../call/${escapeHtml(step)}/">`
  const error = linkedError(href)
  if (error !== undefined)
    return `<a data-error-link="${escapeHtml(error)}" href="../../errors/${escapeHtml(error)}/">`
  const recording = linkedRecording(href)
  if (recording !== undefined)
    return `<a data-recording-link="${escapeHtml(recording)}" href="../../call/?example=${escapeHtml(recording)}">`
  // It gets its address from the page that has the evidence: without script it is text.
  const evidence = linkedEvidence(href)
  if (evidence !== undefined) return `<a data-evidence-link="${escapeHtml(href.slice('tab:'.length))}">`
  const target = linkedConcept(href)
  if (target === undefined) return `<a href="${escapeHtml(href)}" rel="noopener noreferrer" target="_blank">`
  const { concept, section } = target
  const hash = section && `#${section}`
  return `<a data-concept-link="${concept}${hash}" href="../../concepts/${concept}/${hash}">`
}
