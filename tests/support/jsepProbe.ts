/*
 * Drives an RTCPeerConnection, real or fake, into a signaling state and tries one operation there. Self-contained:
 * the browser tests send the function's text into the page.
 */

export const JSEP_STATES = [
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
  'closed',
] as const

export const JSEP_OPERATIONS = [
  'createOffer()',
  'createAnswer()',
  'setLocal()',
  'setLocal(offer)',
  'setLocal(answer)',
  'setLocal(pranswer)',
  'setLocal(rollback)',
  'setRemote(offer)',
  'setRemote(answer)',
  'setRemote(pranswer)',
  'setRemote(rollback)',
  'addIceCandidate(valid)',
  'addIceCandidate()',
] as const

export type JsepState = (typeof JSEP_STATES)[number]
export type JsepOperation = (typeof JSEP_OPERATIONS)[number]

/** What an operation did: the state and filled slots after it, or the name of its error. */
export interface JsepOutcome {
  error: string | null
  signalingState: string
  slots: string
}

/** Tries one cell of the JSEP table. `unreachable` where the browser cannot get into the state. */
export async function probeJsep(
  connect: () => RTCPeerConnection,
  addMedia: (pc: RTCPeerConnection) => void,
  state: JsepState,
  operation: JsepOperation,
): Promise<JsepOutcome | 'unreachable'> {
  const pc = connect()
  const other = connect()
  addMedia(pc)
  addMedia(other)

  const offerOf = async (from: RTCPeerConnection) => {
    const { type, sdp } = await from.createOffer()
    return { type, sdp: sdp ?? '' }
  }
  const answerTo = async (offer: RTCSessionDescriptionInit, type: 'answer' | 'pranswer') => {
    const answerer = connect()
    addMedia(answerer)
    await answerer.setRemoteDescription(offer)
    const { sdp } = await answerer.createAnswer()
    answerer.close()
    return { type, sdp: sdp ?? '' }
  }

  try {
    try {
      if (state === 'have-local-offer' || state === 'have-remote-pranswer')
        await pc.setLocalDescription(await offerOf(pc))
      if (state === 'have-remote-offer' || state === 'have-local-pranswer') {
        await pc.setRemoteDescription(await offerOf(other))
      }
      if (state === 'have-local-pranswer') {
        const { sdp } = await pc.createAnswer()
        await pc.setLocalDescription({ type: 'pranswer', sdp: sdp ?? '' })
      }
      if (state === 'have-remote-pranswer') {
        const { type, sdp } = pc.pendingLocalDescription ?? { type: 'offer' as const, sdp: '' }
        await pc.setRemoteDescription(await answerTo({ type, sdp }, 'pranswer'))
      }
      if (state === 'closed') pc.close()
    } catch {
      return 'unreachable'
    }
    if (pc.signalingState !== state) return 'unreachable'

    let error: string | null = null
    try {
      const [, method = '', argument = ''] = /^(\w+)\((.*)\)$/.exec(operation) ?? []
      if (method === 'createOffer') await pc.createOffer()
      else if (method === 'createAnswer') await pc.createAnswer()
      else if (method === 'addIceCandidate') {
        const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host'
        await pc.addIceCandidate(
          argument === 'valid' ? { candidate, sdpMid: '0', sdpMLineIndex: 0 } : undefined,
        )
      } else if (method === 'setLocal') {
        await (argument === ''
          ? pc.setLocalDescription()
          : pc.setLocalDescription({ type: argument as RTCSdpType }))
      } else if (argument === 'rollback') await pc.setRemoteDescription({ type: 'rollback', sdp: '' })
      // An offer that is open already is set again: a second one of the same end would have other mids.
      else if (argument === 'offer') {
        const open = pc.signalingState === 'closed' ? null : pc.pendingRemoteDescription
        await pc.setRemoteDescription(
          open?.type === 'offer' ? { type: 'offer', sdp: open.sdp } : await offerOf(other),
        )
      } else {
        const open = pc.signalingState === 'closed' ? null : pc.localDescription
        const offer = open?.type === 'offer' ? { type: open.type, sdp: open.sdp } : await offerOf(other)
        await pc.setRemoteDescription(await answerTo(offer, argument as 'answer' | 'pranswer'))
      }
    } catch (caught) {
      error = (caught as DOMException).name
    }

    const slots =
      pc.signalingState === 'closed'
        ? 'closed'
        : [
            pc.pendingLocalDescription,
            pc.currentLocalDescription,
            pc.pendingRemoteDescription,
            pc.currentRemoteDescription,
          ]
            .map((slot) => slot?.type ?? '–')
            .join(' ')
    return { error, signalingState: pc.signalingState, slots }
  } finally {
    pc.close()
    other.close()
  }
}
