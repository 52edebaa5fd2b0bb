import { addressKind } from './address'
import type { IceCandidate } from './candidate'

/**
 * The field of a candidate that breaks RFC 8839 §5.1; `type` and `transport` have a value that no specification
 * defines.
 */
export type CandidateFault =
  'foundation' | 'component' | 'transport' | 'priority' | 'address' | 'port' | 'type'

/** Transports that a specification or a browser defines: `ssltcp` is Google's. */
export const TRANSPORTS: readonly string[] = ['udp', 'tcp', 'ssltcp']
/** Types of RFC 8445. */
export const TYPES: readonly string[] = ['host', 'srflx', 'prflx', 'relay']
/** The highest priority that RFC 8445 §5.1.2 allows. */
const MOST_PRIORITY = 2 ** 31 - 1

/** The faults of a readable candidate, in the order of its fields. */
export function candidateFaults(candidate: IceCandidate): CandidateFault[] {
  const { foundation, component, protocol, priority, address, port, type } = candidate
  const checks: readonly (readonly [CandidateFault, boolean])[] = [
    ['foundation', /^[\w+/]{1,32}$/.test(foundation) && !foundation.includes('_')],
    ['component', component >= 1 && component <= 256],
    ['transport', TRANSPORTS.includes(protocol)],
    ['priority', priority >= 1 && priority <= MOST_PRIORITY],
    ['address', addressKind(address) !== 'broken'],
    ['port', port <= 65_535],
    ['type', TYPES.includes(type)],
  ]
  return checks.flatMap(([fault, isFine]) => (isFine ? [] : [fault]))
}
