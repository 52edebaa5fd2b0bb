import type { Certainty } from '../../diagnosis/verdict'

/** The sign before each certainty; its words say the same. */
export const CERTAINTY_SIGNS: Readonly<Record<Certainty, string>> = { proved: '●', likely: '◐', open: '○' }
