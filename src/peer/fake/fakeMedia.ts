/** A track that a test can read and listen to, and that fires nothing by itself. */
export function fakeTrack(kind: string): MediaStreamTrack {
  const fields = {
    kind,
    id: `${kind}-${Math.random().toString(36).slice(2)}`,
    label: '',
    muted: true,
    readyState: 'live',
    stop() {
      Object.assign(track, { readyState: 'ended' })
    },
  }
  const track = Object.assign(new EventTarget(), fields) as unknown as MediaStreamTrack
  return track
}

/** A stream without tracks. */
export function fakeStream(): MediaStream {
  return fakeStreamOf([])
}

/** A stream of some tracks, to which others can be added. */
export function fakeStreamOf(first: readonly MediaStreamTrack[]): MediaStream {
  let tracks = [...first]
  return {
    getTracks: () => [...tracks],
    addTrack(track: MediaStreamTrack) {
      tracks.push(track)
    },
    removeTrack(track: MediaStreamTrack) {
      tracks = tracks.filter((one) => one !== track)
    },
  } as unknown as MediaStream
}

/** Ends a remote track, as stopping its transceiver does (WebRTC §5.4). */
export function endTrack(track: MediaStreamTrack) {
  if (track.readyState === 'ended') return
  Object.assign(track, { readyState: 'ended' })
  track.dispatchEvent(new Event('ended'))
}
