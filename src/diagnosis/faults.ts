import type { StepId } from '../../machines/steps'
import { STEP_IDS } from '../../machines/steps'
import type { Language, Message } from '../i18n/i18n'
import { verdictTitles } from '../i18n/messages/verdictTitles'
import type { LookAlikeId } from './finding'
import type { Fault } from './verdict'
import { FAULTS } from './verdict'

export const VERDICT_TITLES: Readonly<Record<Fault, Message>> = verdictTitles

/** Where a fault stands in a call, and what looks like it. */
export interface FaultFacts {
  /** The steps that its verdicts name, the usual one first. */
  readonly steps: readonly [StepId, ...StepId[]]
  /** Whether it usually shows after step 13, in ICE, DTLS or media. Its verdicts name the last step that was done. */
  readonly isAfter?: true
  /** Signs that look like it and are none. */
  readonly lookAlikes?: readonly LookAlikeId[]
}

/** The steps at which a description can be refused. */
const SETTING = ['set-local-offer', 'set-remote-offer', 'set-local-answer', 'set-remote-answer'] as const
const AFTER = { steps: ['set-remote-answer'], isAfter: true } as const

export const FAULT_FACTS: Readonly<Record<Fault, FaultFacts>> = {
  'no-path': {
    steps: ['set-remote-answer', 'gather-candidates'],
    isAfter: true,
    lookAlikes: ['pairs-failed', 'ice-stuck-disconnected', 'failed-healed', 'stun-701', 'name-candidate'],
  },
  'wrong-state': { steps: ['set-remote-answer', 'create-offer', 'create-answer', ...SETTING] },
  'early-candidate': {
    steps: ['set-remote-offer', 'set-remote-answer'],
    lookAlikes: ['candidate-of-ignored-offer'],
  },
  'insecure-page': { steps: ['capture-media', 'prepare-callee-media'] },
  'media-refused': {
    steps: ['capture-media', 'prepare-callee-media'],
    lookAlikes: ['capture-retried', 'share-cancelled'],
  },
  'local-names-only': { steps: ['set-remote-offer'], lookAlikes: ['name-candidate', 'pairs-failed'] },
  'unreachable-address': {
    steps: ['set-remote-offer', 'set-remote-answer'],
    lookAlikes: ['name-candidate', 'pairs-failed'],
  },
  'udp-blocked': { steps: ['gather-candidates'], lookAlikes: ['stun-701'] },
  'no-common-codec': { steps: ['create-answer', 'set-remote-answer'] },
  'never-negotiated': AFTER,
  'turn-refused': { steps: ['gather-candidates'], lookAlikes: ['turn-401-first', 'stun-701'] },
  'dtls-roles': { steps: ['set-remote-answer', ...SETTING] },
  'no-key-frame': AFTER,
  'dtls-unfinished': { ...AFTER, lookAlikes: ['ice-stuck-disconnected', 'other-end-closed'] },
  'lost-without-restart': {
    ...AFTER,
    lookAlikes: ['disconnected-healed', 'failed-healed', 'other-end-closed', 'ice-stuck-disconnected'],
  },
  'not-shown': AFTER,
  'connections-leaked': { steps: ['add-tracks'], lookAlikes: ['probing-connection'] },
  'channel-never-opens': { steps: ['add-tracks', 'set-remote-answer'] },
  'callee-added-nothing': { steps: ['prepare-callee-media'] },
  'sections-out-of-order': { steps: ['set-remote-answer', ...SETTING] },
  'sdp-damaged': { steps: ['set-remote-offer', ...SETTING] },
  'capture-died': { ...AFTER, lookAlikes: ['share-ended'] },
  'poor-quality': AFTER,
  'no-candidates-exchanged': { steps: ['set-remote-offer', 'set-remote-answer'] },
  'closed-early': { ...AFTER, lookAlikes: ['disconnected-healed', 'other-end-closed'] },
  'never-answered': {
    steps: ['send-offer', 'create-answer', 'receive-answer', 'set-remote-answer'],
    lookAlikes: ['probing-connection'],
  },
  'nothing-to-negotiate': { steps: ['add-tracks'], lookAlikes: ['probing-connection'] },
}

/** The steps at which a fault can stand, in the order of the call. */
export function stepsOf(fault: Fault): StepId[] {
  return STEP_IDS.filter((id) => FAULT_FACTS[fault].steps.includes(id))
}

/** Faults that usually show at one step; `step` is null for those after step 13. */
export interface FaultGroup {
  readonly step: StepId | null
  readonly faults: readonly Fault[]
}

/** All faults in the order of the steps at which they usually show. */
export const FAULT_GROUPS: readonly FaultGroup[] = [...STEP_IDS, null].flatMap((step) => {
  const faults = FAULTS.filter((fault) => {
    const { steps, isAfter = false } = FAULT_FACTS[fault]
    return isAfter ? step === null : steps[0] === step
  })
  return faults.length > 0 ? [{ step, faults }] : []
})

/** The address of the page about a fault, below the root of the app: copied reports name no host. */
export function faultPath(fault: Fault, language: Language): string {
  return `/${language}/diagnose/${fault}/`
}
