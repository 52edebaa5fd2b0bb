import { JSEP_OPERATIONS, probeJsep } from './jsepProbe'
import type { JsepState, JsepWorld } from './jsepProbe'
import { playScene, SCENE_NAMES } from './peerScenes'

/** A tone and a blank picture: tracks that need no permission. */
const openMedia: JsepWorld['openMedia'] = ({ source }) => {
  const context = new AudioContext()
  const canvas = document.createElement('canvas')
  // Firefox captures a canvas only if it has a context.
  canvas.getContext('2d')
  const stream = new MediaStream([
    ...context.createMediaStreamDestination().stream.getTracks(),
    ...canvas.captureStream().getTracks(),
  ])
  return Promise.resolve({
    stream,
    summary: { source, tracks: [] },
    onEnded: () => undefined,
    close: () => void context.close(),
  })
}

const world: JsepWorld = { connect: (config) => new RTCPeerConnection(config), openMedia }

/** Every operation in one state, with the browser's own connections. */
export async function probeAll(state: JsepState) {
  const outcomes: [string, Awaited<ReturnType<typeof probeJsep>>][] = []
  for (const operation of JSEP_OPERATIONS)
    outcomes.push([operation, await probeJsep(world, state, operation)])
  return Object.fromEntries(outcomes)
}

/** Every scene between two of the browser's own connections. */
export async function playAll() {
  const told: [string, string[]][] = []
  for (const name of SCENE_NAMES) told.push([name, await playScene(world, name)])
  return Object.fromEntries(told)
}
