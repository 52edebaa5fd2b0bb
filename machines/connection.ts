import { endSetup } from './end'

/** What both machines do in every state: listen to the connection and to the signaling channel, and hang up. */
export const root = endSetup.createStateConfig({
  invoke: [
    { id: 'peer', src: 'peer' },
    { id: 'signaling', src: 'signaling' },
  ],
  on: {
    'settings.change': { actions: 'fold' },
    'pc.changed': { actions: 'fold' },
    'pc.candidate': { actions: ['fold', 'flushLocal'] },
    'pc.end-of-candidates': { actions: ['fold', 'sendEndOfCandidates'] },
    'pc.candidate-error': { actions: 'fold' },
    'pc.candidate-added': { actions: 'fold' },
    'pc.candidate-refused': { actions: 'fold' },
    'pc.patience': { actions: ['fold', 'watchPatience'] },
    'pc.placeholder-added': { actions: 'fold' },
    'pc.placeholder-refused': { actions: 'fold' },
    'patience.check': { guard: 'needsPlaceholder', actions: 'addPlaceholder' },
    'pc.track': { actions: 'fold' },
    'pc.track-changed': { actions: 'fold' },
    'signal.description': { guard: 'isExpected', actions: 'fold' },
    'signal.candidate': { actions: ['fold', 'flushRemote'] },
    'signal.end-of-candidates': { actions: ['fold', 'flushRemote'] },
    'signal.other-end': { actions: 'fold' },
    // Nothing reveals the loss of the last message, so its sender asks until the message is confirmed, three times at
    // most.
    'signal.traffic': { guard: 'hasSent', actions: ['fold', 'startClock'] },
    'signal.confirmed': { actions: ['fold', 'stopClock'] },
    'wire.check': [
      { guard: 'mayAsk', actions: ['ask', 'startClock'] },
      { guard: 'isUnconfirmed', actions: 'giveUpAsking' },
    ],
    'wire.ask': { guard: 'isUnconfirmed', actions: ['askAnew', 'startClock'] },
    'signal.bye': { target: '#closed', actions: 'closeByOther' },
    'call.hang-up': { target: '#closed', actions: ['closeBySelf', 'sendBye'] },
  },
})

/** After the last step the app calls nothing: ICE checks pairs, then DTLS, then `connected` (WebRTC §4.3.3). */
export const connection = endSetup.createStateConfig({
  id: 'connection',
  initial: 'connecting',
  states: {
    connecting: {
      id: 'connecting',
      tags: ['busy'],
      always: [
        { guard: 'isConnected', target: 'connected' },
        { guard: 'isFailed', target: 'failed' },
      ],
      after: { stall: 'stalled' },
    },
    // As connecting, but the connection may still say `failed` from before the ICE restart.
    reconnecting: {
      id: 'reconnecting',
      tags: ['busy', 'repairing'],
      always: { guard: 'isConnected', target: 'connected' },
      after: { stall: 'stalled' },
    },
    connected: {
      id: 'connected',
      tags: ['connected'],
      always: [
        { guard: 'isDisconnected', target: 'interrupted' },
        { guard: 'isFailed', target: 'failed' },
      ],
      after: { silence: { guard: 'isSilent', target: 'one-way' } },
    },
    // Connected, but no media arrives from the other end. Firefox 153 does this after an ICE restart of a callee that
    // had failed.
    'one-way': {
      tags: ['connected', 'one-way'],
      always: [
        { guard: 'isReceiving', target: 'connected' },
        { guard: 'isDisconnected', target: 'interrupted' },
        { guard: 'isFailed', target: 'failed' },
      ],
    },
    // Recovers by itself when packets arrive again; the browser decides how long it waits.
    interrupted: {
      tags: ['waiting'],
      after: { interruption: 'stalled' },
      always: [
        { guard: 'isConnected', target: 'connected' },
        { guard: 'isFailed', target: 'failed' },
      ],
    },
    // The browser reports neither success nor failure: Chromium without usable candidates stays `new` for ever.
    stalled: {
      tags: ['failed'],
      always: [
        { guard: 'isConnected', target: 'connected' },
        { guard: 'isFailed', target: 'failed' },
      ],
    },
    failed: {
      id: 'failed',
      tags: ['failed'],
      always: { guard: 'isConnected', target: 'connected' },
    },
  },
})

/** The final state, reachable from every state. The connection is closed, devices are released, nothing runs. */
export const closed = endSetup.createStateConfig({
  id: 'closed',
  tags: ['closed'],
  entry: ['closePeer', 'stopWatching'],
  on: { 'call.hang-up': {}, 'signal.bye': {} },
})
