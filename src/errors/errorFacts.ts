import type { ConceptId } from '../lessons/conceptIds'
import type { LessonId } from '../lessons/lessonIds'
import type { CardKind } from './cardKinds'

/** The engines whose words differ; the app runs its tests in the first two. */
export const ENGINES = ['chromium', 'firefox', 'safari'] as const
export type Engine = (typeof ENGINES)[number]

/** The versions in which tests/browser/errors.spec.ts provoked the texts that are marked as seen. */
export const SEEN_IN = { chromium: '156', firefox: '153' } as const

/** What one engine says, by whole texts (`Name: message`) or, where nothing is thrown, by what its states show. */
export interface EngineTexts {
  /** Provoked by the browser test, which holds this list equal to what it sees. */
  readonly seen?: readonly string[]
  /** Read in public sources or measured by hand, not run by the test. */
  readonly reported?: readonly string[]
}

/** What is true of an error in every language. */
export interface ErrorFacts {
  /** The heart of its text, by which it is known; null where nothing is thrown. */
  readonly short: string | null
  /** The methods that fail so; empty where nothing is thrown. */
  readonly operations: readonly string[]
  readonly texts: Readonly<Partial<Record<Engine, EngineTexts>>>
  /** Where in the call it belongs, the likeliest first. */
  readonly steps: readonly LessonId[]
  readonly concepts: readonly ConceptId[]
  /** The card that the call page shows for it; null where there is no exception to show. */
  readonly card: CardKind | null
}
