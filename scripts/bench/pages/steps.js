// The thirteen actions one by one with the browser's API. A click shows one word, so the measured time is the machine's
// own.

import { addMedia, capture, connect, release } from './bare.js'

/** @typedef {Record<string, () => unknown>} Steps */

/** @type {RTCPeerConnection[]} */
let connections = []

/** What the thirteen actions of a fresh call do, by the names that the app has for them. @returns {Steps} */
function prepare() {
  const [a, b] = (connections = [connect(), connect()])
  if (!a || !b) throw new Error('two connections were asked for')
  /** @type {MediaStream} */
  let stream
  /** @type {RTCSessionDescriptionInit} */
  let offer
  /** @type {RTCSessionDescriptionInit} */
  let answer
  return {
    'capture-media': async () => (stream = await capture()),
    'add-tracks': () => addMedia(a, stream),
    'create-offer': async () => (offer = await a.createOffer()),
    'set-local-offer': () => a.setLocalDescription(offer),
    'gather-candidates': () => gathered(a),
    'send-offer': () => undefined,
    'set-remote-offer': () => b.setRemoteDescription(a.localDescription ?? offer),
    'prepare-callee-media': async () => addMedia(b, await capture()),
    'create-answer': async () => (answer = await b.createAnswer()),
    'set-local-answer': async () => {
      await b.setLocalDescription(answer)
      await gathered(b)
    },
    'send-answer': () => undefined,
    'receive-answer': () => undefined,
    'set-remote-answer': () => a.setRemoteDescription(b.localDescription ?? answer),
  }
}

function gathered(/** @type {RTCPeerConnection} */ pc) {
  return new Promise((resolve) => {
    const look = () => pc.iceGatheringState === 'complete' && resolve(undefined)
    pc.addEventListener('icegatheringstatechange', look)
    look()
  })
}

const list = document.getElementById('steps')
/** @type {Steps} */
let steps = {}

function restart() {
  release(connections)
  steps = prepare()
  list?.replaceChildren(
    ...Object.keys(steps).map((id) => {
      const item = document.createElement('li')
      item.dataset['step'] = id
      item.textContent = id
      return item
    }),
  )
  makeReady()
}

function makeReady() {
  const next = list?.querySelector('li:not([data-status])')
  next?.setAttribute('data-status', 'ready')
}

async function next() {
  const item = /** @type {HTMLElement | null} */ (list?.querySelector('[data-status="ready"]'))
  if (!item) return
  item.dataset['status'] = 'busy'
  await steps[item.dataset['step'] ?? '']?.()
  item.dataset['status'] = 'done'
  item.append(' ✓')
  makeReady()
}

document.querySelector('[data-action="restart"]')?.addEventListener('click', restart)
document.querySelector('[data-action="next"]')?.addEventListener('click', next)
addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowRight') void next()
})
restart()
