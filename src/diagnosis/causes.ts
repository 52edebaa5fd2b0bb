import { stepIndex } from '../../machines/steps'
import type { Certainty, Fault, Verdict } from './verdict'
import { FAULTS } from './verdict'

/** From which faults each one may follow, in one call. The likeliest comes first. */
const FOLLOWS: Readonly<Partial<Record<Fault, readonly Fault[]>>> = {
  'no-path': [
    'sdp-damaged',
    'dtls-roles',
    'unreachable-address',
    'local-names-only',
    'no-candidates-exchanged',
    'early-candidate',
    'turn-refused',
    'udp-blocked',
  ],
  'dtls-unfinished': ['never-answered', 'dtls-roles', 'wrong-state', 'sections-out-of-order'],
  'no-candidates-exchanged': ['early-candidate', 'wrong-state'],
  'never-answered': ['wrong-state', 'sections-out-of-order', 'sdp-damaged', 'dtls-roles'],
  'callee-added-nothing': ['media-refused', 'insecure-page'],
  'nothing-to-negotiate': ['media-refused', 'insecure-page'],
  'channel-never-opens': ['dtls-unfinished', 'never-answered', 'sections-out-of-order'],
  'never-negotiated': ['callee-added-nothing', 'sections-out-of-order', 'wrong-state'],
  'lost-without-restart': ['never-negotiated'],
  'no-key-frame': ['poor-quality'],
  'poor-quality': ['udp-blocked'],
}

const CERTAINTIES: readonly Certainty[] = ['proved', 'likely', 'open']

/** A higher number is less certain. */
export function uncertainty({ certainty }: Pick<Verdict, 'certainty'>): number {
  return CERTAINTIES.indexOf(certainty)
}

/** Names for each verdict of one call the fault that it follows from, and puts causes before their effects. */
export function orderByCause(verdicts: readonly Verdict[]): Verdict[] {
  const faults = new Set(verdicts.filter(({ certainty }) => certainty !== 'open').map(({ fault }) => fault))
  const named = verdicts.map((verdict) => {
    const cause = (FOLLOWS[verdict.fault] ?? []).find(
      (fault) => faults.has(fault) && fault !== verdict.fault && !causesNothing(verdicts, fault),
    )
    return cause === undefined ? verdict : { ...verdict, follows: cause }
  })
  const ordered = named.toSorted(compare)
  const done: Verdict[] = []
  const place = (verdict: Verdict, depth: number) => {
    if (done.includes(verdict) || depth > FAULTS.length) return
    const cause = ordered.find(({ fault }) => fault === verdict.follows)
    if (cause !== undefined) place(cause, depth + 1)
    done.push(verdict)
  }
  for (const verdict of ordered) place(verdict, 0)
  return done
}

/** Whether the call connected in spite of what a verdict says. */
export function isHarmless({ facts }: Verdict): boolean {
  return facts['harmless'] === 'yes'
}

/** What a call survived causes nothing else. */
function causesNothing(verdicts: readonly Verdict[], fault: Fault): boolean {
  const verdict = verdicts.find((one) => one.fault === fault)
  return verdict !== undefined && (isHarmless(verdict) || isRepeat(verdict))
}

/** Effects after causes, harmless ones last, then by certainty, step, and the order of the contract. */
function compare(a: Verdict, b: Verdict): number {
  return (
    Number(a.follows !== undefined) - Number(b.follows !== undefined) ||
    Number(isHarmless(a)) - Number(isHarmless(b)) ||
    Number(isRepeat(a)) - Number(isRepeat(b)) ||
    uncertainty(a) - uncertainty(b) ||
    stepIndex(a.step) - stepIndex(b.step) ||
    FAULTS.indexOf(a.fault) - FAULTS.indexOf(b.fault)
  )
}

/**
 * A second copy of an answer that was set changes nothing, nor do a few candidates that were lost: what stopped the call
 * is something else.
 */
function isRepeat({ facts }: Verdict): boolean {
  return facts['variant'] === 'duplicate' || facts['partial'] === 'yes'
}
