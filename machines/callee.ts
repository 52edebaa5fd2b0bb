import { assign } from 'xstate'
import { closed, connection, initialContext, root } from './connection'
import { endSetup } from './end'
import { arrived, descriptionToSend, drafted } from './facts'
import { stepState } from './step'

/** The callee: five of the thirteen steps, then the connection. The answerer of RFC 9429 §4.1.9. */
export const calleeMachine = endSetup.createMachine({
  ...root,
  id: 'callee',
  context: initialContext('callee'),
  initial: 'set-remote-offer',
  states: {
    // The callee's RTCPeerConnection is made here: until the offer arrives there is nothing to connect.
    'set-remote-offer': {
      id: 'set-remote-offer',
      ...stepState('set-remote-offer', {
        next: 'prepare-callee-media',
        awaitsDescription: true,
        input: (context) => ({
          description: arrived(context),
          iceServers: context.settings.iceServers,
          relayOnly: context.settings.relayOnly,
        }),
        done: () => ({ receivedDescription: null }),
        then: ['flushRemote'],
      }),
    },
    'prepare-callee-media': {
      id: 'prepare-callee-media',
      ...stepState('prepare-callee-media', {
        next: 'create-answer',
        input: ({ settings }) => ({ media: settings.media }),
        done: (media) => ({ media }),
      }),
    },
    'create-answer': {
      id: 'create-answer',
      ...stepState('create-answer', {
        next: 'set-local-answer',
        input: () => undefined,
        done: (draft) => ({ draft }),
      }),
    },
    'set-local-answer': {
      id: 'set-local-answer',
      ...stepState('set-local-answer', {
        next: 'send-answer',
        input: drafted,
        then: ['watchPatience'],
      }),
    },
    'send-answer': {
      id: 'send-answer',
      ...stepState('send-answer', {
        next: 'connection',
        awaitsCandidates: true,
        input: descriptionToSend,
        done: () => ({ descriptionSent: true }),
        then: ['flushLocal', 'sendEndOfCandidates'],
      }),
    },
    // A new offer on a call that stands, or fell, is the caller's ICE restart.
    connection: { ...connection, always: { guard: 'hasReceivedDescription', target: '#answering-restart' } },
    'answering-restart': {
      id: 'answering-restart',
      entry: 'startRound',
      tags: ['busy', 'repairing'],
      invoke: {
        id: 'answer-restart',
        src: 'answer-restart',
        input: ({ context }) => arrived(context),
        onDone: {
          target: '#reconnecting',
          actions: [
            assign({ draft: ({ event }) => event.output, receivedDescription: null, descriptionSent: true }),
            'flushRemote',
            'sendDraft',
            'flushLocal',
            'sendEndOfCandidates',
          ],
        },
        onError: { target: '#failed', actions: ['clearReceivedDescription', 'noteProblem'] },
      },
    },
    closed,
  },
})
