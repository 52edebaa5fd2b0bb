import type { Sign } from './sign'

/** Candidates, tracks and negotiations that fail without an error. */
export const MEDIA_SIGNS: readonly Sign[] = [
  {
    error: 'no-srflx',
    run: async () => {
      const pc = window.tools.withKinds('data')
      const types = new Set<string>()
      pc.onicecandidate = ({ candidate }) => {
        if (candidate?.type) types.add(candidate.type)
      }
      await pc.setLocalDescription()
      await window.tools.until(() => pc.iceGatheringState === 'complete')
      const servers = pc.getConfiguration().iceServers?.length ?? 0
      return `iceGatheringState: complete, iceServers: ${String(servers)}, candidate types: ${[...types].join()}`
    },
  },
  {
    error: 'black-video',
    run: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true })
      const [track] = stream.getVideoTracks()
      track!.enabled = false
      const video = document.createElement('video')
      Object.assign(video, { srcObject: stream, muted: true })
      await video.play()
      const context = document.createElement('canvas').getContext('2d')!
      const brightest = () => {
        context.drawImage(video, 0, 0, 30, 15)
        return Math.max(...context.getImageData(0, 0, 30, 15).data.filter((_, at) => at % 4 !== 3))
      }
      // The camera may have sent a frame before it was turned off.
      await window.tools.until(() => video.videoWidth > 0 && brightest() === 0)
      const { muted, readyState } = track!
      const shown = brightest()
      track!.stop()
      return `enabled: false, muted: ${String(muted)}, readyState: ${readyState}, brightest pixel: ${String(shown)}`
    },
  },
  {
    error: 'echo',
    run: async () => {
      const audio = { echoCancellation: false }
      const stream = await navigator.mediaDevices.getUserMedia({ audio })
      const [track] = stream.getAudioTracks()
      const { echoCancellation } = track!.getSettings()
      track!.stop()
      return `track.getSettings().echoCancellation: ${String(echoCancellation)}`
    },
  },
  {
    error: 'no-sound',
    run: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const sound = document.createElement('video')
      Object.assign(sound, { srcObject: stream, muted: true })
      await sound.play()
      const { muted, paused, volume } = sound
      for (const track of stream.getTracks()) track.stop()
      return `video.muted: ${String(muted)}, paused: ${String(paused)}, volume: ${String(volume)}`
    },
  },
  {
    error: 'track-ended',
    run: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true })
      const [track] = stream.getVideoTracks()
      const { sender } = window.tools.peer().addTransceiver(track!)
      track!.stop()
      return `readyState: ${track!.readyState}, sender.track.readyState: ${String(sender.track?.readyState)}`
    },
  },
  {
    error: 'side-muted',
    run: async () => {
      const { callee } = await window.tools.offered('video')
      const [receiver] = callee.getReceivers()
      const { muted, enabled, readyState } = receiver!.track
      return `remote track before its first packet: muted: ${String(muted)}, enabled: ${String(enabled)}, readyState: ${readyState}`
    },
  },
  {
    error: 'camera-stays-on',
    run: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true })
      const [track] = stream.getVideoTracks()
      const pc = window.tools.peer()
      pc.addTrack(track!, stream)
      pc.close()
      const { readyState } = track!
      track!.stop()
      return `after pc.close(): signalingState: ${pc.signalingState}, track.readyState: ${readyState}`
    },
  },
  {
    error: 'negotiation-loop',
    run: async () => {
      const { caller, callee } = await window.tools.negotiated('audio')
      let rounds = 0
      caller.onnegotiationneeded = async () => {
        rounds += 1
        if (rounds > 3) return
        await caller.setLocalDescription()
        await callee.setRemoteDescription({ type: 'offer', sdp: caller.localDescription?.sdp ?? '' })
        await callee.setLocalDescription()
        await caller.setRemoteDescription({ type: 'answer', sdp: callee.localDescription?.sdp ?? '' })
        caller.addTransceiver('audio')
      }
      caller.addTransceiver('audio')
      await window.tools.until(() => rounds > 3)
      return `negotiationneeded: once a round; transceivers after 3 rounds: ${String(caller.getTransceivers().length)}`
    },
  },
]
