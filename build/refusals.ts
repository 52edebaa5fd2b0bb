import type { Token } from 'markdown-it'
import { isErrorId } from '../src/errors/errorIds'
import { isExampleId } from '../src/recording/exampleIds'
import { isConceptId } from '../src/lessons/conceptIds'
import { isFigureId } from '../src/lessons/figureIds'
import { isLessonId } from '../src/lessons/lessonIds'
import { CODE_MARKS } from '../src/lessons/codeBlock'
import { readFenceInfo } from './fence'
import { isListing } from './listings'
import { evidenceProblem } from './evidence-links'
import { linkedConcept, linkedError, linkedEvidence, linkedRecording, linkedStep } from './markdown-syntax'

/** The file and line of a text, for error messages. */
export interface Origin {
  readonly file: string
  readonly firstLine: number
}

const HEADING_ID = /\s*\{#[a-z][a-z0-9-]*\}$/

const LEFT_OVER: readonly (readonly [RegExp, string])[] = [
  [/<[a-z/!?]/i, 'raw HTML has no place in a lesson'],
  [/\]\(/, 'this link is malformed or its kind of address is refused'],
  [/[*`]/, 'this emphasis or code does not open and close (keep CJK marks outside, or escape it)'],
  [/[{}]/, 'curly braces belong in code, or behind a heading as its id'],
]

/** `file:line` of a token. */
export function placeOf(token: Token, { file, firstLine }: Origin): string {
  return `${file}:${firstLine + (token.map?.[0] ?? 0)}`
}

function linkProblem(href: string, file: string): string | undefined {
  const step = linkedStep(href)
  if (step !== undefined) return isLessonId(step) ? undefined : `there is no step "${step}"`
  const error = linkedError(href)
  if (error !== undefined) return isErrorId(error) ? undefined : `there is no error "${error}"`
  const target = linkedConcept(href)
  if (target !== undefined)
    return isConceptId(target.concept) ? undefined : `there is no concept "${target.concept}"`
  const recording = linkedRecording(href)
  if (recording !== undefined)
    return isExampleId(recording) ? undefined : `there is no recording "${recording}"`
  const evidence = linkedEvidence(href)
  if (evidence !== undefined) return evidenceProblem(evidence, file)
  if (href.startsWith('https://')) return undefined
  return `links lead to https:, step:, concept:, error:, recording: or tab:, not "${href}"`
}

function fenceProblem({ info, content }: Token): string | undefined {
  const { language, mark, rest } = readFenceInfo(info)
  const name = content.trim()
  if (rest !== '' || !/^[a-z]*$/.test(language))
    return `only the name of a language goes behind the fence, and perhaps ${CODE_MARKS.join(' or ')}`
  if (mark !== null && ['figure', 'listing'].includes(language)) return 'only code can be marked'
  if (language === 'figure' && !isFigureId(name)) return `there is no figure "${name}"`
  if (language === 'listing' && !isListing(name)) return `there is no listing "${name}"`
  return undefined
}

function inlineProblem(token: Token, inHeading: boolean, file: string): string | undefined {
  if (token.type === 'image') return 'pictures have no place in a lesson'
  if (token.type === 'link_open') return linkProblem(String(token.attrGet('href')), file)
  if (token.type !== 'text') return undefined
  const text = inHeading ? token.content.replace(HEADING_ID, '') : token.content
  return LEFT_OVER.find(([mark]) => mark.test(text))?.[1]
}

/** Throws for marks that Markdown would render silently as text, and that are surely mistakes. */
export function refuseLeftOvers(tokens: readonly Token[], origin: Origin): void {
  for (const [index, token] of tokens.entries()) {
    const refused = token.type === 'fence' ? fenceProblem(token) : undefined
    if (refused) throw new Error(`${placeOf(token, origin)}: ${refused}`)
    const inHeading = tokens[index - 1]?.type === 'heading_open'
    let breaks = 0
    for (const child of token.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') breaks += 1
      const problem = inlineProblem(child, inHeading, origin.file)
      const line = { ...origin, firstLine: origin.firstLine + breaks }
      if (problem) throw new Error(`${placeOf(token, line)}: ${problem}`)
    }
  }
}
