import type { Script } from '../../machines/script'

/**
 * A call unlike the app's: the callee prepares first, nothing is captured, several calls are one step, and a
 * description is set when it is opened. It tests what a script can express; no page runs it.
 */
export const TINY = {
  id: 'tiny',
  version: 1,
  roles: ['caller', 'callee'],
  steps: [
    {
      id: 'prepare',
      end: 'callee',
      api: 'createDataChannel()',
      code: "pc = new RTCPeerConnection(config); pc.createDataChannel('chat', { negotiated: true, id: 0 })",
      tab: 'timeline',
      runs: 'operations',
      operations: [
        { call: 'create' },
        { call: 'createDataChannel', label: 'chat', options: { negotiated: true, id: 0 } },
      ],
    },
    {
      id: 'offer',
      end: 'caller',
      api: 'setLocalDescription()',
      code: "pc = new RTCPeerConnection(config); pc.createDataChannel('chat', { negotiated: true, id: 0 }); pc.addTransceiver('audio'); await pc.setLocalDescription()",
      tab: 'sdp',
      runs: 'operations',
      operations: [
        { call: 'create' },
        { call: 'createDataChannel', label: 'chat', options: { negotiated: true, id: 0 } },
        { call: 'addTransceiver', track: 'audio', direction: 'recvonly' },
        { call: 'setLocalDescription' },
      ],
    },
    {
      id: 'post-offer',
      end: 'caller',
      api: 'signaling.send(offer)',
      code: "signaling.send({ kind: 'description', description: pc.localDescription })",
      tab: 'wire',
      crosses: 'offer',
      runs: 'send-offer',
    },
    {
      id: 'answer',
      end: 'callee',
      api: 'setRemoteDescription(), setLocalDescription()',
      code: 'await pc.setRemoteDescription(offer); await pc.setLocalDescription()',
      tab: 'sdp',
      runs: 'operations',
      waitsFor: 'description',
      operations: [{ call: 'setRemoteDescription' }, { call: 'setLocalDescription' }],
    },
    {
      id: 'post-answer',
      end: 'callee',
      api: 'signaling.send(answer)',
      code: "signaling.send({ kind: 'description', description: pc.localDescription })",
      tab: 'wire',
      crosses: 'answer',
      runs: 'send-answer',
    },
    {
      id: 'accept',
      end: 'caller',
      api: 'setRemoteDescription()',
      code: 'await pc.setRemoteDescription(answer)',
      tab: 'sdp',
      runs: 'set-remote-answer',
      waitsFor: 'description',
    },
  ],
} as const satisfies Script

export type TinyId = (typeof TINY.steps)[number]['id']
