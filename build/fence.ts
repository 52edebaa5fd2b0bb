import type { CodeMark } from '../src/lessons/codeBlock'
import { CODE_MARKS } from '../src/lessons/codeBlock'
import { highlight } from './highlight'
import { escapeHtml } from './html'
import { listingLanguage, readListing } from './listings'

/** The words after a fence: a language, one mark of how the code runs, and invalid words. */
export interface FenceInfo {
  readonly language: string
  readonly mark: CodeMark | null
  readonly rest: string
}

/** Splits the words after a fence, such as `js excerpt`. */
export function readFenceInfo(info: string): FenceInfo {
  const [language = '', second = '', ...others] = info.trim().split(' ')
  const mark = CODE_MARKS.find((known) => known === second) ?? null
  return { language, mark, rest: [...(mark === null ? [second] : []), ...others].join(' ') }
}

/** A fence as HTML: a placeholder for a figure, a file of lessons/code/, or the code itself. */
export function renderFence(info: string, content: string): string {
  const { language, mark } = readFenceInfo(info)
  const name = content.trim()
  if (language === 'figure') return `<figure data-figure="${escapeHtml(name)}"></figure>\n`
  if (language === 'listing')
    return code(listingLanguage(name), readListing(name), ` data-listing="${escapeHtml(name)}"`)
  return code(language, content, mark === null ? '' : ` data-mark="${mark}"`)
}

function code(language: string, content: string, attributes: string): string {
  const name = escapeHtml(language || 'text')
  const html = highlight(content.replace(/\n$/, ''), language)
  return `<pre class="code" data-language="${name}"${attributes} tabindex="0"><code>${html}</code></pre>\n`
}
