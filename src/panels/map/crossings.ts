import type { End } from '../../../machines/steps'
import type { CallView } from '../../call/callView'
import { countQueues, deriveWire } from '../scene/wire'
import type { CrossedDescription } from '../scene/wire'

export interface Crossing {
  kind: 'description' | 'candidates'
  /** The label, in code type. */
  label: string
  /** Candidates that crossed inside the description instead. */
  inside: number
  crossed: boolean
}

/** The arrows below the step that sends: the description, and the candidates that follow it. */
export function deriveCrossings({
  entries,
  caller,
  callee,
}: CallView): Record<'offer' | 'answer', Crossing[]> {
  const wire = deriveWire(entries)
  const candidates = (end: End): Crossing => {
    const crossed = wire.candidates[end]
    const inside = crossed > 0 ? 0 : countQueues((end === 'caller' ? caller : callee).context).described
    const label = crossed > 0 ? `candidate ×${String(crossed)}` : 'candidate'
    return { kind: 'candidates', label, inside, crossed: crossed + inside > 0 }
  }
  return {
    offer: [describe('offer', wire.offer), candidates('caller')],
    answer: [describe('answer', wire.answer), candidates('callee')],
  }
}

function describe(type: 'offer' | 'answer', description: CrossedDescription | null): Crossing {
  const label = description === null ? type : `${type} · ${kilobytes(description.size)}`
  return { kind: 'description', label, inside: 0, crossed: description !== null }
}

/** A size as the map prints it: `6.1 kB`, in thousands of bytes (SI). */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
