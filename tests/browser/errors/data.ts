import type { Row } from './provocation'

/** Messages that are not sent. */
export const DATA: readonly Row[] = [
  [
    'sending before the channel is open',
    'channel-not-open',
    null,
    () => {
      window.tools.peer().createDataChannel('data').send('hello')
    },
  ],
  [
    'sending after the channel is closed',
    'channel-not-open',
    null,
    () => {
      const pc = window.tools.peer()
      const channel = pc.createDataChannel('data')
      pc.close()
      channel.send('hello')
    },
  ],
  [
    'a message beyond maxMessageSize',
    'message-too-large',
    null,
    async () => {
      const pc = window.tools.peer()
      const channel = pc.createDataChannel('data')
      const other = window.tools.peer()
      pc.onicecandidate = ({ candidate }) => {
        if (candidate) void other.addIceCandidate(candidate)
      }
      other.onicecandidate = ({ candidate }) => {
        if (candidate) void pc.addIceCandidate(candidate)
      }
      await pc.setLocalDescription()
      await other.setRemoteDescription({ type: 'offer', sdp: pc.localDescription?.sdp ?? '' })
      await other.setLocalDescription()
      const sdp =
        other.localDescription?.sdp.replace(/a=max-message-size:\d+/, 'a=max-message-size:65536') ?? ''
      await pc.setRemoteDescription({ type: 'answer', sdp })
      await window.tools.until(() => channel.readyState === 'open')
      channel.send(new Uint8Array(65_537))
    },
  ],
  [
    'posting a description as it is',
    'data-clone',
    'send-offer',
    async () => {
      const { caller } = await window.tools.offered('audio')
      new BroadcastChannel('errors').postMessage(caller.localDescription)
    },
  ],
  [
    'posting a candidate as it is',
    'data-clone',
    'send-answer',
    () => {
      const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host'
      new BroadcastChannel('errors').postMessage(new RTCIceCandidate({ candidate, sdpMid: '0' }))
    },
  ],
  [
    'posting to a closed channel',
    'signaling-closed',
    'send-offer',
    () => {
      const channel = new BroadcastChannel('errors')
      channel.close()
      channel.postMessage('hello')
    },
  ],
]
