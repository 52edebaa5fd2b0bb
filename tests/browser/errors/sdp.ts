import type { Row } from './provocation'

/** Descriptions that the browser refuses. */
export const SDP: readonly Row[] = [
  [
    'no SDP at all',
    'sdp-parse-error',
    'set-remote-offer',
    () => window.tools.peer().setRemoteDescription({ type: 'offer', sdp: 'hello' }),
  ],
  [
    'a line that lost its equals sign',
    'sdp-parse-error',
    'set-remote-offer',
    () => {
      const sdp = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns-\r\nt=0 0\r\n'
      return window.tools.peer().setRemoteDescription({ type: 'offer', sdp })
    },
  ],
  [
    'the last line end trimmed',
    'sdp-parse-error',
    'set-remote-offer',
    () => {
      const sdp = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=ice-lite'
      return window.tools.peer().setRemoteDescription({ type: 'offer', sdp })
    },
  ],
  [
    'an answer to another offer',
    'm-line-order',
    'set-remote-answer',
    async () => {
      const { caller } = await window.tools.offered('audio', 'video')
      const other = await window.tools.negotiated('video', 'audio')
      await caller.setRemoteDescription({ type: 'answer', sdp: other.callee.localDescription?.sdp ?? '' })
    },
  ],
  [
    'an answer with a section less',
    'm-line-order',
    'set-remote-answer',
    async () => {
      const { caller } = await window.tools.offered('audio', 'video')
      const other = await window.tools.negotiated('audio')
      await caller.setRemoteDescription({ type: 'answer', sdp: other.callee.localDescription?.sdp ?? '' })
    },
  ],
  [
    'a second offer in another order',
    'm-line-order',
    'set-remote-offer',
    async () => {
      const { callee } = await window.tools.negotiated('audio', 'video')
      await callee.setRemoteDescription(await window.tools.offerOf('video', 'audio'))
    },
  ],
  [
    'no fingerprint',
    'fingerprint-missing',
    'set-remote-offer',
    async () => {
      const { sdp = '' } = await window.tools.offerOf('audio')
      const bare = sdp.replace(/a=fingerprint:.*\r\n/g, '')
      await window.tools.peer().setRemoteDescription({ type: 'offer', sdp: bare })
    },
  ],
  [
    'no ufrag',
    'ice-credentials-missing',
    'set-remote-offer',
    async () => {
      const { sdp = '' } = await window.tools.offerOf('audio')
      const bare = sdp.replace(/a=ice-ufrag:.*\r\n/g, '')
      await window.tools.peer().setRemoteDescription({ type: 'offer', sdp: bare })
    },
  ],
  [
    'no rtcp-mux',
    'rtcp-mux-missing',
    'set-remote-offer',
    async () => {
      const { sdp = '' } = await window.tools.offerOf('audio')
      const bare = sdp.replace(/a=rtcp-mux\r\n/g, '')
      await window.tools.peer().setRemoteDescription({ type: 'offer', sdp: bare })
    },
  ],
  [
    'an answer that is actpass',
    'setup-role',
    'set-remote-answer',
    async () => {
      const { caller, callee } = await window.tools.offered('audio')
      const { sdp = '' } = await callee.createAnswer()
      const wrong = sdp.replace(/a=setup:active/g, 'a=setup:actpass')
      await caller.setRemoteDescription({ type: 'answer', sdp: wrong })
    },
  ],
  [
    'the other kind offered after a draft',
    'bundle-codec-collision',
    'set-local-offer',
    async () => {
      const pc = window.tools.withKinds('video')
      await pc.createOffer()
      await pc.setRemoteDescription(await window.tools.offerOf('audio'))
      await pc.setLocalDescription(await pc.createAnswer())
      await pc.setLocalDescription(await pc.createOffer())
    },
  ],
]
