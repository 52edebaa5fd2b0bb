import type { MediaSummary } from '../../machines/contracts'
import type { End } from '../../machines/steps'

export interface TestPattern {
  stream: MediaStream
  tracks: MediaSummary['tracks']
  close(): void
}

const SIZE = { width: 640, height: 480 }
const FRAMES_PER_SECOND = 30

/** Each end has its own picture and tone, so that they can be told apart. */
const LOOKS = {
  caller: { colour: '#86a6ff', deep: '#1a2340', pitch: 440 },
  callee: { colour: '#ffa564', deep: '#35210f', pitch: 554.37 },
} satisfies Record<End, object>

const BARS = ['#eef1f6', '#e8b90c', '#4fd3a1', '#86a6ff', '#c29bff', '#ff7b7f', '#ffa564']

/** A moving picture and a quiet tone: a call without camera, microphone or permission. */
export function openTestPattern(end: End): TestPattern {
  const picture = openPicture(end)
  const tone = openTone(LOOKS[end].pitch)
  const stream = new MediaStream([...tone.stream.getTracks(), ...picture.stream.getTracks()])

  return {
    stream,
    // The browsers' own labels of these tracks are random, or empty.
    tracks: [
      { kind: 'audio', label: 'OscillatorNode' },
      { kind: 'video', label: 'canvas.captureStream()' },
    ],
    close() {
      for (const track of stream.getTracks()) track.stop()
      picture.close()
      tone.close()
    },
  }
}

function openPicture(end: End) {
  const canvas = Object.assign(document.createElement('canvas'), SIZE)
  const context = canvas.getContext('2d', { alpha: false })
  const draw = () => {
    if (context !== null) drawFrame(context, end, new Date())
  }
  draw()
  const ticker = new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' })
  ticker.onmessage = draw
  return {
    stream: canvas.captureStream(FRAMES_PER_SECOND),
    close: () => {
      ticker.terminate()
    },
  }
}

function openTone(pitch: number) {
  const audio = new AudioContext()
  const oscillator = new OscillatorNode(audio, { frequency: pitch })
  const quiet = new GainNode(audio, { gain: 0.02 })
  const destination = new MediaStreamAudioDestinationNode(audio, { channelCount: 1 })
  oscillator.connect(quiet).connect(destination)
  oscillator.start()
  // Never awaited: without an audio device it stays pending in Firefox.
  audio.resume().catch(() => undefined)

  return {
    stream: destination.stream,
    close: () => {
      oscillator.stop()
      audio.close().catch(() => undefined)
    },
  }
}

/** Draws drifting colour bars, the end's name, a clock, and a band that crosses once in two seconds. */
function drawFrame(context: CanvasRenderingContext2D, end: End, now: Date) {
  const { width, height } = SIZE
  const { colour, deep } = LOOKS[end]
  const turns = now.getTime() / 2000
  const turn = Math.floor(turns)
  const phase = turns - turn

  context.fillStyle = deep
  context.fillRect(0, 0, width, height)

  const barWidth = width / BARS.length
  for (let slot = -1; slot < BARS.length; slot++) {
    context.fillStyle = BARS.at((slot - turn) % BARS.length) ?? colour
    context.fillRect((slot + phase) * barWidth, 0, barWidth + 1, 96)
  }

  context.fillStyle = colour
  context.fillRect(phase * (width + 160) - 160, 392, 160, 48)

  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = '700 104px system-ui, sans-serif'
  context.fillText(end, width / 2, 176)
  context.fillStyle = '#ffffff'
  context.font = '500 72px ui-monospace, "DejaVu Sans Mono", monospace'
  context.fillText(readClock(now), width / 2, 280)
}

/** Local time with tenths, as in 09:41:07.3, to show the delay between the two ends. */
function readClock(now: Date): string {
  const parts = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${parts.join(':')}.${Math.floor(now.getMilliseconds() / 100)}`
}
