import { addMedia, goOn, negotiate, openPair, outside, stateOf, stateOfBoth, until } from './faultCall'
import type { Pair } from './faultCall'

/* Calls of several kinds in which nothing goes wrong: the diagnosis must blame nobody. */

const SMALL = { width: 160, height: 120 }

async function connect(pair: Pair): Promise<void> {
  await negotiate(pair)
  await stateOfBoth(pair, 'connected')
  await goOn(2)
}

export const HEALTHY_SCENES: Readonly<Record<string, () => Promise<void>>> = {
  async 'data-only'() {
    const pair = openPair()
    pair.caller.createDataChannel('chat')
    await connect(pair)
  },
  async 'audio-both-ways'() {
    const pair = openPair()
    await addMedia(pair.caller, { audio: true })
    await addMedia(pair.callee, { audio: true })
    await connect(pair)
  },
  /** Sound first; the picture is added later, with a second offer. */
  async renegotiated() {
    const pair = openPair()
    await addMedia(pair.caller, { audio: true })
    await connect(pair)
    await addMedia(pair.caller, { video: SMALL })
    await negotiate(pair)
    await goOn(2)
  },
  async 'restarted-ice'() {
    const pair = openPair()
    pair.caller.createDataChannel('chat')
    await connect(pair)
    pair.caller.restartIce()
    await connect(pair)
  },
  /** The network is gone for a while, and comes back before ICE gives up. */
  async 'disconnected-for-a-while'() {
    const pair = openPair({ isWired: true })
    pair.caller.createDataChannel('chat')
    await connect(pair)
    await outside.losePackets(1)
    await stateOf(pair.caller, 'disconnected')
    await outside.losePackets(0)
    await stateOfBoth(pair, 'connected')
    await goOn(1)
  },
  async simulcast() {
    const pair = openPair()
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } })
    const [track] = stream.getTracks()
    if (track)
      pair.caller.addTransceiver(track, {
        direction: 'sendonly',
        sendEncodings: [{ rid: 'h' }, { rid: 'l', scaleResolutionDownBy: 4 }],
      })
    await connect(pair)
  },
  async 'hung-up'() {
    const pair = openPair()
    const channel = pair.caller.createDataChannel('chat')
    await connect(pair)
    pair.callee.close()
    await until(channel, 'close', () => channel.readyState === 'closed')
    await goOn(8)
  },
}
