import type { Row } from './provocation'

/** Candidates that are refused. */
export const ICE: readonly Row[] = [
  [
    'a candidate that is no candidate',
    'candidate-refused',
    'set-remote-offer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      await callee.addIceCandidate({ candidate: 'garbage', sdpMid: '0' })
    },
  ],
  [
    'a candidate of an unknown section',
    'candidate-refused',
    'set-remote-offer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host'
      await callee.addIceCandidate({ candidate, sdpMid: 'zz' })
    },
  ],
  [
    'a candidate without its section',
    'candidate-without-mid',
    'set-remote-offer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      await callee.addIceCandidate({ candidate: 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host' })
    },
  ],
  [
    'a candidate of before the restart',
    'unknown-ufrag',
    'set-remote-offer',
    async () => {
      const { callee } = await window.tools.offered('audio')
      const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host'
      await callee.addIceCandidate({ candidate, sdpMid: '0', usernameFragment: 'zzzz' })
    },
  ],
]
