import type { HandDescription } from '../../broadcast-signaling/room/byHand'
import type { TextChannel } from '../../broadcast-signaling/room/channel'
import { PLACEHOLDER } from '../../machines/placeholder'
import { connect as connectInBrowser } from './connect'

/** Milliseconds after which gathering counts as finished: what was found by then is in the description. */
const GATHERING = 5_000
/** Milliseconds for what was said last to leave before the connection is closed. */
const PARTING = 1_000

/** A connection with one data channel, whose descriptions people carry. */
export interface HandConnection {
  /** The offer with all its candidates. */
  offer(): Promise<HandDescription>
  /** The answer to an offer, with all its candidates. Rejects if the browser refuses the offer. */
  answer(offer: HandDescription): Promise<HandDescription>
  /** Takes the answer to the own offer. Rejects if the browser refuses it. */
  accept(answer: HandDescription): Promise<void>
  readonly channel: TextChannel
  /** Calls back once the channel is open. */
  onOpen(listener: () => void): void
  /** Calls back when ICE or DTLS gives up before the channel is open. */
  onFailed(listener: () => void): void
  close(): void
}

/** Opens a connection without servers: nothing is asked of anyone but the two ends. */
export function openHandConnection(connect: typeof connectInBrowser = connectInBrowser): HandConnection {
  const pc = connect({})
  const dc = pc.createDataChannel('room', { negotiated: true, id: 0 })
  let onState: () => void = () => undefined
  let isOver = false

  const channel: TextChannel = {
    get state() {
      if (isOver || dc.readyState !== 'open' || pc.connectionState === 'failed') return 'closed'
      return pc.connectionState === 'disconnected' ? 'interrupted' : 'open'
    },
    send(text) {
      if (dc.readyState === 'open') dc.send(text)
    },
    onText(listener) {
      dc.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data)
      })
    },
    onState(listener) {
      onState = listener
    },
    close,
  }
  pc.addEventListener('connectionstatechange', () => {
    onState()
  })
  dc.addEventListener('close', () => {
    onState()
  })

  function close() {
    if (isOver) return
    isOver = true
    const end = () => {
      pc.close()
    }
    dc.addEventListener('close', end)
    setTimeout(end, PARTING)
    dc.close()
  }

  async function whole(): Promise<HandDescription> {
    await pc.setLocalDescription()
    await gathered(pc)
    const { type, sdp } = pc.localDescription ?? { type: 'offer', sdp: '' }
    return { type: type === 'answer' ? type : 'offer', sdp }
  }

  return {
    channel,
    offer: whole,
    async answer(offer) {
      await pc.setRemoteDescription(offer)
      const answer = await whole()
      // Firefox gives up ICE while an answer travels by hand, unless there is a pair that it keeps checking.
      await pc.addIceCandidate({ candidate: PLACEHOLDER, sdpMLineIndex: 0 }).catch(() => undefined)
      return answer
    },
    async accept(answer) {
      await pc.setRemoteDescription(answer)
    },
    onOpen(listener) {
      dc.addEventListener('open', listener)
    },
    onFailed(listener) {
      pc.addEventListener('connectionstatechange', () => {
        if (pc.connectionState === 'failed' && dc.readyState === 'connecting') listener()
      })
    },
    close,
  }
}

function gathered(pc: RTCPeerConnection): Promise<void> {
  return new Promise((done) => {
    const check = () => {
      if (pc.iceGatheringState === 'complete') done()
    }
    pc.addEventListener('icegatheringstatechange', check)
    setTimeout(done, GATHERING)
    check()
  })
}
