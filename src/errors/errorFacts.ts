import type { ConceptId } from '../lessons/conceptIds'
import type { LessonId } from '../lessons/lessonIds'
import type { CardKind } from './cardKinds'

/** The engines whose texts differ; the tests of this app run in the first two. */
export const ENGINES = ['chromium', 'firefox', 'safari'] as const
export type Engine = (typeof ENGINES)[number]

/** The versions in which tests/browser/errors.spec.ts provoked the texts that are marked as seen. */
export const SEEN_IN = { chromium: '156', firefox: '153' } as const

/** The texts of one engine: whole error texts (`Name: message`), or the states to look for where nothing is thrown. */
export interface EngineTexts {
  /** Provoked by the browser test, which requires this list to equal what it sees. */
  readonly seen?: readonly string[]
  /** From public sources or measured by hand; no test provokes them. */
  readonly reported?: readonly string[]
}

/** The facts about an error that do not depend on the language. */
export interface ErrorFacts {
  /** The part of its text that identifies it; null where nothing is thrown. */
  readonly short: string | null
  /** The methods that fail with it; empty where nothing is thrown. */
  readonly operations: readonly string[]
  readonly texts: Readonly<Partial<Record<Engine, EngineTexts>>>
  /** The lessons it belongs to, the likeliest first. */
  readonly steps: readonly LessonId[]
  readonly concepts: readonly ConceptId[]
  /** The card that the call page shows for it; null where there is no exception to show. */
  readonly card: CardKind | null
}
