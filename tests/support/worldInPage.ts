import { openBroadcast } from '../../broadcast-signaling/broadcast'
import type { CallWorld } from '../../src/session/callWorld'
import { engine } from '../../src/session/engine'

/** A tone and a picture that changes: tracks that need no permission and send packets. */
const openPattern: CallWorld['openMedia'] = ({ source }) => {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const destination = audio.createMediaStreamDestination()
  tone.connect(destination)
  tone.start()
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 })
  const context = canvas.getContext('2d')
  let frame = 0
  const drawing = setInterval(() => {
    if (context === null) return
    frame += 1
    context.fillStyle = `hsl(${String((frame * 15) % 360)} 60% 50%)`
    context.fillRect(0, 0, canvas.width, canvas.height)
  }, 50)
  const stream = new MediaStream([...destination.stream.getTracks(), ...canvas.captureStream(20).getTracks()])
  return Promise.resolve({
    stream,
    summary: { source, tracks: stream.getTracks().map(({ kind, label }) => ({ kind, label })) },
    onEnded: () => undefined,
    close() {
      clearInterval(drawing)
      for (const track of stream.getTracks()) track.stop()
      void audio.close()
    },
  })
}

/** The browser's own connections, for modules that browser tests bundle and run in a page. */
export const world: CallWorld = {
  engine,
  openChannel: openBroadcast,
  loadRelay: () => Promise.reject(new DOMException('There is no relay here.', 'NetworkError')),
  connect: (config) => new RTCPeerConnection(config),
  openMedia: openPattern,
  patience: { read: () => 'unknown', keep: () => undefined },
  locks: undefined,
  nextFrame: (run) => {
    run()
  },
  afterPaint: (run) => {
    run()
  },
}
