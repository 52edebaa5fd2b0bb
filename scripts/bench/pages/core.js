// The app's own call without some of its parts: without panels, and without log and recorder too.

import { openBroadcast } from '../../../broadcast-signaling/broadcast'
import { openSignaling } from '../../../broadcast-signaling/signaling'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { deriveTurn, viewEnd } from '../../../machines/progress'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { connectionsOf } from '../../../src/session/callView'
import { createCall } from '../../../src/session/createCall'
import { createId } from '../../../src/session/createId'
import { openEnd } from '../../../src/session/openEnd'
import { nextAction } from '../../../src/session/nextAction'
import { keptPatience } from '../../../src/session/keptPatience'
import { createPlayer } from '../../../src/session/player'
import { connect } from '../../../src/peer/connect'
import { createPeer } from '../../../src/peer/createPeer'
import { openMedia } from '../../../src/peer/media'

/** @type {() => void} */
let close = () => undefined

/** Only machines, peers and signaling; nothing is recorded. */
function runEnds() {
  const room = createId()
  const open = (/** @type {'caller' | 'callee'} */ end) =>
    openEnd({
      end,
      script: HANDSHAKE_13,
      room,
      settings: DEFAULT_SETTINGS,
      partner: 'first',
      openSignaling: (options) => openSignaling({ ...options, channel: openBroadcast(`bench/${room}`) }),
      createPeer: ({ onFact }) =>
        createPeer({ end, connect, openMedia, patience: keptPatience, onFact, onStreams: () => undefined }),
      onEvent: () => ends && player.reconsider(),
    })
  const view = () => {
    if (ends === undefined) throw new Error('the ends are not there yet')
    const [caller, callee] = [viewEnd(ends.caller.snapshot()), viewEnd(ends.callee.snapshot())]
    const now = { caller, callee }
    return { connections: connectionsOf(now, HANDSHAKE_13.roles), turn: deriveTurn(HANDSHAKE_13, now) }
  }
  const player = createPlayer({
    turn: () => view().turn,
    action: () => nextAction(view(), null),
    act: () => {
      const { end, step } = view().turn
      if (step !== null) ends?.[end].send({ type: 'step.run', step })
    },
    isBehind: () => false,
    stepForward: () => undefined,
  })
  /** @type {Record<'caller' | 'callee', ReturnType<typeof open>> | undefined} */
  let ends
  ends = { caller: open('caller'), callee: open('callee') }
  close = () => {
    player.pause()
    ends?.caller.close()
    ends?.callee.close()
  }
  player.runTo('connected')
}

/** The whole call with its log, its snapshots and the recorder of statistics, but without panels. */
function runCall() {
  const call = createCall()
  close = call.close
  call.playback.runTo('connected')
}

Object.assign(globalThis, { core: { runEnds, runCall, close: () => close() } })
