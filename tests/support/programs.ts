import { readFileSync } from 'node:fs'
import type { End, StepId } from '../../machines/steps'
import { STEPS } from '../../machines/steps'
import { CONCEPT_IDS } from '../../src/lessons/conceptIds'
import { LESSON_IDS } from '../../src/lessons/lessonIds'

/** A code listing on a page. */
export interface Listing {
  /** The lesson or concept that contains it. */
  readonly page: string
  /** A language; `listing` for a file of lessons/code/. */
  readonly language: string
  /** How it runs, if not by itself (src/lessons/codeBlock.ts). */
  readonly mark: string | undefined
  /** The code; of a `listing`, the name of its file. */
  readonly code: string
}

/** Fences that contain words, data or the name of a drawing, and no program. */
const NO_CODE = ['text', 'sdp', 'json', 'figure']

const FENCE = /^```([a-z]+)(?: ([a-z]+))?\n(.*?)^```$/gms

/** The listings of a text, in order. They are the same, byte by byte, in both languages (build/parity.ts). */
function listingsIn(folder: string, page: string): Listing[] {
  const source = readFileSync(`lessons/${folder}/en.md`, 'utf8')
  return [...source.matchAll(FENCE)]
    .map(([, language = '', mark, code = '']) => ({ page, language, mark, code }))
    .filter(({ language }) => !NO_CODE.includes(language))
}

export const STEP_LISTINGS: readonly Listing[] = LESSON_IDS.flatMap((id, index) =>
  listingsIn(`steps/${String(index + 1).padStart(2, '0')}-${id}`, id),
)
export const CONCEPT_LISTINGS: readonly Listing[] = CONCEPT_IDS.flatMap((id) =>
  listingsIn(`concepts/${id}`, id),
)

/** The listings that form the program of an end: the beginning that both share, then the steps of that end. */
export function programOf(end: End): readonly Listing[] {
  const steps: readonly string[] = STEPS.filter((step) => step.end === end).map(({ id }) => id)
  return [
    ...STEP_LISTINGS.filter(({ mark }) => mark === 'start'),
    ...STEP_LISTINGS.filter(({ mark, page }) => mark === undefined && steps.includes(page)),
  ]
}

/** What both ends run to hang up. */
export const HANG_UP: readonly Listing[] = STEP_LISTINGS.filter(
  ({ mark, page }) => mark === undefined && page === 'hang-up',
)

/** The program of perfect negotiation, which both ends run. */
export const PERFECT: readonly Listing[] = CONCEPT_LISTINGS.filter(
  ({ mark, page }) => mark === undefined && page === 'perfect-negotiation',
)

/** The code of listings as one text. */
export function sourceOf(listings: readonly Listing[]): string {
  return listings.map(({ code }) => code).join('\n')
}

/** The code of a step as its lesson prints it. */
export function stepSource(id: StepId | 'start'): string {
  return sourceOf(STEP_LISTINGS.filter(({ mark, page }) => (id === 'start' ? mark === id : page === id)))
}
