import type { End } from '../../../machines/steps'
import type { CallView } from '../../session/callView'
import { withRole } from '../../trace/trace'
import { countQueues, deriveWire } from '../../projections/wire'
import type { CrossedDescription, DeliveryState } from '../../projections/wire'

export interface MessageArrow {
  kind: 'description' | 'candidates'
  /** The label, in code type. */
  label: string
  /** Number of candidates that were sent inside the description instead. */
  inside: number
  /** null until something was sent. */
  delivery: DeliveryState | null
}

/** The arrows below the step that sends: the description, then its candidates. */
export function deriveMessageArrows(view: CallView): Record<'offer' | 'answer', MessageArrow[]> {
  const wire = deriveWire(view)
  const candidates = (end: End, description: CrossedDescription | null): MessageArrow => {
    const crossed = wire.candidates.find(({ from }) => from === withRole(view.connections, end)?.id)
    const { sent, arrived, delivery } = crossed ?? { sent: 0, arrived: 0, delivery: null }
    if (sent > 0) {
      const count = arrived < sent ? `${String(arrived)}/${String(sent)}` : `×${String(sent)}`
      return { kind: 'candidates', label: `candidate ${count}`, inside: 0, delivery }
    }
    const connection = withRole(view.connections, end)
    const inside = connection === null ? 0 : countQueues(connection.facts).inDescription
    const withIt = inside > 0 ? (description?.delivery ?? 'arrived') : null
    return { kind: 'candidates', label: 'candidate', inside, delivery: withIt }
  }
  return {
    offer: [describe('offer', wire.offer), candidates('caller', wire.offer)],
    answer: [describe('answer', wire.answer), candidates('callee', wire.answer)],
  }
}

function describe(type: 'offer' | 'answer', description: CrossedDescription | null): MessageArrow {
  const label = description === null ? type : `${type} · ${kilobytes(description.size)}`
  return { kind: 'description', label, inside: 0, delivery: description?.delivery ?? null }
}

/** A size as the map prints it: `6.1 kB`, in thousands of bytes (SI). */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
