import * as v from 'valibot'

/* The shapes of machines/contracts.ts in a file from any source. Strict: an unknown field makes it invalid. Lengths are
   in UTF-16 units and generous: no browser has come near them. */

/** RFC 9429 sets no limit; the signaling refuses longer ones too (broadcast-signaling/message.ts). */
const MAX_SDP = 256 * 1024

export const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const list = <S extends v.GenericSchema>(item: S, max: number) => v.pipe(v.array(item), v.maxLength(max))

/** Every field may be missing, but is never `undefined`, because JSON has no such value. */
function exactPartial<T extends Record<string, v.GenericSchema>>(entries: T) {
  const optional = Object.entries(entries).map(([key, schema]) => [key, v.exactOptional(schema)])
  return Object.fromEntries(optional) as { [K in keyof T]: v.ExactOptionalSchema<T[K], undefined> }
}

export const description = v.strictObject({
  type: v.picklist(['offer', 'answer', 'pranswer']),
  sdp: text(MAX_SDP),
})

export const candidate = v.strictObject({
  candidate: text(2_048),
  sdpMid: v.nullable(text(64)),
  sdpMLineIndex: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff))),
  usernameFragment: v.nullable(text(256)),
})

export const candidateError = v.strictObject({
  url: text(1_024),
  errorCode: v.pipe(v.number(), v.integer()),
  errorText: text(1_024),
  address: v.nullable(text(256)),
  port: v.nullable(v.pipe(v.number(), v.integer())),
})

export const problem = v.strictObject({
  name: text(128),
  message: text(8_192),
  constraint: v.exactOptional(text(128)),
})

const iceServer = v.strictObject({
  urls: list(text(1_024), 32),
  username: v.exactOptional(text(1_024)),
  credential: v.exactOptional(text(1_024)),
})

const settingsEntries = {
  media: v.picklist(['camera', 'test-pattern']),
  trickle: v.boolean(),
  iceServers: list(iceServer, 32),
  relayOnly: v.boolean(),
}

export const settings = v.strictObject(settingsEntries)
export const settingsChange = v.strictObject(exactPartial(settingsEntries))

export const mediaSummary = v.strictObject({
  source: v.picklist(['camera', 'test-pattern', 'screen']),
  tracks: list(v.strictObject({ kind: text(32), label: text(1_024) }), 32),
})

const slot = v.nullable(description)

const transceiver = v.strictObject({
  id: v.exactOptional(text(64)),
  mid: v.nullable(text(64)),
  kind: text(32),
  direction: text(32),
  currentDirection: v.nullable(text(32)),
})

const statusEntries = {
  signalingState: v.picklist([
    'stable',
    'have-local-offer',
    'have-remote-offer',
    'have-local-pranswer',
    'have-remote-pranswer',
    'closed',
  ]),
  iceGatheringState: v.picklist(['new', 'gathering', 'complete']),
  iceConnectionState: v.picklist([
    'new',
    'checking',
    'connected',
    'completed',
    'disconnected',
    'failed',
    'closed',
  ]),
  connectionState: v.picklist(['new', 'connecting', 'connected', 'disconnected', 'failed', 'closed']),
  pendingLocalDescription: slot,
  currentLocalDescription: slot,
  pendingRemoteDescription: slot,
  currentRemoteDescription: slot,
  transceivers: list(transceiver, 256),
}

export const peerStatus = v.strictObject(statusEntries)
export const peerStatusChange = v.strictObject(exactPartial(statusEntries))

export const remoteTrack = v.strictObject({ id: text(256), kind: text(32), muted: v.boolean() })
