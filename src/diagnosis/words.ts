import type { ErrorId } from '../errors/errorIds'
import type { Message } from '../i18n/i18n'
import type { VerdictWords } from '../i18n/messages/verdictWords'
import { verdictsMedia } from '../i18n/messages/verdictsMedia'
import { verdictsNegotiation } from '../i18n/messages/verdictsNegotiation'
import { verdictsPath } from '../i18n/messages/verdictsPath'
import type { ConceptId } from '../lessons/conceptIds'
import type { Fault, Verdict } from './verdict'

/** The words of each fault. Only the page of diagnosis and the command load them. */
export const VERDICT_WORDS: Readonly<Record<Fault, VerdictWords>> = {
  ...verdictsNegotiation,
  ...verdictsPath,
  ...verdictsMedia,
}

/** The sentence that tells what happened: the one of the variant, where there is one. */
export function whatHappened({ fault, facts }: Verdict): Message {
  const words: VerdictWords = VERDICT_WORDS[fault]
  const variant = facts['variant'] ?? ''
  const variants = words.variants ?? {}
  return Object.hasOwn(variants, variant) ? (variants[variant] ?? words.what) : words.what
}

/** Where to read on: pages of errors, labs that show the fault (`lessons/labs`), and the concept behind it. */
export interface VerdictLinks {
  readonly errors: readonly ErrorId[]
  readonly labs: readonly string[]
  readonly concept: ConceptId
}

export const VERDICT_LINKS: Readonly<Record<Fault, VerdictLinks>> = {
  'no-path': {
    errors: ['checking-failed', 'same-network-only', 'no-srflx'],
    labs: ['relay-only'],
    concept: 'nat',
  },
  'wrong-state': {
    errors: ['wrong-state-stable', 'wrong-state-have-local-offer', 'cannot-create-answer', 'glare'],
    labs: ['two-answers', 'wrong-order', 'both-call', 'rollback'],
    concept: 'perfect-negotiation',
  },
  'early-candidate': {
    errors: ['remote-description-null'],
    labs: ['early-candidate'],
    concept: 'candidates',
  },
  'insecure-page': { errors: ['page-not-secure'], labs: ['no-camera'], concept: 'media' },
  'media-refused': {
    errors: ['permission-denied', 'no-device', 'device-busy', 'overconstrained'],
    labs: ['no-camera'],
    concept: 'media',
  },
  'local-names-only': { errors: ['local-only'], labs: [], concept: 'candidates' },
  'unreachable-address': {
    errors: ['checking-failed', 'same-network-only'],
    labs: ['unreachable-address'],
    concept: 'candidates',
  },
  'udp-blocked': { errors: ['ice-701', 'gathering-slow'], labs: [], concept: 'stun-turn' },
  'no-common-codec': { errors: ['codec-rejected'], labs: ['codec-mismatch'], concept: 'sdp' },
  'never-negotiated': {
    errors: ['one-way-media'],
    labs: ['negotiation-needed', 'share-screen', 'ice-restart'],
    concept: 'perfect-negotiation',
  },
  'turn-refused': { errors: ['ice-401', 'ice-438', 'allocation-refused'], labs: [], concept: 'stun-turn' },
  'dtls-roles': { errors: ['setup-role'], labs: [], concept: 'security' },
  'no-key-frame': { errors: ['black-video'], labs: [], concept: 'media' },
  'dtls-unfinished': { errors: ['dtls-failed'], labs: ['wrong-fingerprint'], concept: 'security' },
  'lost-without-restart': { errors: ['disconnected'], labs: ['ice-restart', 'hang-up'], concept: 'ice' },
  'not-shown': { errors: ['autoplay-refused', 'black-video'], labs: [], concept: 'media' },
  'connections-leaked': { errors: ['too-many-connections'], labs: ['hang-up'], concept: 'whole-call' },
  'channel-never-opens': {
    errors: ['channel-not-open'],
    labs: ['channel-never-opens'],
    concept: 'data-channels',
  },
  'callee-added-nothing': { errors: ['one-way-media'], labs: ['one-way'], concept: 'media' },
  'sections-out-of-order': { errors: ['m-line-order'], labs: ['negotiation-needed'], concept: 'sdp' },
  'sdp-damaged': {
    errors: ['sdp-parse-error', 'sdp-modified', 'ice-credentials-missing', 'fingerprint-missing'],
    labs: ['wrong-password'],
    concept: 'sdp',
  },
  'capture-died': {
    errors: ['track-ended', 'frozen-video', 'side-muted'],
    labs: ['five-mutes'],
    concept: 'media',
  },
  'poor-quality': { errors: ['frozen-video'], labs: ['simulcast'], concept: 'media' },
  'no-candidates-exchanged': {
    errors: ['new-for-ever', 'no-candidates'],
    labs: ['no-candidates', 'copy-paste', 'slow-signaling'],
    concept: 'candidates',
  },
  'closed-early': { errors: ['disconnected'], labs: ['hang-up'], concept: 'ice' },
  'never-answered': {
    errors: ['answer-lost', 'glare'],
    labs: ['lost-answer', 'perfect-negotiation', 'rollback'],
    concept: 'signaling',
  },
  'nothing-to-negotiate': {
    errors: ['no-candidates', 'new-for-ever'],
    labs: ['no-tracks'],
    concept: 'whole-call',
  },
}
