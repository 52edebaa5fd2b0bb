import type { IceCandidate } from './candidate'

/** The three numbers that a candidate's priority consists of (RFC 8445 §5.1.2.1). */
export interface Priority {
  /** 0 to 126: preference of this type; host 126, srflx 100, relay 0 are recommended. */
  typePreference: number
  /** 0 to 65535: preference of an interface or address family among candidates of one type. */
  localPreference: number
  /** 1 to 256. */
  component: number
}

const TYPE = 2 ** 24
const LOCAL = 2 ** 8

/** Splits a priority into its parts. Uses arithmetic, because bit operators are signed. */
export function decodePriority(priority: number): Priority {
  return {
    typePreference: Math.floor(priority / TYPE),
    localPreference: Math.floor((priority % TYPE) / LOCAL),
    component: 256 - (priority % LOCAL),
  }
}

/**
 * The three numbers of a candidate's priority; null if its end did not use the recommended formula. RFC 8445 §5.1.2.1
 * only recommends it, and FreeSWITCH and others use another.
 */
export function preferencesOf({
  priority,
  component,
  type,
}: Pick<IceCandidate, 'priority' | 'component' | 'type'>): Priority | null {
  const parts = decodePriority(priority)
  const isType = parts.typePreference <= 126 && (parts.typePreference > 0 || type === 'relay')
  return isType && parts.component === component ? parts : null
}

/** The three summands of a priority, one from each preference. */
export function priorityParts({ typePreference, localPreference, component }: Priority): {
  type: number
  local: number
  component: number
} {
  return { type: TYPE * typePreference, local: LOCAL * localPreference, component: 256 - component }
}

/** 2²⁴ × type preference + 2⁸ × local preference + (256 − component). */
export function encodePriority(priority: Priority): number {
  const { type, local, component } = priorityParts(priority)
  return type + local + component
}

/**
 * The priority of a candidate pair in the checklist (RFC 8445 §6.1.2.3): 2³² × min(G, D) + 2 × max(G, D) + (G > D ? 1 :
 * 0), where G is the controlling side's candidate. A BigInt: the result needs 63 bits, and a number holds 53.
 */
export function pairPriority(controlling: number, controlled: number): bigint {
  const { smaller, larger, tie } = pairPriorityParts(controlling, controlled)
  return smaller + larger + tie
}

/** The three summands of a pair's priority. */
export function pairPriorityParts(
  controlling: number,
  controlled: number,
): { smaller: bigint; larger: bigint; tie: bigint } {
  return {
    smaller: 2n ** 32n * BigInt(Math.min(controlling, controlled)),
    larger: 2n * BigInt(Math.max(controlling, controlled)),
    tie: controlling > controlled ? 1n : 0n,
  }
}
