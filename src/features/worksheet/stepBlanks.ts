import type { Description, PeerStatus } from '../../../machines/contracts'
import type { End } from '../../../machines/steps'
import type { blankNames } from '../../i18n/messages/worksheetBlanks'
import type { LessonId } from '../../lessons/lessonIds'
import type { Evidence } from '../../predict/stepEvidence'
import { readEvidence } from '../../predict/stepEvidence'
import { lastRun, readRuns } from '../../projections/runs'
import { deriveWire } from '../../projections/wire'
import { formatDuration, formatSize } from '../../ui/format'
import {
  candidateCounts,
  factsOf,
  fingerprintStart,
  firstCandidate,
  localOf,
  outline,
  pairOf,
  sectionsOf,
  slotsOf,
  transceiversOf,
  videoCodec,
} from './readValues'
import type { SheetCall } from './sheetCall'

/** What a value is read from: the call, and what the browser did around the step. */
interface Moment {
  readonly call: SheetCall
  readonly evidence: Evidence
}

/** One value to copy from the learner's own call. */
export interface Blank<Source = Moment> {
  readonly name: keyof typeof blankNames
  /** At which end; null: of the call as a whole. */
  readonly end: End | null
  /** null: the call does not have it. */
  readonly read: (from: Source) => string | null
}

type PeerReader = (peer: PeerStatus | null) => string | null

/** A value of a connection when the step's call had settled. */
const after = (name: Blank['name'], end: End, read: PeerReader): Blank => ({
  name,
  end,
  read: ({ evidence }) => read(evidence.after[end]),
})

/** A value of a connection at the end of the call. */
const atLast = (name: Blank['name'], end: End, read: PeerReader): Blank => ({
  name,
  end,
  read: ({ call }) => read(factsOf(call, end)?.peer ?? null),
})

type State = 'signalingState' | 'iceGatheringState' | 'iceConnectionState' | 'connectionState'
const state = (name: State, end: End) => after(name, end, (peer) => peer?.[name] ?? null)
const lastState = (name: State, end: End) => atLast(name, end, (peer) => peer?.[name] ?? null)
const slots = (end: End) => after('slots', end, slotsOf)
const direction = (end: End) => after('direction', end, (peer) => transceiversOf(peer, 'direction'))
const currentDirection = (end: End) =>
  after('currentDirection', end, (peer) => transceiversOf(peer, 'currentDirection'))

const isDescription = (value: unknown): value is Description =>
  typeof value === 'object' && value !== null && 'sdp' in value && typeof value.sdp === 'string'

/** A value of the description that the step created. */
const drafted = (
  name: Blank['name'],
  end: End,
  read: (text: ReturnType<typeof outline>) => string | null,
): Blank => ({
  name,
  end,
  read: ({ evidence: { output } }) => read(outline(isDescription(output) ? output : null)),
})

const draft = (end: End): Blank[] => [
  drafted('sections', end, sectionsOf),
  drafted('ufrag', end, (text) => text?.ufrag ?? null),
  drafted('fingerprint', end, fingerprintStart),
  drafted('setup', end, (text) => text?.setup ?? null),
  drafted('videoCodec', end, videoCodec),
  drafted('candidateLines', end, (text) => text && String(text.candidates.length)),
]

const captured = (end: End): Blank => ({
  name: 'tracks',
  end,
  read: ({ call }) =>
    factsOf(call, end)
      ?.media?.tracks.map(({ kind }) => kind)
      .join(', ') ?? null,
})

const crossed = (name: 'offer' | 'answer'): Blank => ({
  name: 'messageSize',
  end: null,
  read: ({ call: { view } }) => {
    const size = deriveWire(view)[name]?.size
    return size === undefined ? null : formatSize(size)
  },
})

/** How long the step took, from the press to its outcome. */
const duration = (step: LessonId): Blank => ({
  name: 'duration',
  end: null,
  read: ({ call: { view } }) => {
    const run = lastRun(readRuns(view.trace), step)
    return run?.settle ? formatDuration(run.settle.at - run.start.at) : null
  },
})

/** From step 13 to the moment at which both ends were connected. */
const untilConnected: Blank = {
  name: 'untilConnected',
  end: null,
  read: ({ call: { view } }) => {
    const run = lastRun(readRuns(view.trace), 'set-remote-answer')
    const reached = view.trace.events.findLast(
      ({ kind, data }) => kind === 'state' && data.connectionState === 'connected',
    )
    return run === undefined || reached === undefined
      ? null
      : formatDuration(Math.max(0, reached.at - run.start.at))
  },
}

const selectedPair: Blank = { name: 'pair', end: 'caller', read: ({ call }) => pairOf(call) }
const localFingerprint = (end: End) =>
  atLast('fingerprint', end, (peer) => fingerprintStart(outline(localOf(peer))))

const STEP_BLANKS: Readonly<Record<LessonId, readonly Blank[]>> = {
  'capture-media': [captured('caller'), duration('capture-media')],
  'add-tracks': [
    state('signalingState', 'caller'),
    state('iceGatheringState', 'caller'),
    state('connectionState', 'caller'),
    direction('caller'),
    slots('caller'),
  ],
  'create-offer': [...draft('caller'), state('signalingState', 'caller'), slots('caller')],
  'set-local-offer': [
    state('signalingState', 'caller'),
    state('iceGatheringState', 'caller'),
    slots('caller'),
    duration('set-local-offer'),
  ],
  'gather-candidates': [
    { name: 'candidates', end: 'caller', read: ({ call }) => candidateCounts(factsOf(call, 'caller')) },
    {
      name: 'firstAddress',
      end: 'caller',
      read: ({ call }) => firstCandidate(factsOf(call, 'caller'))?.address ?? null,
    },
    {
      name: 'firstPriority',
      end: 'caller',
      read: ({ call }) => firstCandidate(factsOf(call, 'caller'))?.priority ?? null,
    },
    lastState('iceGatheringState', 'caller'),
  ],
  'send-offer': [crossed('offer'), state('signalingState', 'caller'), slots('caller')],
  'set-remote-offer': [
    state('signalingState', 'callee'),
    state('iceGatheringState', 'callee'),
    slots('callee'),
    direction('callee'),
    duration('set-remote-offer'),
  ],
  'prepare-callee-media': [captured('callee'), direction('callee'), currentDirection('callee')],
  'create-answer': [...draft('callee'), state('signalingState', 'callee')],
  'set-local-answer': [
    state('signalingState', 'callee'),
    state('signalingState', 'caller'),
    slots('callee'),
    currentDirection('callee'),
  ],
  'send-answer': [crossed('answer'), state('signalingState', 'callee'), state('signalingState', 'caller')],
  'receive-answer': [state('signalingState', 'caller'), slots('caller')],
  'set-remote-answer': [
    state('signalingState', 'caller'),
    state('signalingState', 'callee'),
    slots('caller'),
    currentDirection('caller'),
    duration('set-remote-answer'),
  ],
  connected: [
    lastState('iceConnectionState', 'caller'),
    lastState('connectionState', 'caller'),
    lastState('connectionState', 'callee'),
    selectedPair,
    localFingerprint('caller'),
    localFingerprint('callee'),
    untilConnected,
  ],
  'hang-up': [
    lastState('signalingState', 'caller'),
    lastState('connectionState', 'caller'),
    lastState('connectionState', 'callee'),
  ],
}

/** The blanks on the sheet of a step, each with its value in a call: null where there is no call or no value. */
export function fillStep(
  lesson: LessonId,
  call: SheetCall | null,
): (Pick<Blank, 'name' | 'end'> & { readonly value: string | null })[] {
  const evidence = call === null ? null : readEvidence(call.view.trace, lesson)
  return STEP_BLANKS[lesson].map(({ name, end, read }) => ({
    name,
    end,
    value: call === null || evidence === null ? null : read({ call, evidence }),
  }))
}
