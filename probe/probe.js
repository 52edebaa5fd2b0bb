// The probe of Handshake 握手: writes down what the RTCPeerConnections of a page do, as lines of RTCStatsDump v3.
// It only reads: methods return what the browser returns, and no message makes it act. It keeps the last 2,000 lines,
// without credentials, payloads and labels. open() in a click shows them in a window of Handshake; save() makes a file.

const VERSION = 1
const MOST_LINES = 2000
const MOST_CHARACTERS = 200_000
const EVENTS =
  'icecandidate icecandidateerror track signalingstatechange iceconnectionstatechange connectionstatechange icegatheringstatechange negotiationneeded datachannel'
const METHODS =
  'createOffer createAnswer setLocalDescription setRemoteDescription addIceCandidate addTrack addTransceiver removeTrack createDataChannel restartIce setConfiguration close'
const STATS =
  /^(?:(?:remote-)?(?:in|out)bound-rtp|transport|candidate-pair|(?:local|remote)-candidate|media-\w+|codec)$/
const SECRET = /(ice-pwd:|inline:)(\S+)/g

/** @type {{ text: string, at: number, method: string }[]} */
const lines = []
/** @type {typeof lines} */
let unsent = []
const known = new WeakSet()
/** @type {Map<RTCPeerConnection, string>} */
const watched = new Map()
const session = Math.random().toString(36).slice(2)
/** @type {Window | null} */
let view = null
let origin = ''
let clock = 0
let count = 0
let isOpen = false
let hasAll = false
/** @type {(() => void) | undefined} */
let onReady

/** @param {() => unknown} run */
function safely(run) {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** @param {any} text */
const hide = (text) =>
  typeof text === 'string'
    ? text.replace(SECRET, (_, name, secret) => name + '0'.repeat(secret.length))
    : undefined
/** @param {any} error */
const problem = (error) => hide(safely(() => `${error.name}: ${error.message}`)) ?? ''
/** @param {any} track */
const trackOf = (track) => (track ? [track.kind, track.id, track.id] : null)
/** @param {any} one */
const description = (one) => (one ? { type: one.type, sdp: hide(one.sdp) } : null)
/** @param {any} one */
const candidateOf = (one) =>
  one && {
    candidate: one.candidate,
    sdpMid: one.sdpMid,
    sdpMLineIndex: one.sdpMLineIndex,
    usernameFragment: one.usernameFragment,
    url: one.url,
    relayProtocol: one.relayProtocol,
  }
/** @param {any} asked */
const constraints = (asked) => ({ audio: !!asked?.audio, video: !!asked?.video })
/** @param {any} settings */
const configuration = (settings) => ({
  iceTransportPolicy: settings?.iceTransportPolicy,
  bundlePolicy: settings?.bundlePolicy,
  iceServers: [...(settings?.iceServers ?? [])].map(({ urls, url }) => ({
    urls: [urls ?? url].flat().map((one) => /^[^?@]*(\?transport=\w+)?/.exec(one)?.[0]),
  })),
})

/** What is written of the arguments of a method. @type {Record<string, (args: any[]) => unknown>} */
const ARGUMENTS = {
  createOffer: (args) => ({ iceRestart: args.at(-1)?.iceRestart === true }),
  setLocalDescription: ([one]) => description(one),
  setRemoteDescription: ([one]) => description(one),
  addIceCandidate: ([one]) => candidateOf(one),
  addTrack: ([track]) => trackOf(track),
  addTransceiver: ([one, init]) => [
    typeof one === 'string' ? one : trackOf(one),
    { direction: init?.direction },
  ],
  removeTrack: ([sender]) => trackOf(sender?.track),
  replaceTrack: ([track]) => [null, trackOf(track)],
  createDataChannel: ([, init]) => ['', { id: init?.id }],
  setConfiguration: ([settings]) => configuration(settings),
  getUserMedia: ([asked]) => constraints(asked),
  getDisplayMedia: ([asked]) => constraints(asked ?? { video: true }),
}

/** @param {string} method @param {string | null} id @param {unknown} value @param {unknown[]} extra */
function write(method, id, value, ...extra) {
  let text = JSON.stringify([method, id, value ?? null, ...extra])
  if (text.length > MOST_CHARACTERS) text = JSON.stringify([method, id, null])
  const line = { text, at: Date.now(), method }
  lines.push(line)
  if (lines.length > MOST_LINES) {
    const stats = lines.findIndex((one) => one.method === 'getStats')
    lines.splice(stats < 0 ? lines.findIndex((one) => one.method !== 'create') : stats, 1)
  }
  if (isOpen && unsent.push(line) === 1) setTimeout(send, 100)
}

/** Lines with the time since the line before. @param {typeof lines} some */
const render = (some) =>
  some.map(({ text, at }) => {
    const delta = at - clock
    clock = at
    return `${text.slice(0, -1)},${delta}]`
  })

const header = () =>
  JSON.stringify({
    fileFormat: 3,
    userAgent: navigator.userAgent,
    origin: location.origin,
    probe: VERSION,
    capture: hasAll,
  })

function send() {
  if (view?.closed) isOpen = false
  const some = unsent
  unsent = []
  if (isOpen)
    safely(() =>
      view?.postMessage(
        { type: 'handshake-probe', version: VERSION, session, header: header(), lines: render(some) },
        origin,
      ),
    )
}

/** @param {MessageEvent} event */
function hear({ source, origin: from, data }) {
  if (!view || source !== view || from !== origin || data?.type !== 'handshake-probe-ready') return
  view.postMessage(
    { type: 'handshake-probe', version: VERSION, session, header: header(), first: true },
    origin,
  )
  isOpen = true
  clock = 0
  unsent = [...lines]
  send()
  onReady?.()
}

/** @param {RTCPeerConnection} pc */
function sample(pc) {
  const id = watched.get(pc)
  safely(() =>
    RTCPeerConnection.prototype.getStats.call(pc).then(
      (report) => {
        /** @type {Record<string, unknown>} */
        const kept = {}
        for (const one of report.values()) if (STATS.test(one.type)) kept[one.id] = one
        safely(() => write('getStats', id ?? null, kept))
      },
      () => undefined,
    ),
  )
}

/**
 * Replaces a method of one object by a proxy. A promise that it returns follows that of the browser, so that a
 * rejection that the page leaves unhandled is still reported, once.
 * @param {any} of @param {string} name @param {string | null} id @param {(result: any) => unknown} [onResult]
 */
function wrap(of, name, id, onResult) {
  if (typeof of[name] !== 'function') return
  const method = /Media$/.test(name) ? `navigator.mediaDevices.${name}` : name
  const value = new Proxy(of[name], {
    apply(target, self, args) {
      if (self !== of) return Reflect.apply(target, self, args)
      const tracking = `0-${(count += 1)}`
      const put = (/** @type {string} */ end, /** @type {() => unknown} */ what) =>
        safely(() => write(method + end, id, safely(what), tracking))
      const succeed = (/** @type {unknown} */ made) => {
        put('OnSuccess', () => onResult?.(made))
        return made
      }
      const fail = (/** @type {unknown} */ error) => {
        put('OnFailure', () => problem(error))
        throw error
      }
      put('', () => ARGUMENTS[name]?.(args))
      try {
        const result = Reflect.apply(target, self, args)
        if (result instanceof Promise) return Promise.prototype.then.call(result, succeed, fail)
        safely(() => onResult?.(result))
        return result
      } catch (error) {
        return fail(error)
      }
    },
  })
  Object.defineProperty(of, name, { value, configurable: true, writable: true })
}

/** Whether it is the first time. @param {any} one */
const isNew = (one) => one && !known.has(one) && known.add(one)

/** @param {any} of @param {string} kind @param {string} names @param {string | null} id @param {() => unknown} value */
function listen(of, kind, names, id, value) {
  if (!isNew(of)) return
  for (const name of names.split(' '))
    of.addEventListener(name, () => safely(() => write(`${kind}.on${name}`, id, value())))
}

/** @param {any} track @param {string | null} id */
const follow = (track, id) => listen(track, 'MediaStreamTrack', 'ended mute unmute', id, () => trackOf(track))
/** @param {any} channel @param {string} id */
const followChannel = (channel, id) =>
  listen(channel, 'RTCDataChannel', 'open close error', id, () => ({ label: '', id: channel.id }))
/** @param {any} sender @param {string} id */
function followSender(sender, id) {
  if (isNew(sender)) wrap(sender, 'replaceTrack', id)
  follow(sender?.track, id)
}

/** @param {any} pc @param {string} id @param {any} event */
function eventValue(pc, id, event) {
  switch (event.type) {
    case 'icecandidate':
      return candidateOf(event.candidate)
    case 'icecandidateerror':
      return {
        url: event.url,
        errorCode: event.errorCode,
        errorText: event.errorText,
        address: event.address,
        port: event.port,
      }
    case 'track':
      follow(event.track, id)
      followSender(event.transceiver.sender, id)
      return trackOf(event.track)
    case 'datachannel':
      followChannel(event.channel, id)
      return { label: '', id: event.channel.id }
    case 'iceconnectionstatechange':
      return pc.iceConnectionState
    case 'icegatheringstatechange':
      return pc.iceGatheringState
    default:
      return pc[event.type.replace('statechange', 'State')]
  }
}

/**
 * Watches one connection and returns it.
 * @template {RTCPeerConnection} T @param {T} pc @param {{ role?: string }} [options] role: caller or callee
 * @returns {T}
 */
export function watch(pc, options) {
  safely(() => {
    if (!(pc instanceof EventTarget) || !('signalingState' in pc) || !isNew(pc)) return
    const role = options?.role
    const id = `${role ?? 'pc'}-${watched.size + 1}`
    watched.set(pc, id)
    write(
      'create',
      id,
      safely(() => configuration(pc.getConfiguration())),
      { role },
      location.origin,
    )
    for (const name of METHODS.split(' '))
      wrap(pc, name, id, (result) => {
        if (name === 'close') watched.delete(pc)
        if (name === 'addTrack') followSender(result, id)
        if (name === 'addTransceiver') followSender(result.sender, id)
        if (name === 'createDataChannel') followChannel(result, id)
        return /^create/.test(name)
          ? description(result)
          : name === 'setLocalDescription'
            ? description(pc.localDescription)
            : null
      })
    for (const name of EVENTS.split(' '))
      pc.addEventListener(name, (event) =>
        safely(() => {
          write(`on${name}`, id, eventValue(pc, id, event))
          if (/connectionstate/.test(name)) sample(pc)
        }),
      )
  })
  return pc
}

/** Watches every connection that this page makes from now on, and its camera and microphone. */
export function watchAll() {
  safely(() => {
    if (hasAll) return
    hasAll = true
    const native = RTCPeerConnection
    /** @type {typeof native} */
    const all = new Proxy(native, {
      construct(target, args, made) {
        const pc = watch(Reflect.construct(target, args, made))
        if (made === all)
          Object.defineProperty(pc, 'constructor', { value: all, configurable: true, writable: true })
        return pc
      },
    })
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection'])
      safely(() => {
        if (Reflect.get(globalThis, name) === native) Reflect.set(globalThis, name, all)
      })
    const media = navigator.mediaDevices
    for (const name of ['getUserMedia', 'getDisplayMedia'])
      wrap(media, name, null, (stream) => stream.getTracks().map(trackOf))
  })
}

/**
 * Opens the window of Handshake and sends it the lines. Call it in a click.
 * @param {string} address of probe.html
 * @returns {Promise<'ready' | 'blocked' | 'silent'>} silent: the window has not answered within 3 s
 */
export function open(address) {
  return new Promise((resolve) => {
    const fail = (/** @type {'blocked' | 'silent'} */ how) => {
      resolve(how)
      // eslint-disable-next-line no-console -- a developer reads it, and that page explains it in words
      safely(() => console.warn(`Handshake: ${how}, see ${address}#${how}`))
    }
    safely(() => {
      origin = new URL(address, location.href).origin
      isOpen = false
      removeEventListener('message', hear)
      addEventListener('message', hear)
      view = globalThis.open(address, '_blank')
    })
    if (!view) return fail('blocked')
    const timer = setTimeout(fail, 3000, 'silent')
    onReady = () => {
      clearTimeout(timer)
      resolve('ready')
    }
  })
}

/** Everything that was written, as a file in RTCStatsDump v3. */
export function text() {
  const before = clock
  clock = 0
  const all = ['RTCStatsDump', header(), ...render(lines), ''].join('\n')
  clock = before
  return all
}

/** Saves that file. */
export function save(name = 'call.rtcstats') {
  safely(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text()]))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  })
}

setInterval(() => {
  if (view?.closed) isOpen = false
  if (isOpen) for (const pc of watched.keys()) sample(pc)
}, 1000)
