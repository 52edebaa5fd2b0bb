/** The channel of a foreign peer: has the same interface in Node and in a browser page. */
export interface ForeignWire {
  post(data: unknown): void
  subscribe(listener: (data: unknown) => void): void
}

interface ForeignMessage {
  from: string
  session: string
  seq: number
  kind: string
  reply?: boolean
  description?: RTCSessionDescriptionInit
  candidate?: RTCIceCandidateInit
}

/**
 * A callee written by hand: it answers an offer in the format of the signaling messages, and has neither machine, log
 * nor room. It uses nothing from outside itself, because a browser test passes its source to another page.
 */
export function answerByHand(wire: ForeignWire, pc: RTCPeerConnection, room: string): void {
  const session = 'by-hand'
  let sent = -1
  let received = -1
  let partner: string | null = null
  let work = Promise.resolve()

  // The order of the fields is that of the schema, because the checksum is of the text (FNV-1a, 32 bits).
  function post(message: object) {
    let sum = 0x811c9dc5
    for (const character of JSON.stringify(message)) {
      sum = Math.imul(sum ^ character.charCodeAt(0), 0x01000193)
    }
    wire.post({ ...message, sum: sum >>> 0 })
  }

  function hello(reply: boolean) {
    const message = { v: 1, room, from: 'callee', session, seq: sent, kind: 'hello' }
    post({ ...message, received, of: partner, reply })
  }

  function send(kind: string, body: object) {
    sent += 1
    post({ v: 1, room, from: 'callee', session, seq: sent, kind, ...body })
  }

  async function take({ kind, description, candidate }: ForeignMessage) {
    if (kind === 'candidate' && candidate !== undefined) await pc.addIceCandidate(candidate)
    if (kind !== 'description' || description === undefined) return
    await pc.setRemoteDescription(description)
    const answer = await pc.createAnswer()
    await pc.setLocalDescription(answer)
    send('description', { description: { type: 'answer', sdp: answer.sdp } })
  }

  pc.addEventListener('icecandidate', ({ candidate: gathered }) => {
    if (gathered === null || gathered.candidate === '') return
    const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = gathered.toJSON()
    // A candidate is posted after its description.
    work = work.then(() => {
      send('candidate', { candidate: { candidate, sdpMid, sdpMLineIndex, usernameFragment } })
    })
  })

  wire.subscribe((data) => {
    const message = data as ForeignMessage
    if (message.from !== 'caller') return
    partner = message.session
    if (message.kind === 'hello') {
      if (message.reply === true) hello(false)
    } else if (message.seq === received + 1) {
      received += 1
      work = work.then(() => take(message))
    }
  })
  hello(true)
}
