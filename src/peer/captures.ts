import type { CaptureSource, MediaSummary } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { Captured } from './calls/tracks'
import type { CaptureChoice, Media, openMedia } from './media'
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

/** What was captured under one name: by one request, or each kind by its own. */
interface Capture {
  stream: MediaStream
  parts: Media[]
  summary: MediaSummary
}

/**
 * What an end has captured, by name. Capturing under a name again releases the earlier capture, or with `only` its tracks
 * of that kind.
 */
export function createCaptures({ end, openMedia, onEnded, onStream }: CapturesOptions) {
  const captures = new Map<string, Capture>()
  /** The names of captures that are a screen, or drawn in place of one. */
  const screens = new Set<string>()
  let isClosed = false

  function close(name: string) {
    const capture = captures.get(name)
    for (const part of capture?.parts ?? []) part.close()
    captures.delete(name)
    return capture !== undefined
  }

  /** Its devices are free once their tracks have ended (Media Capture and Streams §4.3.1). */
  function endKind({ stream, summary }: Capture, kind: MediaKind) {
    for (const track of stream.getTracks().filter((one) => one.kind === kind)) {
      track.stop()
      stream.removeTrack(track)
    }
    summary.tracks = summary.tracks.filter((track) => track.kind !== kind)
  }

  function extend({ stream, parts, summary }: Capture, opened: Media) {
    for (const track of opened.stream.getTracks()) stream.addTrack(track)
    parts.push(opened)
    summary.source = opened.summary.source
    summary.tracks = [...summary.tracks, ...opened.summary.tracks]
  }

  return {
    async open(source: CaptureSource, name = FIRST, choice: CaptureChoice = {}): Promise<MediaSummary> {
      const before = choice.only === undefined ? undefined : captures.get(name)
      // If a capture fails, no stream is left: the tracks of the earlier capture have ended.
      if (before !== undefined && choice.only !== undefined) endKind(before, choice.only)
      else if (close(name) && name === FIRST) onStream(null)
      const opened = await openMedia({ source, end, ...choice })
      if (isClosed) {
        opened.close()
        return opened.summary
      }
      const capture =
        captures.get(name) === before && before !== undefined
          ? before
          : { stream: opened.stream, parts: [opened], summary: { ...opened.summary } }
      if (capture === before) extend(before, opened)
      captures.set(name, capture)
      opened.onEnded(onEnded)
      if (name === FIRST) onStream(capture.stream)
      else if (source === 'screen') {
        screens.add(name)
        onStream(capture.stream, source)
      }
      return { ...capture.summary }
    },
    /** Releases one capture, or its tracks of one kind. */
    release(name = FIRST, kind?: MediaKind) {
      const capture = captures.get(name)
      if (capture !== undefined && kind !== undefined) endKind(capture, kind)
      else if (close(name) && screens.delete(name)) onStream(null, 'screen')
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
      for (const name of [...captures.keys()]) close(name)
    },
  }
}
