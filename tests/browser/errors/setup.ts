import type { Row } from './provocation'

/** Connections that cannot be created. */
export const SETUP: readonly Row[] = [
  [
    'an http address as ICE server',
    'ice-url-invalid',
    'add-tracks',
    () => window.tools.peer({ iceServers: [{ urls: 'http://x' }] }),
  ],
  [
    'an ICE server with slashes',
    'ice-url-invalid',
    'add-tracks',
    () => window.tools.peer({ iceServers: [{ urls: 'stun://x' }] }),
  ],
  [
    'TURN without a login',
    'turn-credentials-missing',
    'add-tracks',
    () => window.tools.peer({ iceServers: [{ urls: 'turn:192.0.2.1' }] }),
  ],
  [
    'STUN over TLS',
    'stuns-not-supported',
    'add-tracks',
    () => window.tools.peer({ iceServers: [{ urls: 'stuns:192.0.2.1' }] }),
  ],
]
