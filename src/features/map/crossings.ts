import type { End } from '../../../machines/steps'
import type { CallView } from '../../call/callView'
import { countQueues, deriveWire } from '../../projections/wire'
import type { CrossedDescription, Fate } from '../../projections/wire'

export interface Crossing {
  kind: 'description' | 'candidates'
  /** The label, in code type. */
  label: string
  /** Candidates that crossed inside the description instead. */
  inside: number
  /** null until something was sent. */
  fate: Fate | null
}

/** The arrows below the step that sends: the description, and the candidates that follow it. */
export function deriveCrossings(view: CallView): Record<'offer' | 'answer', Crossing[]> {
  const wire = deriveWire(view)
  const candidates = (end: End, description: CrossedDescription | null): Crossing => {
    const { sent, arrived, fate } = wire.candidates[end]
    if (sent > 0) {
      const count = arrived < sent ? `${String(arrived)}/${String(sent)}` : `×${String(sent)}`
      return { kind: 'candidates', label: `candidate ${count}`, inside: 0, fate }
    }
    const inside = countQueues(view[end].context).described
    const withIt = inside > 0 ? (description?.fate ?? 'arrived') : null
    return { kind: 'candidates', label: 'candidate', inside, fate: withIt }
  }
  return {
    offer: [describe('offer', wire.offer), candidates('caller', wire.offer)],
    answer: [describe('answer', wire.answer), candidates('callee', wire.answer)],
  }
}

function describe(type: 'offer' | 'answer', description: CrossedDescription | null): Crossing {
  const label = description === null ? type : `${type} · ${kilobytes(description.size)}`
  return { kind: 'description', label, inside: 0, fate: description?.fate ?? null }
}

/** A size as the map prints it: `6.1 kB`, in thousands of bytes (SI). */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
