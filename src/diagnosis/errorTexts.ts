import type { ErrorId } from '../errors/errorIds'
import { recognise, splitText } from '../errors/recognise'
import type { StepId } from '../../machines/steps'
import { isLine } from './applied'
import type { Dump } from './dump'
import { faultOfText } from './refusals'
import type { Fault, Verdict } from './verdict'

/** The fault and its step for errors that are no refusal of a description or a candidate. */
const BY_ERROR: Readonly<Partial<Record<ErrorId, readonly [Fault, StepId]>>> = {
  'permission-denied': ['media-refused', 'capture-media'],
  'no-device': ['media-refused', 'capture-media'],
  'device-busy': ['media-refused', 'capture-media'],
  overconstrained: ['media-refused', 'capture-media'],
  'capture-aborted': ['media-refused', 'capture-media'],
  'page-not-secure': ['insecure-page', 'capture-media'],
  'too-many-connections': ['connections-leaked', 'add-tracks'],
  'autoplay-refused': ['not-shown', 'set-remote-answer'],
  'channel-not-open': ['channel-never-opens', 'set-remote-answer'],
  'ice-401': ['turn-refused', 'gather-candidates'],
  'ice-438': ['turn-refused', 'gather-candidates'],
  'checking-failed': ['no-path', 'set-remote-answer'],
  'codec-rejected': ['no-common-codec', 'create-answer'],
}

const STEPS: Readonly<Partial<Record<Fault, StepId>>> = {
  'wrong-state': 'set-remote-answer',
  'early-candidate': 'set-remote-offer',
  'sections-out-of-order': 'set-remote-answer',
  'sdp-damaged': 'set-remote-offer',
  'dtls-roles': 'set-remote-answer',
}

/** Firefox writes it to the console when ICE fails. */
const ICE_FAILED = /ICE failed|add a (?:STUN|TURN) server and see about:webrtc/i
/** On a page that is not secure there is no `mediaDevices`; each browser says so in other words. */
const INSECURE =
  /\b(?:undefined|null)\b.*(?:mediaDevices|getUserMedia)|(?:mediaDevices|getUserMedia)\b.*\b(?:undefined|null)\b/
const LEAKED = /Cannot create so many PeerConnections/i

/**
 * The verdicts about error texts that came without the call that they are from. The text names the fault; what led to it
 * is not known, so it is likely and not proved.
 */
export function textVerdicts(dumps: readonly Dump[]): Verdict[] {
  const seen = new Set<string>()
  return dumps.flatMap((dump, index) =>
    dump.lines.flatMap((line) => {
      if (!isLine(line, 'error-text')) return []
      const { text } = line.value
      const found = faultOf(text)
      const key = `${index} ${found?.[0] ?? ''}`
      if (found === null || seen.has(key)) return []
      seen.add(key)
      const [fault, step] = found
      return [
        {
          fault,
          connection: { dump: index, id: line.conn ?? '' },
          step,
          certainty: 'likely' as const,
          proof: [{ dump: index, line: line.seq }],
          missing: ['whole-dump'],
          facts: { error: text.slice(0, 300) },
        },
      ]
    }),
  )
}

function faultOf(text: string): readonly [Fault, StepId] | null {
  if (LEAKED.test(text)) return ['connections-leaked', 'add-tracks']
  if (INSECURE.test(text)) return ['insecure-page', 'capture-media']
  if (ICE_FAILED.test(text)) return ['no-path', 'set-remote-answer']
  const problem = splitText(text.trim())
  const { error } = recognise(problem)
  const known = error === null ? undefined : BY_ERROR[error]
  if (known !== undefined) return known
  const fault = faultOfText(problem, '')
  return fault === null ? null : [fault, STEPS[fault] ?? 'set-remote-answer']
}
