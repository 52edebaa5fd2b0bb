/** One description from a browser, and what was requested. */
export interface CapturedSdp {
  /** `simulcast.offer`: what the connection had, and which description it is. */
  name: string
  sdp: string
}

/**
 * Runs in a page: negotiates a connection for each feature that changes what a browser writes, and returns the texts.
 * It is passed to the page as source, so it must not use anything outside itself.
 */
export async function captureSdp(): Promise<CapturedSdp[]> {
  const captured: CapturedSdp[] = []
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true })
  const [audio] = stream.getAudioTracks()
  const [video] = stream.getVideoTracks()
  // A screen is a second video track: choosing a real one needs a click, a canvas does not.
  const screen = document.createElement('canvas')
  screen.getContext('2d')
  const share = screen.captureStream(5)
  const layers = [
    { rid: 'q', scaleResolutionDownBy: 4 },
    { rid: 'h', scaleResolutionDownBy: 2 },
    { rid: 'f' },
  ]

  const add = (pc: RTCPeerConnection, ...tracks: (MediaStreamTrack | undefined)[]) => {
    for (const track of tracks) if (track) pc.addTrack(track, stream)
  }
  const scenes: Record<
    string,
    { caller(pc: RTCPeerConnection): unknown; callee?(pc: RTCPeerConnection): unknown }
  > = {
    audio: { caller: (pc) => add(pc, audio), callee: (pc) => add(pc, audio) },
    video: { caller: (pc) => add(pc, video), callee: (pc) => add(pc, video) },
    call: { caller: (pc) => add(pc, audio, video), callee: (pc) => add(pc, audio, video) },
    data: { caller: (pc) => pc.createDataChannel('chat') },
    simulcast: {
      caller: (pc) =>
        pc.addTransceiver(video ?? 'video', {
          direction: 'sendonly',
          sendEncodings: layers,
          streams: [stream],
        }),
    },
    screen: {
      caller: (pc) => {
        add(pc, audio, video)
        for (const track of share.getTracks()) pc.addTrack(track, share)
        pc.createDataChannel('chat')
      },
      callee: (pc) => add(pc, audio, video),
    },
  }

  const gathered = (pc: RTCPeerConnection) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (pc.iceGatheringState === 'complete') resolve()
      }
      pc.addEventListener('icegatheringstatechange', look)
      look()
    })
  const textOf = (description: RTCSessionDescription | null) => description?.sdp ?? ''

  for (const [name, { caller, callee }] of Object.entries(scenes)) {
    const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()]
    caller(from)
    const draft = await from.createOffer()
    captured.push({ name: `${name}.draft`, sdp: draft.sdp ?? '' })
    await from.setLocalDescription(draft)
    await gathered(from)
    captured.push({ name: `${name}.offer`, sdp: textOf(from.localDescription) })
    await to.setRemoteDescription(from.localDescription ?? draft)
    callee?.(to)
    await to.setLocalDescription()
    await gathered(to)
    captured.push({ name: `${name}.answer`, sdp: textOf(to.localDescription) })
    if (name === 'call') {
      await from.setRemoteDescription(to.localDescription ?? { type: 'answer', sdp: '' })
      captured.push({
        name: `${name}.restart`,
        sdp: (await from.createOffer({ iceRestart: true })).sdp ?? '',
      })
    }
    from.close()
    to.close()
  }
  for (const track of [...stream.getTracks(), ...share.getTracks()]) track.stop()
  return captured
}
