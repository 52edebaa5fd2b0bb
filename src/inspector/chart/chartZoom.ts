interface Size {
  width: number
  height: number
}

const MIN = 0.15
const MAX = 2.5

/** The zoom at which a whole chart fits into its frame; at most 1. */
export function fitZoom(frame: Size, chart: Size): number {
  const whole = Math.min(frame.width / chart.width, frame.height / chart.height)
  // A frame without layout has no size.
  return whole > 0 ? Math.min(1, whole) : 1
}

/** Limits a zoom to what can be read, or down to where the whole chart fits. */
export function limitZoom(zoom: number, fitting: number): number {
  return Math.min(MAX, Math.max(Math.min(MIN, fitting), zoom))
}
