import { stepWith } from '../../projections/scriptSteps'
import type { CallFrame } from '../../session/callFrame'

/** Where the time axis of the charts begins, in seconds since the call was made, and the steps on it. */
export interface StatsAxis {
  readonly from: number
  readonly steps: readonly { readonly at: number; readonly number: number }[]
}

/** The axis begins when the first description is agreed: before that there is nothing to measure. */
export function statsAxis({
  view,
  checkpoints,
  script,
}: Pick<CallFrame, 'view' | 'checkpoints' | 'script'>): StatsAxis {
  const { events } = view.trace
  const agreed = events.findIndex(
    ({ kind, data }) =>
      kind === 'state' && (data.currentLocalDescription != null || data.currentRemoteDescription != null),
  )
  if (agreed === -1) return { from: 0, steps: [] }
  const from = (events[agreed]?.at ?? 0) / 1000
  const steps = checkpoints.flatMap(({ index, step, failed }, at) => {
    const isNew = step !== null && !failed && checkpoints[at - 1]?.step !== step
    const number = isNew ? stepWith(script, step)?.number : undefined
    const done = events[index - 1]
    return number === undefined || done === undefined || index <= agreed
      ? []
      : [{ at: done.at / 1000, number }]
  })
  return { from, steps }
}
