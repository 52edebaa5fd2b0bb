import { assign } from 'xstate'
import { closed, connection, initialContext, root } from './connection'
import { endSetup } from './end'
import { arrived, descriptionToSend, drafted } from './facts'
import { isThisStep, stepState } from './step'

/** The caller: nine of the thirteen steps, then the connection. The offerer of RFC 9429 §4.1.8. */
export const callerMachine = endSetup.createMachine({
  ...root,
  id: 'caller',
  context: initialContext('caller'),
  initial: 'capture-media',
  states: {
    'capture-media': {
      id: 'capture-media',
      ...stepState('capture-media', {
        next: 'add-tracks',
        input: ({ settings }) => ({ media: settings.media }),
        done: (media) => ({ media }),
      }),
    },
    'add-tracks': {
      id: 'add-tracks',
      ...stepState('add-tracks', {
        next: 'create-offer',
        input: ({ settings: { iceServers, relayOnly } }) => ({ iceServers, relayOnly }),
      }),
    },
    'create-offer': {
      id: 'create-offer',
      ...stepState('create-offer', {
        next: 'set-local-offer',
        input: () => undefined,
        done: (draft) => ({ draft }),
      }),
    },
    'set-local-offer': {
      id: 'set-local-offer',
      ...stepState('set-local-offer', { next: 'gather-candidates', input: drafted }),
    },
    // Nothing is called here: ICE gathers by itself since setLocalDescription() (RFC 9429 §3.5.1).
    'gather-candidates': {
      id: 'gather-candidates',
      meta: { step: 'gather-candidates' },
      initial: 'ready',
      states: {
        ready: {
          tags: ['ready'],
          on: { 'step.run': { guard: isThisStep('gather-candidates'), target: 'running' } },
        },
        running: {
          tags: ['busy', 'gathering'],
          always: { guard: 'hasObserved', target: '#send-offer', actions: 'finishGathering' },
          after: {
            observe: [
              { guard: 'trickles', target: '#send-offer', actions: 'finishGathering' },
              { target: 'gathering' },
            ],
          },
          on: {
            'step.run': {
              guard: isThisStep('gather-candidates'),
              target: '#send-offer',
              actions: ['goOnWithTrickle', 'finishGathering'],
            },
          },
        },
        // Without trickle: until all candidates are there, or the learner goes on without waiting.
        gathering: {
          tags: ['busy', 'gathering'],
          always: { guard: 'mayCross', target: '#send-offer', actions: 'finishGathering' },
          on: {
            'step.run': {
              guard: isThisStep('gather-candidates'),
              target: '#send-offer',
              actions: ['goOnWithTrickle', 'finishGathering'],
            },
          },
        },
      },
    },
    'send-offer': {
      id: 'send-offer',
      ...stepState('send-offer', {
        next: 'receive-answer',
        input: descriptionToSend,
        done: () => ({ descriptionSent: true }),
        then: ['flushLocal', 'sendEndOfCandidates'],
      }),
    },
    // The answer is a message, not a call: it arrives (waiting → ready) and the learner opens it.
    'receive-answer': {
      id: 'receive-answer',
      meta: { step: 'receive-answer' },
      initial: 'waiting',
      states: {
        waiting: { tags: ['waiting'], always: { guard: 'hasReceivedDescription', target: 'ready' } },
        ready: {
          tags: ['ready'],
          on: {
            'step.run': {
              guard: isThisStep('receive-answer'),
              target: '#set-remote-answer',
              actions: 'noteAnswerReceived',
            },
          },
        },
      },
    },
    'set-remote-answer': {
      id: 'set-remote-answer',
      ...stepState('set-remote-answer', {
        next: 'connection',
        input: arrived,
        done: () => ({ receivedDescription: null }),
        then: ['flushRemote'],
      }),
    },
    // A description received here is the answer to an ICE restart that was given up: late, and still good.
    connection: {
      ...connection,
      always: { guard: 'hasReceivedDescription', target: '#finishing-restart' },
      on: { 'ice.restart': '#restarting-ice' },
    },
    closed,
    // Repairs a connection that ICE gave up on: new credentials, same session (RFC 9429 §5.2.3.1).
    'restarting-ice': {
      id: 'restarting-ice',
      tags: ['repairing'],
      initial: 'offering',
      states: {
        offering: {
          entry: 'startRound',
          tags: ['busy'],
          invoke: {
            id: 'restart-ice',
            src: 'restart-ice',
            onDone: {
              target: 'awaiting',
              actions: [
                assign({ draft: ({ event }) => event.output, descriptionSent: true }),
                'sendDraft',
                'flushLocal',
                'sendEndOfCandidates',
              ],
            },
            onError: { target: '#failed', actions: 'noteProblem' },
          },
        },
        awaiting: {
          tags: ['waiting'],
          always: { guard: 'hasReceivedDescription', target: 'applying' },
          after: { restart: '#failed' },
        },
        applying: {
          id: 'finishing-restart',
          tags: ['busy'],
          invoke: {
            id: 'finish-restart',
            src: 'finish-restart',
            input: ({ context }) => arrived(context),
            onDone: { target: '#reconnecting', actions: ['clearReceivedDescription', 'flushRemote'] },
            onError: { target: '#failed', actions: ['clearReceivedDescription', 'noteProblem'] },
          },
        },
      },
    },
  },
})
