/** Marks of code that is not a file: an excerpt, or code that runs before the first step of both programs. */
export const CODE_MARKS = ['excerpt', 'start'] as const

export type CodeMark = (typeof CODE_MARKS)[number]

/** What the first tag of a rendered code block says about it; null for other blocks. */
export interface CodeBlock {
  readonly mark: CodeMark | null
  /** The file of lessons/code/ that it prints. */
  readonly listing: string | null
}

const CODE = /^<pre class="code" data-language="[^"]*"(?: data-(mark|listing)="([^"]*)")?/

/** Reads what the build wrote about a block (build/fence.ts). */
export function readCodeBlock(html: string): CodeBlock | null {
  const [found, kind, value = ''] = CODE.exec(html) ?? []
  if (found === undefined) return null
  const mark = CODE_MARKS.find((known) => kind === 'mark' && known === value) ?? null
  return { mark, listing: kind === 'listing' ? value : null }
}
