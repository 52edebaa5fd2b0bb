import type { CaptureSource, MediaSummary } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { Captured } from './calls/tracks'
import type { Devices, Media, openMedia } from './media'
import type { LocalTrack, MediaKind } from './operations'

/** The name of the capture that is used if none is given. */
const FIRST = 'first'

export interface CapturesOptions {
  end: End
  openMedia: typeof openMedia
  onEnded(kind: string): void
  /** Receives the stream to show of this end, or of its screen; null if there is none. */
  onStream(stream: MediaStream | null, source?: 'screen'): void
}

/** What an end has captured, by name. Capturing under a name again releases the earlier capture. */
export function createCaptures({ end, openMedia, onEnded, onStream }: CapturesOptions) {
  const captures = new Map<string, Media>()
  /** The names of captures that are a screen, or drawn in place of one. */
  const screens = new Set<string>()
  let isClosed = false

  return {
    async open(source: CaptureSource, name = FIRST, devices?: Devices): Promise<MediaSummary> {
      // If a capture fails, no stream is left: the tracks of the earlier capture have ended.
      if (name === FIRST && captures.has(name)) onStream(null)
      captures.get(name)?.close()
      captures.delete(name)
      const opened = await openMedia({ source, end, ...(devices && { devices }) })
      if (isClosed) {
        opened.close()
        return opened.summary
      }
      captures.set(name, opened)
      opened.onEnded(onEnded)
      if (name === FIRST) onStream(opened.stream)
      else if (source === 'screen') {
        screens.add(name)
        onStream(opened.stream, source)
      }
      return opened.summary
    },
    /** Releases one capture. */
    release(name: string) {
      const media = captures.get(name)
      media?.close()
      captures.delete(name)
      if (media !== undefined && screens.delete(name)) onStream(null, 'screen')
    },
    /** Every captured track, the first capture's before others. */
    tracks(): LocalTrack[] {
      return [...captures].flatMap(([name, { stream }]) =>
        stream.getTracks().map(({ kind }) => ({
          kind: kind as MediaKind,
          ...(name !== FIRST && { media: name }),
        })),
      )
    },
    /** Throws a NotFoundError if nothing like this was captured. */
    find({ kind, media = FIRST }: LocalTrack): Captured {
      const stream = captures.get(media)?.stream
      const track = stream?.getTracks().find((one) => one.kind === kind)
      if (stream === undefined || track === undefined)
        throw new DOMException(`No ${kind} was captured.`, 'NotFoundError')
      return { track, stream }
    },
    /** Releases the devices; if a prompt is still open, its devices are released as soon as it is answered. */
    close() {
      isClosed = true
      for (const media of captures.values()) media.close()
      captures.clear()
    },
  }
}
