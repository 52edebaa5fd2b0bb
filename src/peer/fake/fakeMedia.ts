/** A track that a test can read and listen to, and that fires nothing by itself. */
export function fakeTrack(kind: string): MediaStreamTrack {
  const fields = {
    kind,
    id: `${kind}-${Math.random().toString(36).slice(2)}`,
    label: '',
    muted: true,
    readyState: 'live',
    stop: () => undefined,
  }
  return Object.assign(new EventTarget(), fields) as unknown as MediaStreamTrack
}

/** A stream without tracks. */
export function fakeStream(): MediaStream {
  return { getTracks: () => [] } as unknown as MediaStream
}

/** Ends a remote track, as stopping its transceiver does (WebRTC §5.4). */
export function endTrack(track: MediaStreamTrack) {
  if (track.readyState === 'ended') return
  Object.assign(track, { readyState: 'ended' })
  track.dispatchEvent(new Event('ended'))
}
