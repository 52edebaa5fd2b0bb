import { assign, cancel, enqueueActions, fromCallback, fromPromise, sendTo, setup } from 'xstate'
import type {
  ConnectionState,
  EndContext,
  EndEvent,
  EndInput,
  EndTag,
  LocalCandidate,
  SignalingState,
} from './contracts'
import type { EndActors, PeerCommand, SignalCommand } from './endActors'
import { settled } from './machineEvents'
import { needsPlaceholder, placeholderFor } from './placeholder'
import { candidatesToAdd, candidatesToSend, foldFact, isExpected, toProblem } from './facts'

/** Milliseconds. Browsers have no timeout for any of these. */
export const DELAYS = {
  /** How long step 5 looks for a first candidate before it moves on by itself (trickle only). */
  observe: 1_000,
  /** Chromium never fails a call that gets no usable candidate; 20 s is past its own 15 s of checks. */
  stall: 20_000,
  /** Browsers report `failed` 10 to 20 s after an interruption; this is for a browser that does not. */
  interruption: 40_000,
  /**
   * How long ICE may take to find a first pair by itself: it needs far less, and Firefox gives up after five seconds.
   */
  patience: 1_000,
  /** How long an ICE restart waits for its answer. */
  restart: 10_000,
  /** How long to wait for the confirmation of a message before asking; a hello takes milliseconds. */
  confirm: 1_000,
  /** How long a connected end may receive nothing; once DTLS is done, media needs far less than this. */
  silence: 5_000,
}

/** How many times an end asks by itself. */
export const MAX_ASKS = 3

function notProvided<K extends keyof EndActors>(name: K) {
  return fromPromise<EndActors[K]['output'], EndActors[K]['input']>(() =>
    Promise.reject(new Error(`actor "${name}" is not provided`)),
  )
}

/** A row for each actor that a step or a repair invokes; the session provides the real ones. */
const NOT_PROVIDED = {
  'capture-media': notProvided('capture-media'),
  'add-tracks': notProvided('add-tracks'),
  'create-offer': notProvided('create-offer'),
  'set-local-offer': notProvided('set-local-offer'),
  'send-offer': notProvided('send-offer'),
  'set-remote-offer': notProvided('set-remote-offer'),
  'prepare-callee-media': notProvided('prepare-callee-media'),
  'create-answer': notProvided('create-answer'),
  'set-local-answer': notProvided('set-local-answer'),
  'send-answer': notProvided('send-answer'),
  'set-remote-answer': notProvided('set-remote-answer'),
  operations: notProvided('operations'),
  'restart-ice': notProvided('restart-ice'),
  'answer-restart': notProvided('answer-restart'),
  'finish-restart': notProvided('finish-restart'),
} satisfies Record<keyof EndActors, unknown>

/** Shared by both machines: types, the facts they fold, the commands they send. */
export const endSetup = setup({
  types: {
    context: {} as EndContext<string>,
    events: {} as EndEvent<string>,
    input: {} as EndInput,
    tags: {} as EndTag,
    meta: {} as { step: string },
  },
  actors: {
    peer: fromCallback<PeerCommand>(() => undefined),
    signaling: fromCallback<SignalCommand>(() => undefined),
    ...NOT_PROVIDED,
  },
  delays: DELAYS,
  guards: {
    /** Whether the intent names the step that this state is of, and not an earlier one. */
    isThisStep: ({ event }, { step }: { step: string }) =>
      (event.type === 'step.run' || event.type === 'step.retry') && event.step === step,
    hasReceivedDescription: ({ context }) => context.receivedDescription !== null,
    isExpected: ({ context, event }) =>
      event.type === 'signal.description' && isExpected(context, event.description),
    isConnected: ({ context }) => context.peer?.connectionState === 'connected',
    isDisconnected: ({ context }) => context.peer?.connectionState === 'disconnected',
    isFailed: ({ context }) => context.peer?.connectionState === 'failed',
    signalingIs: ({ context }, { states }: { states: readonly SignalingState[] }) =>
      context.peer !== null && states.includes(context.peer.signalingState),
    signalingIsNot: ({ context }, { state }: { state: string }) =>
      context.peer !== null && context.peer.signalingState !== state,
    transportsAre: ({ context }, { state }: { state: ConnectionState }) =>
      context.peer?.connectionState === state,
    /** A track of the other end has been announced, but no packet of it has arrived. */
    isSilent: ({ context }) => context.tracks.some(({ muted }) => muted),
    isReceiving: ({ context }) => context.tracks.every(({ muted }) => !muted),
    hasSent: ({ event }) => event.type === 'signal.traffic' && event.traffic.outcome === 'sent',
    isUnconfirmed: ({ context }) => context.delivery.state !== 'confirmed',
    mayAsk: ({ context: { delivery } }) => delivery.state !== 'confirmed' && delivery.asks < MAX_ASKS,
    needsPlaceholder: ({ context }) => needsPlaceholder(context),
    trickles: ({ context }) => context.settings.trickle,
    /** Step 5 has what it waits for: all candidates, or with trickle at least one. */
    hasObserved: ({ context }) => context.gathered || (context.settings.trickle && context.local.length > 0),
    /** Whether the description may be sent: its candidates follow it, or all are inside it. */
    mayCross: ({ context }) => context.gathered || context.settings.trickle,
  },
  actions: {
    fold: assign(({ context, event }) => foldFact(context, event)),
    /** For `onError` of an invoked actor: XState does not include its event in the machine's own event types. */
    noteProblem: assign(({ event }) => ({ problem: toProblem(settled(event)?.error) })),
    clearProblem: assign({ problem: null }),
    /** Sends the candidates that may be sent now: never before their description (RFC 8838 §9). */
    flushLocal: enqueueActions(({ context, enqueue }) => {
      if (!context.descriptionSent) return
      for (const candidate of candidatesToSend(context)) {
        enqueue.sendTo('signaling', { type: 'send-candidate', candidate })
      }
      enqueue.assign({ local: context.local.map(markSent(context.settings.trickle)) })
    }),
    /** Adds the candidates that can be added now: only once a remote description is set (WebRTC §4.4.2). */
    flushRemote: enqueueActions(({ context, enqueue }) => {
      const ready = candidatesToAdd(context)
      for (const { index, candidate } of ready) {
        enqueue.sendTo('peer', { type: 'add-candidate', index, candidate })
      }
      if (ready.length > 0) {
        enqueue.assign({
          remote: context.remote.map((entry) =>
            entry.state === 'queued' ? { ...entry, state: 'adding' } : entry,
          ),
        })
      }
    }),
    sendEndOfCandidates: enqueueActions(({ context, enqueue }) => {
      const { descriptionSent, gathered, settings } = context
      if (descriptionSent && gathered && settings.trickle)
        enqueue.sendTo('signaling', { type: 'send-end-of-candidates' })
    }),
    clearReceivedDescription: assign({ receivedDescription: null }),
    sendDraft: enqueueActions(({ context: { draft }, enqueue }) => {
      if (draft !== null) enqueue.sendTo('signaling', { type: 'send-description', description: draft })
    }),
    /** The step is done. endMachine.ts provides the action, because it knows the steps of the script. */
    finishGathering: assign({}),
    /** Leaves step 5 early: candidates that are not gathered yet are sent one by one after the offer. */
    goOnWithTrickle: assign({ settings: ({ context }) => ({ ...context.settings, trickle: true }) }),
    /** endMachine.ts provides this action too. */
    noteAnswerReceived: assign({}),
    /** A repair always uses trickle: waiting for all candidates would only prolong the interruption. */
    startRound: assign(({ context }) => ({
      descriptionSent: false,
      gathered: false,
      draft: null,
      problem: null,
      settings: { ...context.settings, trickle: true },
    })),
    watchPatience: enqueueActions(({ context, enqueue }) => {
      if (!needsPlaceholder(context)) return
      enqueue.cancel('patience-check')
      enqueue.raise({ type: 'patience.check' }, { delay: 'patience', id: 'patience-check' })
    }),
    stopWatching: cancel('patience-check'),
    addPlaceholder: sendTo('peer', ({ context }) => ({
      type: 'add-placeholder' as const,
      candidate: placeholderFor(context),
    })),
    startClock: enqueueActions(({ enqueue }) => {
      enqueue.cancel('wire-check')
      enqueue.raise({ type: 'wire.check' }, { delay: 'confirm', id: 'wire-check' })
    }),
    stopClock: enqueueActions(({ context, enqueue }) => {
      if (context.delivery.state === 'confirmed') enqueue.cancel('wire-check')
    }),
    ask: enqueueActions(({ context: { delivery }, enqueue }) => {
      enqueue.sendTo('signaling', { type: 'ask' })
      enqueue.assign({ delivery: { ...delivery, asks: delivery.asks + 1 } })
    }),
    askAnew: enqueueActions(({ context: { delivery }, enqueue }) => {
      enqueue.sendTo('signaling', { type: 'ask' })
      enqueue.assign({ delivery: { ...delivery, state: 'due', asks: 1 } })
    }),
    giveUpAsking: assign(({ context: { delivery } }) => ({
      delivery: { ...delivery, state: 'overdue' as const },
    })),
    sendBye: sendTo('signaling', { type: 'send-bye' }),
    closeBySelf: assign({ closedBy: 'self' }),
    closeByOther: assign({ closedBy: 'other' }),
    closePeer: sendTo('peer', { type: 'close' }),
  },
})

function markSent(trickle: boolean) {
  return (entry: LocalCandidate): LocalCandidate =>
    entry.state === 'held' ? { ...entry, state: trickle ? 'sent' : 'in-description' } : entry
}
