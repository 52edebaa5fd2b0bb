import { MEDIA_SIGNS } from './mediaSigns'
import type { Sign } from './sign'

/** Failures that throw nothing, provoked in a page with `window.tools` and nothing from outside. */
export const SIGNS: readonly Sign[] = [
  ...MEDIA_SIGNS,
  {
    error: 'no-candidates',
    run: async () => {
      const pc = window.tools.peer()
      let events = 0
      pc.onicecandidate = () => {
        events += 1
      }
      await pc.setLocalDescription(await pc.createOffer())
      // Another end gathers meanwhile: everything that arrives at all has arrived by then.
      const other = window.tools.withKinds('data')
      await other.setLocalDescription()
      await window.tools.until(() => other.localDescription?.sdp.includes('a=candidate') === true)
      const sections = pc.localDescription?.sdp.match(/^m=/gm)?.length ?? 0
      return `signalingState: ${pc.signalingState}, iceGatheringState: ${pc.iceGatheringState}, m-lines: ${String(sections)}, icecandidate events: ${String(events)}`
    },
  },
  {
    error: 'ice-701',
    run: () =>
      new Promise((resolve) => {
        const pc = window.tools.peer({ iceServers: [{ urls: 'stun:nowhere.invalid' }] })
        pc.createDataChannel('data')
        pc.onicecandidateerror = ({ errorCode, errorText }) => {
          resolve(`errorCode: ${String(errorCode)}, errorText: "${errorText}"`)
        }
        void pc.setLocalDescription()
      }),
  },
  {
    error: 'new-for-ever',
    run: async () => {
      const { caller } = await window.tools.negotiated('audio')
      const start = performance.now()
      await window.tools.until(() => caller.connectionState === 'failed' || performance.now() > start + 7000)
      return `7 s after the answer, no candidate delivered: connectionState: ${caller.connectionState}`
    },
  },
  {
    error: 'dtls-failed',
    run: async () => {
      const { caller, callee } = await window.tools.offered('data')
      caller.addEventListener(
        'icecandidate',
        ({ candidate }) => void (candidate && callee.addIceCandidate(candidate)),
      )
      callee.addEventListener(
        'icecandidate',
        ({ candidate }) => void (candidate && caller.addIceCandidate(candidate)),
      )
      await callee.setLocalDescription()
      const wrong = (callee.localDescription?.sdp ?? '').replace(
        /(a=fingerprint:\S+ )(..)/g,
        (_, start: string, first: string) => start + (first === '00' ? '01' : '00'),
      )
      await caller.setRemoteDescription({ type: 'answer', sdp: wrong })
      await window.tools.until(() => caller.connectionState === 'failed')
      return `iceConnectionState: ${caller.iceConnectionState}, connectionState: ${caller.connectionState}, DTLS transport: ${caller.sctp?.transport.state ?? ''}`
    },
  },
  {
    error: 'one-way-media',
    run: async () => {
      const { caller, callee } = await window.tools.offered('audio')
      callee.addTransceiver('audio')
      await callee.setLocalDescription()
      await caller.setRemoteDescription({ type: 'answer', sdp: callee.localDescription?.sdp ?? '' })
      const [transceiver] = caller.getTransceivers()
      return `caller: direction: ${String(transceiver?.direction)}, currentDirection: ${String(transceiver?.currentDirection)}`
    },
  },
  {
    error: 'codec-rejected',
    run: async () => {
      const codecs = RTCRtpReceiver.getCapabilities('video')?.codecs ?? []
      const only = (name: string) => codecs.filter(({ mimeType }) => mimeType === `video/${name}`)
      const caller = window.tools.withKinds('video')
      caller.getTransceivers()[0]?.setCodecPreferences(only('AV1'))
      const callee = window.tools.peer()
      await callee.setRemoteDescription(await caller.createOffer())
      callee.getTransceivers()[0]?.setCodecPreferences(only('VP8'))
      const { sdp } = await callee.createAnswer()
      return `answer: ${/^m=video \d+/m.exec(sdp ?? '')?.[0] ?? ''}`
    },
  },
  {
    error: 'answer-lost',
    run: async () => {
      const { caller, callee } = await window.tools.offered('audio')
      await callee.setLocalDescription()
      return `caller: signalingState: ${caller.signalingState}; callee: signalingState: ${callee.signalingState}`
    },
  },
  {
    error: 'glare',
    run: async () => {
      const ends = [window.tools.withKinds('audio'), window.tools.withKinds('audio')] as const
      const [first, second] = ends
      const plain = (pc: RTCPeerConnection) => ({
        type: pc.localDescription!.type,
        sdp: pc.localDescription!.sdp,
      })
      for (const pc of ends) await pc.setLocalDescription()
      const offers = ends.map(plain)
      await first.setRemoteDescription(offers[1]!)
      await second.setRemoteDescription(offers[0]!)
      for (const pc of ends) await pc.setLocalDescription()
      const answers = ends.map(plain)
      await Promise.allSettled([
        first.setRemoteDescription(answers[1]!),
        second.setRemoteDescription(answers[0]!),
      ])
      const states = new Set(
        ends.map(
          (pc) => `signalingState: ${pc.signalingState}, iceConnectionState: ${pc.iceConnectionState}`,
        ),
      )
      return `both ends: ${[...states].join(' / ')}`
    },
  },
]
