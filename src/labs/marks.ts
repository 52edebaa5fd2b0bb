/** The four marks of a lab. None is a number, and none is ever taken away. */
export const MARKS = ['solved', 'unaided', 'within-par', 'explained'] as const
export type Mark = (typeof MARKS)[number]

/** How a learner came to the end of a lab. */
export interface Finish {
  /** Hints opened; "show me" counts as all. */
  hints: number
  actions: number
  par: number
  /** Whether the first answer to the question about the reason was right. */
  isExplained: boolean
}

/** The marks of a solved lab, in their order. */
export function marksOf({ hints, actions, par, isExplained }: Finish): Mark[] {
  const has: Record<Mark, boolean> = {
    solved: true,
    unaided: hints === 0,
    'within-par': actions <= par,
    explained: isExplained,
  }
  return MARKS.filter((mark) => has[mark])
}
