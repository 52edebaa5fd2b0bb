import { assign } from 'xstate'
import { closed, connection } from './connection'
import { endSetup } from './end'
import { arrived } from './facts'

/* What follows the last step, in every script: the connection, its end, and the ICE restart, which repairs a connection
   that failed: new ICE credentials, same session (RFC 9429 §5.2.3.1). */

/** The connection of the end that offers; it also starts an ICE restart. */
const offererConnection = endSetup.createStateConfig({
  ...connection,
  // A description received here answers an ICE restart that had timed out: late, but still valid.
  always: { guard: 'hasReceivedDescription', target: '#finishing-restart' },
  on: { 'ice.restart': '#restarting-ice' },
})

const restartingIce = endSetup.createStateConfig({
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
})

/** An offer that arrives during the call, or after it failed, is the caller's ICE restart. */
const answererConnection = endSetup.createStateConfig({
  ...connection,
  always: { guard: 'hasReceivedDescription', target: '#answering-restart' },
})

const answeringRestart = endSetup.createStateConfig({
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
})

/** The states of each role after its last step. */
export const AFTERWARDS = {
  caller: { connection: offererConnection, closed, 'restarting-ice': restartingIce },
  callee: { connection: answererConnection, 'answering-restart': answeringRestart, closed },
}
