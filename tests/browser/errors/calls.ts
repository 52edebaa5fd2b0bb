import type { Row } from './provocation'

/** Calls made at the wrong time. */
export const CALLS: readonly Row[] = [
  [
    'answer twice',
    'wrong-state-stable',
    'set-remote-answer',
    async () => {
      const { caller } = await window.tools.negotiated('audio')
      await caller.setRemoteDescription({ type: 'answer', sdp: caller.remoteDescription?.sdp ?? '' })
    },
  ],
  [
    'answer while answering',
    'wrong-state-have-remote-offer',
    'set-remote-answer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      const other = await window.tools.negotiated('audio')
      await callee.setRemoteDescription({ type: 'answer', sdp: other.callee.localDescription?.sdp ?? '' })
    },
  ],
  [
    'own offer while answering',
    'wrong-state-have-remote-offer',
    'set-local-offer',
    async () => {
      const pc = window.tools.withKinds('audio')
      const offer = await pc.createOffer()
      await pc.setRemoteDescription(await window.tools.offerOf('audio'))
      await pc.setLocalDescription(offer)
    },
  ],
  [
    'own answer while offering',
    'wrong-state-have-local-offer',
    'set-local-answer',
    async () => {
      const pc = window.tools.withKinds('audio')
      await pc.setRemoteDescription(await window.tools.offerOf('audio'))
      const answer = await pc.createAnswer()
      await pc.setRemoteDescription({ type: 'rollback' })
      await pc.setLocalDescription(await pc.createOffer())
      await pc.setLocalDescription(answer)
    },
  ],
  [
    'candidate before the description',
    'remote-description-null',
    'set-remote-offer',
    async () => {
      const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host'
      await window.tools.withKinds('audio').addIceCandidate({ candidate, sdpMid: '0' })
    },
  ],
  [
    'createAnswer in stable',
    'cannot-create-answer',
    'create-answer',
    () => window.tools.withKinds('audio').createAnswer(),
  ],
  [
    'createAnswer while offering',
    'cannot-create-answer',
    'create-answer',
    async () => {
      const pc = window.tools.withKinds('audio')
      await pc.setLocalDescription(await pc.createOffer())
      await pc.createAnswer()
    },
  ],
  [
    'createOffer while answering',
    'cannot-create-offer',
    'create-offer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      await callee.createOffer()
    },
  ],
  [
    'rollback in stable',
    'rollback-refused',
    'set-local-offer',
    () => window.tools.withKinds('audio').setLocalDescription({ type: 'rollback' }),
  ],
  [
    'rollback on the other side',
    'rollback-refused',
    'set-remote-offer',
    async () => {
      const pc = window.tools.withKinds('audio')
      await pc.setLocalDescription(await pc.createOffer())
      await pc.setRemoteDescription({ type: 'rollback' })
    },
  ],
  [
    'createOffer after close',
    'connection-closed',
    'create-offer',
    () => {
      const pc = window.tools.withKinds('audio')
      pc.close()
      return pc.createOffer()
    },
  ],
  [
    'setRemoteDescription after close',
    'connection-closed',
    'set-remote-answer',
    async () => {
      const pc = window.tools.withKinds('audio')
      pc.close()
      await pc.setRemoteDescription(await window.tools.offerOf('audio'))
    },
  ],
  [
    'addIceCandidate after close',
    'connection-closed',
    'set-remote-offer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      callee.close()
      const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host'
      await callee.addIceCandidate({ candidate, sdpMid: '0' })
    },
  ],
  [
    'addTrack after close',
    'connection-closed',
    'add-tracks',
    () => {
      const pc = window.tools.peer()
      pc.close()
      pc.addTrack(window.tools.track('video'))
    },
  ],
  [
    'reading localDescription after close',
    'connection-closed',
    'set-local-offer',
    async () => {
      const { caller } = await window.tools.offered('audio')
      caller.close()
      return caller.localDescription
    },
  ],
  [
    'answer that createAnswer never made',
    'sdp-modified',
    'set-local-answer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      const other = await window.tools.negotiated('audio')
      await callee.setLocalDescription({ type: 'answer', sdp: other.callee.localDescription?.sdp ?? '' })
    },
  ],
  [
    'offer with a section cut off',
    'sdp-modified',
    'set-local-offer',
    async () => {
      const pc = window.tools.withKinds('audio', 'video')
      const { sdp = '' } = await pc.createOffer()
      await pc.setLocalDescription({ type: 'offer', sdp: sdp.slice(0, sdp.indexOf('m=video')) })
    },
  ],
  [
    'offer of an earlier createOffer',
    'sdp-modified',
    'set-local-offer',
    async () => {
      const pc = window.tools.withKinds('audio')
      const first = await pc.createOffer()
      await pc.createOffer()
      await pc.setLocalDescription(first)
    },
  ],
  [
    'a track twice',
    'track-added-twice',
    'add-tracks',
    () => {
      const pc = window.tools.peer()
      const track = window.tools.track('video')
      pc.addTrack(track)
      pc.addTrack(track)
    },
  ],
  [
    'another kind of track in its place',
    'missing-argument',
    null,
    async () => {
      const [transceiver] = window.tools.withKinds('audio').getTransceivers()
      await transceiver?.sender.replaceTrack(window.tools.track('video'))
    },
  ],
  [
    'no argument',
    'missing-argument',
    'add-tracks',
    () => (window.tools.peer() as unknown as { addTrack(): void }).addTrack(),
  ],
  [
    'a type that does not exist',
    'missing-argument',
    'set-remote-offer',
    () => window.tools.peer().setRemoteDescription({ type: 'foo' as 'offer', sdp: '' }),
  ],
  [
    'a description without a type',
    { chromium: 'sdp-parse-error', firefox: 'missing-argument' },
    'set-remote-offer',
    () => window.tools.peer().setRemoteDescription({ sdp: 'v=0' } as RTCSessionDescriptionInit),
  ],
]
