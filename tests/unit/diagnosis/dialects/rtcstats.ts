import type { Dump, DumpLine } from '../../../../src/diagnosis/dump'

const NUMBERS: Readonly<Record<string, number>> = {
  createOffer: 2,
  createOfferOnSuccess: 3,
  createAnswer: 4,
  createAnswerOnSuccess: 5,
  setLocalDescription: 6,
  setLocalDescriptionOnSuccess: 7,
  setRemoteDescription: 8,
  setRemoteDescriptionOnSuccess: 9,
  addIceCandidate: 10,
  addIceCandidateOnSuccess: 11,
  setRemoteDescriptionOnFailure: 15,
  addIceCandidateOnFailure: 16,
  onicecandidate: 20,
  onicecandidateerror: 21,
  onsignalingstatechange: 23,
  oniceconnectionstatechange: 24,
  onconnectionstatechange: 25,
  onicegatheringstatechange: 26,
  onnegotiationneeded: 27,
  addTrack: 30,
  createDataChannel: 35,
  close: 36,
  create: 39,
}

const TYPES: Readonly<Record<string, number>> = {
  'inbound-rtp': 1,
  'outbound-rtp': 2,
  transport: 5,
  'candidate-pair': 6,
  'data-channel': 9,
  'media-source': 12,
}

/** The file of rtcstats.js: numbers for methods, statistics and descriptions as differences to those before. */
export function rtcstatsOf(dump: Dump, userAgent = 'Mozilla/5.0 Chrome/128.0.0.0'): string {
  const out = ['RTCStatsDump', JSON.stringify({ fileFormat: 3, userAgent })]
  const last = new Map<string, string>()
  const before = new Map<string, Record<string, Record<string, unknown>>>()
  let clock = 0
  for (const { at, conn, method, value, extra } of eventsOf(dump)) {
    const told =
      method === 'getStats'
        ? delta(before, conn ?? '', value as Record<string, Record<string, unknown>>)
        : shortened(last, conn, method, value)
    out.push(JSON.stringify([NUMBERS[method] ?? method, conn, told, ...extra, at - clock]))
    clock = at
  }
  return `${out.join('\n')}\n`
}

/** What meet.jit.si stores. `isBlank`: without descriptions and addresses, as most of its files are. */
export function jitsiOf(dump: Dump, isBlank: boolean): string {
  const about = JSON.stringify({ path: '/room', userAgent: 'Mozilla/5.0 Chrome/120.0.0.0' })
  return [
    JSON.stringify(['connectionInfo', null, about, dump.lines[0]?.at ?? 0]),
    ...eventsOf(dump).map(({ at, conn, method, value }) => {
      const name = method === 'getStats' ? 'getstats' : method
      return JSON.stringify([
        name,
        conn === null ? null : `PC_${conn}`,
        isBlank ? blanked(method, value) : value,
        at,
      ])
    }),
  ].join('\n')
}

interface Event {
  readonly at: number
  readonly conn: string | null
  readonly method: string
  readonly value: unknown
  readonly extra: readonly unknown[]
}

function eventsOf({ lines, reports, connections }: Dump): Event[] {
  const times = [...new Set(reports.flatMap((report) => report.times.map((at) => `${report.conn} ${at}`)))]
  const samples = times.map((key): Event => {
    const [conn = '', time = '0'] = key.split(' ')
    const at = Number(time)
    const those = reports.filter((report) => report.conn === conn && report.times.includes(at))
    const value = Object.fromEntries(
      those.map(({ id, type, times: all, values }) => [
        id,
        Object.fromEntries([
          ['type', TYPES[type] ?? type],
          ...Object.entries(values).map(([name, column]) => [name, column[all.indexOf(at)]]),
        ]),
      ]),
    )
    return { at, conn, method: 'getStats', value, extra: [] }
  })
  const settings = new Map(connections.map((one) => [one.id, one]))
  const events = lines.map((line): Event => {
    const about = line.name === 'create' ? settings.get(line.conn ?? '') : undefined
    return {
      at: line.at ?? 0,
      conn: line.conn,
      method: methodOf(line),
      value: about ? (about.configuration ?? { iceServers: [] }) : valueOf(line),
      extra: about?.page ? [about.page] : [],
    }
  })
  const missing = connections.filter(
    ({ id }) => !lines.some((one) => one.conn === id && one.name === 'create'),
  )
  const created = missing.map(({ id, configuration, page }): Event => ({
    at: lines[0]?.at ?? 0,
    conn: id,
    method: 'create',
    value: configuration ?? {},
    extra: [page],
  }))
  return [...created, ...events, ...samples].sort((one, other) => one.at - other.at)
}

function methodOf(line: DumpLine): string {
  if (line.name === 'other') return line.value.name
  if (!line.name.startsWith('getUserMedia')) return line.name
  const isScreen =
    'source' in (line.value as object) && (line.value as { source: string }).source === 'display'
  return `navigator.mediaDevices.${isScreen ? line.name.replace('User', 'Display') : line.name}`
}

function valueOf(line: DumpLine): unknown {
  switch (line.name) {
    case 'setRemoteDescriptionOnFailure':
    case 'setLocalDescriptionOnFailure':
    case 'createOfferOnFailure':
    case 'createAnswerOnFailure':
    case 'addIceCandidateOnFailure': {
      const { name, message } = line.value
      return name === '' ? message : `${name}: ${message}`
    }
    case 'getUserMediaOnFailure':
      return `${line.value.problem.name}: ${line.value.problem.message}`
    case 'getUserMediaOnSuccess':
      return line.value.tracks.map(({ kind, id }) => [kind, id, ''])
    case 'addTrack':
    case 'MediaStreamTrack.onended':
      return [line.value.kind, line.value.id, '']
    case 'addTransceiver':
      return line.value.id === undefined
        ? [line.value.kind, { direction: line.value.direction }]
        : [[line.value.kind, line.value.id], { direction: line.value.direction }]
    case 'createDataChannel':
      return [line.value.label, {}]
    case 'other':
      return null
    default:
      return line.value
  }
}

/** A section that did not change since the last description of the same side and type is cut to its first letters. */
function shortened(last: Map<string, string>, conn: string | null, method: string, value: unknown): unknown {
  if (!/Description$|OnSuccess$/.test(method) || typeof value !== 'object' || value === null) return value
  const { type, sdp } = value as { type?: string; sdp?: string }
  if (type === undefined || sdp === undefined || sdp === '') return value
  const key = `${conn} ${type} ${method.includes('Remote') ? 'remote' : 'local'}`
  const known = last.get(key)?.split(/\r\n(?=m=)/) ?? []
  last.set(key, sdp)
  const sections = sdp.split(/\r\n(?=m=)/)
  const cut = sections.map((section, index) =>
    section.trim() === known[index]?.trim() ? (index === 0 ? 'v=' : 'm=') : section,
  )
  return { ...value, sdp: cut.join('\r\n') }
}

function delta(
  before: Map<string, Record<string, Record<string, unknown>>>,
  conn: string,
  whole: Record<string, Record<string, unknown>>,
): unknown {
  const known = before.get(conn) ?? {}
  before.set(conn, { ...known, ...whole })
  return Object.fromEntries(
    Object.entries(whole).map(([id, report]) => [
      id,
      Object.fromEntries(
        Object.entries(report).filter(
          ([name, value]) => JSON.stringify(known[id]?.[name]) !== JSON.stringify(value),
        ),
      ),
    ]),
  )
}

/** Descriptions and candidates of the other end are empty texts, and own addresses are hidden. */
function blanked(method: string, value: unknown): unknown {
  if (value === null) return null
  if (/^set\w+Description$|^create(?:Offer|Answer)OnSuccess$|^addIceCandidate$/.test(method)) return ''
  if (method !== 'onicecandidate') return value
  return JSON.parse(JSON.stringify(value).replace(/( udp \d+ )\S+/, '$1x.x.x.x')) as unknown
}
