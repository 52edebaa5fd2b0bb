import type { Candidate } from '../../../../machines/contracts'
import type { Dump, DumpLine, DumpReport } from '../../../../src/diagnosis/dump'

/** The five forms of chrome://webrtc-internals, oldest first: –2021, 2022–24, about M142, about M144, M147 and later. */
export type Form = 'g1' | 'g2' | 'g3' | 'g4' | 'g5'

/** How a person's Chromium writes the local time, and its distance from UTC in minutes. */
export interface Place {
  readonly locale: 'en-US' | 'de-DE' | 'zh-CN'
  readonly zone: number
}

const AGENTS: Readonly<Record<Form, string>> = {
  g1: 'Chrome/86.0.4240.198',
  g2: 'Chrome/112.0.0.0',
  g3: 'Chrome/142.0.0.0',
  g4: 'Chrome/144.0.0.0',
  g5: 'Chrome/149.0.0.0',
}

/** A dump as Chromium's page saves it. Addresses of pages, device labels and results of old capturing are left out. */
export function internalsOf(dump: Dump, form: Form, place: Place = { locale: 'en-US', zone: 0 }): string {
  const captures = dump.lines.flatMap((line) => captureEntry(line, form))
  const connections = dump.connections.map(({ id, page, configuration }, index) => {
    const log = dump.lines
      .filter((line) => line.conn === id && line.name !== 'create' && !isRefused(dump, line, form))
      .flatMap((line) => entryOf(withCandidate(dump, line), form, place))
    return [
      `${7 + index}-${index + 1}`,
      {
        pid: 4242,
        url: page ?? '',
        rtcConfiguration: configurationText(configuration, form),
        ...(form === 'g1' && { constraints: '' }),
        stats: Object.fromEntries(
          dump.reports
            .filter(({ conn }) => conn === id)
            .flatMap((report) => seriesOf(report, form, dump.reports)),
        ),
        updateLog: log,
      },
    ]
  })
  const brands = [{ brand: 'Chromium', version: AGENTS[form].slice(7, 10) }]
  return JSON.stringify(
    {
      ...(form === 'g5' && { deviceMemory: 8, hardwareConcurrency: 8, timestamp: lastTime(dump) }),
      getUserMedia: captures,
      PeerConnections: Object.fromEntries(connections),
      UserAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${AGENTS[form]} Safari/537.36`,
      ...(form === 'g3' && { UserAgentData: brands }),
      ...(isNewest(form) && { UserAgentData: { brands, fullVersionList: brands, mobile: false } }),
    },
    null,
    1,
  )
}

/** Until 2025 a candidate that was refused had one line, in the place of the call. */
function isRefused({ lines }: Dump, { name, conn, seq }: DumpLine, form: Form): boolean {
  const next = lines.slice(seq + 1).find((line) => line.conn === conn)
  return !isJson(form) && name === 'addIceCandidate' && next?.name === 'addIceCandidateOnFailure'
}

/** A refusal names its candidate, also where the hand-made line leaves it to the call before. */
function withCandidate({ lines }: Dump, line: DumpLine): DumpLine {
  if (line.name !== 'addIceCandidateOnFailure' || line.value.candidate !== undefined) return line
  const call = lines
    .slice(0, line.seq)
    .findLast(({ conn, name }) => conn === line.conn && name === 'addIceCandidate')
  return call?.name === 'addIceCandidate' && call.value !== null
    ? { ...line, value: { ...line.value, candidate: call.value } }
    : line
}

function isNewest(form: Form): boolean {
  return form === 'g4' || form === 'g5'
}

function isJson(form: Form): boolean {
  return form === 'g3' || isNewest(form)
}

function lastTime({ lines, reports }: Dump): number {
  return Math.max(...lines.map(({ at }) => at ?? 0), ...reports.map(({ times }) => times.at(-1) ?? 0))
}

function configurationText(configuration: Dump['connections'][number]['configuration'], form: Form): string {
  const { iceServers = [], iceTransportPolicy = 'all' } = configuration ?? {}
  const urls = iceServers.flatMap((server) => server.urls)
  return isJson(form)
    ? JSON.stringify({ iceServers: urls.map((url) => ({ urls: [url] })), iceTransportPolicy })
    : `{ iceServers: [${urls.join(', ')}], iceTransportPolicy: ${iceTransportPolicy}, bundlePolicy: balanced, rtcpMuxPolicy: require, iceCandidatePoolSize: 0 }`
}

/** Until 2021 a request was all there was; later there are results, which have the number of their request. */
function captureEntry(line: DumpLine, form: Form): object[] {
  if (line.at === null) return []
  const base = { rid: 7, pid: 4242, timestamp: line.at }
  const kinds = (value: { audio: boolean; video: boolean }) => ({
    ...(value.audio && { audio: '' }),
    ...(value.video && { video: '' }),
  })
  const later = { request_id: 0, request_type: 'getUserMedia' }
  if (line.name === 'getUserMedia')
    return [{ ...base, origin: 'https://app.example', ...(form !== 'g1' && later), ...kinds(line.value) }]
  if (form === 'g1') return []
  const display = (source: string) => ({
    ...later,
    request_type: source === 'display' ? 'getDisplayMedia' : 'getUserMedia',
    request_id: source === 'display' ? 1 : 0,
  })
  if (line.name === 'getUserMediaOnFailure') {
    const { name, message } = line.value.problem
    return [{ ...base, ...display(line.value.source), error: name, error_message: message }]
  }
  if (line.name !== 'getUserMediaOnSuccess') return []
  const info = (kind: string) => {
    const track = line.value.tracks.find((one) => one.kind === kind)
    if (track === undefined) return isJson(form) ? 'null' : ''
    return isJson(form) ? JSON.stringify({ id: track.id, label: '' }) : `id:${track.id} label:Camera`
  }
  return [
    {
      ...base,
      ...display(line.value.source),
      stream_id: 'stream',
      audio_track_info: info('audio'),
      video_track_info: info('video'),
    },
  ]
}

const G1_STATES: Readonly<Record<string, string>> = {
  onsignalingstatechange: 'signalingStateChange',
  oniceconnectionstatechange: 'iceConnectionStateChange',
  onconnectionstatechange: 'connectionStateChange',
  onicegatheringstatechange: 'iceGatheringStateChange',
  onicecandidate: 'onIceCandidate',
  onnegotiationneeded: 'onRenegotiationNeeded',
  createDataChannel: 'createLocalDataChannel',
  ondatachannel: 'onRemoteDataChannel',
  close: 'stop',
}

/** What Chromium's page never has: what its tracks and elements do. */
const NEVER =
  /^(?:MediaStreamTrack|HTMLMediaElement|RTCDataChannel|message|error-text|replaceTrack|getUserMedia)/

function entryOf(line: DumpLine, form: Form, place: Place): object[] {
  const { name, at } = line
  if (NEVER.test(name) || at === null) return []
  // A candidate that was added has no line of its own.
  if (name === 'addIceCandidateOnSuccess') return []
  const time = { time: localTime(at, place) }
  const when = isNewest(form) ? { timestamp: at } : form === 'g3' ? { timestamp: at, ...time } : time
  const value = isJson(form) ? jsonValue(line) : textValue(line, form)
  return [{ type: typeOf(line, form), value, ...when }]
}

function typeOf(line: DumpLine, form: Form): string {
  const { name } = line
  if (line.name === 'other') return line.value.name
  if (name === 'addTrack' || name === 'addTransceiver') return 'transceiverAdded'
  if (name === 'addIceCandidateOnFailure' && !isJson(form)) return 'addIceCandidateFailed'
  if (form === 'g1') return G1_STATES[name] ?? name
  return isNewest(form) || !/^on[a-z]+$/.test(name) ? name : name.slice(2)
}

function localTime(at: number, { locale, zone }: Place): string {
  return new Date(at + zone * 60_000).toLocaleString(locale, { timeZone: 'UTC' })
}

function transceiver({
  kind,
  id,
  direction = 'sendrecv',
}: {
  kind: string
  id?: string
  direction?: string
}) {
  return {
    mid: null,
    kind,
    sender: { track: id ?? null, streams: [] },
    receiver: { track: 'receiver', streams: [] },
    direction,
    currentDirection: null,
  }
}

function jsonValue(line: DumpLine): string {
  switch (line.name) {
    case 'addTrack':
      return JSON.stringify({ ...transceiver(line.value), reason: 'addTrack', transceiverIndex: 0 })
    case 'addTransceiver':
      return JSON.stringify({
        ...transceiver(line.value),
        reason: line.value.cause ?? 'addTransceiver',
        transceiverIndex: 0,
      })
    case 'onicecandidateerror': {
      const { url, errorCode, errorText, address, port } = line.value
      return JSON.stringify({ url, address, port, error_text: errorText, error_code: errorCode })
    }
    case 'createOfferOnFailure':
    case 'createAnswerOnFailure':
    case 'setLocalDescriptionOnFailure':
    case 'setRemoteDescriptionOnFailure':
    case 'addIceCandidateOnFailure':
      return line.value.message
    case 'other':
      return ''
    default:
      return line.value === null ? '' : JSON.stringify(line.value)
  }
}

function textValue(line: DumpLine, form: Form): string {
  switch (line.name) {
    case 'createOffer':
      return `options: {offerToReceiveVideo: -1, offerToReceiveAudio: -1, voiceActivityDetection: true, iceRestart: ${String(line.value.iceRestart === true)}}`
    case 'createOfferOnSuccess':
    case 'createAnswerOnSuccess':
    case 'setLocalDescription':
    case 'setRemoteDescription':
      return line.value === null ? '' : `type: ${line.value.type}, sdp: ${line.value.sdp}`
    case 'onicecandidate':
    case 'addIceCandidate':
      return line.value === null ? '' : candidateText(line.value)
    case 'addIceCandidateOnFailure':
      return line.value.candidate === undefined ? '' : candidateText(line.value.candidate)
    case 'onicecandidateerror': {
      const { url, errorCode, errorText, address, port } = line.value
      return `url: ${url}\naddress: ${address ?? ''}\nport: ${port ?? ''}\nhost_candidate: ${address ?? ''}\nerror_text: ${errorText}\nerror_code: ${errorCode}`
    }
    case 'addTrack':
    case 'addTransceiver': {
      const { kind, id, direction = 'sendrecv' } = line.value
      const cause = line.name === 'addTrack' ? 'addTrack' : (line.value.cause ?? 'addTransceiver')
      return `Caused by: ${cause}\n\ngetTransceivers()[0]:{\n  mid:null,\n  kind:'${kind}',\n  sender:{\n    track:${id === undefined ? 'null' : `'${id}'`},\n    streams:['s'],\n  },\n  receiver:{\n    track:'receiver',\n    streams:[],\n  },\n  stopped:false,\n  direction:'${direction}',\n  currentDirection:null,\n}`
    }
    case 'createDataChannel':
    case 'ondatachannel':
      return `label: ${line.value.label}, reliable: true`
    case 'onsignalingstatechange':
      return form === 'g1' ? `SignalingState${camel(line.value)}` : line.value
    default:
      return jsonValue(line).replace(/^"|"$/g, '')
  }
}

function candidateText({ sdpMid, sdpMLineIndex, candidate }: Candidate): string {
  return `sdpMid: ${String(sdpMid)}, sdpMLineIndex: ${String(sdpMLineIndex)}, candidate: ${candidate}`
}

function camel(state: string): string {
  return state.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const OLD_IDS: Readonly<Record<string, string>> = {
  'inbound-rtp': 'RTCInboundRTP',
  'outbound-rtp': 'RTCOutboundRTP',
  'remote-inbound-rtp': 'RTCRemoteInboundRtp',
  'candidate-pair': 'RTCIceCandidatePair_',
  transport: 'RTCTransport_0_',
  'data-channel': 'RTCDataChannel_',
  'media-source': 'RTCVideoSource_',
}

/** Until 2021 ids began with the type. */
function idIn(form: Form, { id, type, values }: DumpReport): string {
  const kind = values['kind']?.[0] === 'audio' ? 'AudioStream_' : 'VideoStream_'
  const old = OLD_IDS[type]
  return form === 'g1' && old !== undefined ? `${old}${/rtp$/.test(type) ? kind : ''}${id}` : id
}

/** A series for each property. Until 2021 no type was named. */
function seriesOf(report: DumpReport, form: Form, all: readonly DumpReport[]): [string, object][] {
  const { type, times, values } = report
  const ids = new Map(all.map((one) => [one.id, idIn(form, one)]))
  const iso = (at: number | undefined) => new Date(at ?? 0).toISOString()
  const written = (one: unknown) =>
    typeof one === 'object' ? JSON.stringify(one) : typeof one === 'string' ? (ids.get(one) ?? one) : one
  return Object.entries({ ...values, timestamp: times }).map(([name, column]) => [
    `${idIn(form, report)}-${name}`,
    {
      startTime: iso(times[0]),
      endTime: iso(times.at(-1)),
      ...(form !== 'g1' && { statsType: type }),
      values: JSON.stringify(column.map(written)),
    },
  ])
}
