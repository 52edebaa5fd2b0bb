// Instruments that every measured page, the app or a bare page, gets before its own scripts run.

/**
 * @typedef {object} Instrument
 * @property {() => void} begin forgets the marks of the call before
 * @property {(connected: number, frames: number) => Promise<Mark[]>} wait until so many ends are connected and show a frame
 * @property {() => number} answered when the API last answered, on the page's own clock
 * @property {() => { name: string, posts: unknown[] }} wire the channel last posted to, and what was posted there
 * @property {() => { connections: number, channels: number }} open connections and channels not closed
 */

/** When something happened: ms since 1970 with fractions, the same clock in every tab. @typedef {{ name: string, at: number }} Mark */

/**
 * Runs in the page. Records createOffer(), `connected`, and the first remote frame of each video; counts what is open.
 */
export function instrument() {
  /** @type {Mark[]} */
  let marks = []
  /** @type {(() => void)[]} */
  let waiting = []
  /** @type {WeakSet<object>} */
  const remote = new WeakSet()
  let answered = -Infinity
  /** @type {{ name: string, posts: unknown[] }} */
  let wire = { name: '', posts: [] }
  const open = { connections: new Set(), channels: new Set() }

  /** @param {string} name */
  function mark(name, at = performance.now()) {
    marks.push({ name, at: performance.timeOrigin + at })
    for (const look of waiting) look()
  }

  /** @param {string} name */
  const count = (name) => marks.filter((one) => one.name === name).length

  globalThis.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args, caller) {
      /** @type {RTCPeerConnection} */
      const pc = Reflect.construct(target, args, caller)
      const ref = new WeakRef(pc)
      open.connections.add(ref)
      pc.addEventListener('connectionstatechange', () => {
        if (pc.connectionState === 'connected') mark('connected')
      })
      pc.addEventListener('track', ({ streams }) => {
        for (const stream of streams) remote.add(stream)
      })
      return pc
    },
  })

  /** Records when each of these methods is called and when it settles. */
  function wrap(/** @type {any} */ owner, /** @type {string[]} */ names) {
    for (const name of names) {
      const work = owner[name]
      owner[name] = function (/** @type {unknown[]} */ ...args) {
        mark(name)
        const answer = Reflect.apply(work, this, args)
        answer.then(
          () => (answered = performance.now()),
          () => undefined,
        )
        return answer
      }
    }
  }

  wrap(RTCPeerConnection.prototype, [
    'createOffer',
    'createAnswer',
    'setLocalDescription',
    'setRemoteDescription',
  ])
  wrap(MediaDevices.prototype, ['getUserMedia'])

  globalThis.BroadcastChannel = new Proxy(BroadcastChannel, {
    construct(target, args, caller) {
      /** @type {BroadcastChannel} */
      const channel = Reflect.construct(target, args, caller)
      open.channels.add(channel)
      const post = channel.postMessage.bind(channel)
      channel.postMessage = (message) => {
        // Not when it is created: the app also creates one only to see whether the browser can.
        if (channel.name !== wire.name) wire = { name: channel.name, posts: [] }
        if (wire.posts.length < 200) wire.posts.push(message)
        post(message)
      }
      const close = channel.close.bind(channel)
      channel.close = () => {
        open.channels.delete(channel)
        close()
      }
      return channel
    },
  })

  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...source,
    set(stream) {
      source?.set?.call(this, stream)
      if (stream !== null && remote.has(stream) && this instanceof HTMLVideoElement)
        // The time when it was shown, not the time when the page's thread could handle it.
        this.requestVideoFrameCallback((_now, { presentationTime }) => mark('frame', presentationTime))
    },
  })

  const isOpen = (/** @type {WeakRef<RTCPeerConnection>} */ ref) => {
    const pc = ref.deref()
    return pc !== undefined && pc.connectionState !== 'closed'
  }

  /** @type {Instrument} */
  const instrument = {
    begin() {
      marks = []
      waiting = []
      answered = -Infinity
    },
    wait: (connected, frames) =>
      new Promise((resolve) => {
        const look = () => {
          if (count('connected') >= connected && count('frame') >= frames) resolve(marks)
        }
        waiting.push(look)
        look()
      }),
    answered: () => answered,
    wire: () => wire,
    open: () => ({
      connections: [...open.connections].filter(isOpen).length,
      channels: open.channels.size,
    }),
  }
  Object.assign(globalThis, { bench: instrument })
}
