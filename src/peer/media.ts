import type { MediaSummary, Settings } from '../../machines/contracts'
import type { End } from '../../machines/steps'

/** What an end sends: captured by a camera and a microphone, or drawn and hummed by the page itself. */
export interface Media {
  stream: MediaStream
  summary: MediaSummary
  /** Tells, until it is closed, the kind of a track that ended by itself: unplugged, or its permission taken back. */
  onEnded(listener: (kind: string) => void): void
  /** Releases the devices. Idempotent. */
  close(): void
}

export interface MediaOptions {
  source: Settings['media']
  end: End
}

/** Captures; rejects with the browser's own exception. */
export async function openMedia({ source, end }: MediaOptions): Promise<Media> {
  const { stream, tracks, close } = await (source === 'camera' ? openCamera() : openPattern(end))
  // Chromium keeps a captured stream for seconds after its end, and with it whatever listens to its tracks.
  const listening = new AbortController()

  return {
    stream,
    summary: { source, tracks },
    onEnded(listener) {
      for (const track of stream.getTracks()) {
        track.addEventListener('ended', () => listener(track.kind), { signal: listening.signal })
      }
    },
    close() {
      listening.abort()
      close()
    },
  }
}

/** The drawing comes with its first use. */
async function openPattern(end: End) {
  const { openTestPattern } = await import('./testPattern')
  return openTestPattern(end)
}

/** On an insecure page `mediaDevices` is undefined, and the TypeError of that is the one a learner will meet. */
async function openCamera() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true })
  return {
    stream,
    tracks: stream.getTracks().map(({ kind, label }) => ({ kind, label })),
    close: () => {
      for (const track of stream.getTracks()) track.stop()
    },
  }
}
