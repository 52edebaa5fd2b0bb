// A member of a room that is not this app (docs/protocol.md): accepts every call, and calls CALLEE once if given.
// A typed line goes over the data channel; `/end` ends the call. Arguments: ws://127.0.0.1:4173/relay ROOM NAME [CALLEE]
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import wrtc from '@roamhq/wrtc'
import { WebSocket } from 'ws'
const [relay, room, name, callee] = process.argv.slice(2)
const hello = { kind: 'hello', name, joinedAt: Date.now() }
let [sent, received, call, next] = [0, 0, null, callee]
const socket = new WebSocket(relay)
const say = (frame) => socket.send(JSON.stringify(frame))
const tell = (to, message) => say({ type: 'send', n: ++sent, to, body: JSON.stringify({ v: 1, ...message }) })
socket.on('open', () => say({ type: 'join', v: 1, room, member: randomUUID(), key: randomUUID(), received }))
socket.on('message', (data) => {
  const frame = JSON.parse(data)
  if (frame.type === 'welcome' || frame.type === 'joined') tell(frame.member ?? 'all', hello)
  if (frame.type === 'left' && frame.member === call?.partner) end('left')
  if (frame.type === 'message') hear(frame.from, JSON.parse(frame.body))
  if (frame.type === 'beat') say({ type: 'ack', n: received })
  else if (frame.type !== 'ack') received = frame.n ?? received
})

function hear(from, message) {
  const isOurs = message.call === call?.id && from === call?.partner
  if (['hello', 'chat'].includes(message.kind)) console.log(message.kind, message.name ?? message.text)
  if (message.kind === 'hello' && message.name === next && !call) next = start(randomUUID(), from, 'invite')
  if (message.kind === 'invite' && call) tell(from, { kind: 'refuse', call: message.call, reason: 'busy' })
  else if (message.kind === 'invite') start(message.call, from, 'accept')
  if (message.kind === 'accept' && isOurs) offer(call)
  if (message.kind === 'signal' && isOurs) call.tasks = call.tasks.then(take.bind(null, call, message.body))
  if (['refuse', 'cancel', 'hang-up'].includes(message.kind) && isOurs) end(message.reason ?? message.kind)
}

function start(id, partner, kind) {
  const pc = new wrtc.RTCPeerConnection()
  const signal = (body) => tell(partner, { kind: 'signal', call: id, body })
  call = { id, partner, pc, signal, tasks: Promise.resolve() }
  pc.ondatachannel = ({ channel }) => channel.label === 'chat' && watch(channel)
  pc.onconnectionstatechange = () => console.log('connection', pc.connectionState)
  pc.onicecandidate = ({ candidate }) =>
    candidate && signal({ kind: 'candidate', candidate: candidate.toJSON() })
  tell(partner, { kind, call: id })
}

// The inviter makes the first offer. This program makes no other, so that two offers never meet.
function offer({ pc, tasks, signal }) {
  watch(pc.createDataChannel('chat'))
  for (const kind of ['audio', 'video']) pc.addTransceiver(kind, { direction: 'recvonly' })
  call.tasks = tasks.then(() => pc.createOffer()).then((description) => describe(pc, signal, description))
}

async function take({ pc, signal }, { kind, candidate, description }) {
  if (kind === 'candidate') await pc.addIceCandidate(candidate)
  if (kind === 'description') await pc.setRemoteDescription(description)
  if (description?.type === 'offer') await describe(pc, signal, await pc.createAnswer())
}

async function describe(pc, signal, { type, sdp }) {
  signal({ kind: 'description', description: { type, sdp } })
  await pc.setLocalDescription({ type, sdp })
}

function watch(channel) {
  call.chat = channel
  channel.onopen = () => console.log('channel open')
  channel.onmessage = ({ data }) => console.log('channel', data)
}

// What has arrived is taken first: a connection that is closed would refuse it.
function end(why) {
  call = void call.tasks.then(call.pc.close.bind(call.pc))
  console.log('ended', why)
}

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line !== '/end') return call.chat.send(line)
  tell(call.partner, { kind: 'hang-up', call: call.id })
  end('hang-up')
})
