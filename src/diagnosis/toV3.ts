import type { Dump, DumpLine, DumpReport, DumpTrack } from './dump'
import { problemOf } from './formats/values'
import { canonical } from './canonical'

/** Methods with an outcome: both lines name their number. */
const CALLS = new Set([
  'createOffer',
  'createAnswer',
  'setLocalDescription',
  'setRemoteDescription',
  'addIceCandidate',
  'getUserMedia',
])

/**
 * A dump as a file in RTCStatsDump v3, which other tools read too: long names, whole statistics, no deltas. Reading it
 * gives the same connections, lines and reports; roles and what was skipped are not part of the format. A connection
 * without a line of its construction gets one.
 */
export function toV3({ browser, connections, lines, reports, savedAt }: Dump): string {
  const written: string[] = [
    'RTCStatsDump',
    JSON.stringify({
      fileFormat: 3,
      ...(browser !== null && { userAgent: browser }),
      ...(savedAt !== undefined && { savedAt }),
    }),
  ]
  const created = new Set(
    lines.flatMap(({ name, conn }) => (name === 'create' && conn !== null ? [conn] : [])),
  )
  const pages = new Map(connections.map(({ id, page }) => [id, page]))
  let clock = 0

  function write(
    method: string,
    conn: string | null,
    value: unknown,
    extra: readonly unknown[],
    at: number | null,
  ) {
    const delta = at === null ? null : at - clock
    if (delta !== null) clock += delta
    written.push(JSON.stringify([method, conn, value ?? null, ...extra, delta]))
  }

  for (const { id, page, configuration } of connections) {
    if (!created.has(id)) write('create', id, configuration ?? {}, page === null ? [] : [page], null)
  }
  const samples = samplesOf(reports)
  let next = 0
  const writeSamples = (until: number) => {
    for (
      let sample = samples[next];
      sample !== undefined && sample.at <= until;
      sample = samples[(next += 1)]
    )
      write('getStats', sample.conn, sample.reports, [], sample.at)
  }
  for (const line of lines) {
    if (line.at !== null) writeSamples(line.at)
    const { method, value, extra = [] } = methodOf(line, lines)
    const page = line.name === 'create' ? pages.get(line.conn ?? '') : null
    write(method, line.conn, value, [...extra, ...tracking(line), ...(page == null ? [] : [page])], line.at)
  }
  writeSamples(Infinity)
  return `${written.join('\n')}\n`
}

function tracking({ name, seq, call }: DumpLine): string[] {
  if (CALLS.has(name)) return [`0-${seq}`]
  if (!CALLS.has(name.replace(/On(?:Success|Failure)$/, ''))) return []
  return [call === undefined ? `1-${seq}` : `0-${call}`]
}

function methodOf(
  line: DumpLine,
  lines: readonly DumpLine[],
): { method: string; value: unknown; extra?: unknown[] } {
  const { name, value } = line
  switch (line.name) {
    case 'other':
      return { method: line.value.name, value: null }
    case 'onsignalingstatechange':
    case 'oniceconnectionstatechange':
    case 'onconnectionstatechange':
    case 'onicegatheringstatechange':
      return { method: name, value: JSON.stringify(value) }
    case 'createOfferOnFailure':
    case 'createAnswerOnFailure':
    case 'setLocalDescriptionOnFailure':
    case 'setRemoteDescriptionOnFailure':
      return { method: name, value: problemText(line.value) }
    case 'addIceCandidateOnFailure': {
      const { candidate, ...problem } = line.value
      const called = line.call === undefined ? undefined : lines[line.call]?.value
      const isKnown =
        candidate === undefined ? (called ?? null) === null : canonical(called) === canonical(candidate)
      return { method: name, value: isKnown ? problemText(problem) : line.value }
    }
    case 'addTransceiver': {
      const { cause, kind, id, direction } = line.value
      if (cause === undefined)
        return {
          method: name,
          value: [
            id === undefined && /^(?:audio|video)$/.test(kind) ? kind : trackArray(line.value),
            { ...(direction !== undefined && { direction }) },
          ],
        }
      return {
        method: 'transceiverAdded',
        value: { kind, direction, reason: cause, ...(id !== undefined && { sender: { track: id } }) },
      }
    }
    case 'ontrack':
    case 'addTrack':
    case 'removeTrack':
    case 'MediaStreamTrack.onended':
    case 'MediaStreamTrack.onmute':
    case 'MediaStreamTrack.onunmute':
      return { method: name, value: trackValue(line.value) }
    case 'replaceTrack':
      return { method: name, value: line.value === null ? null : [null, trackArray(line.value)] }
    case 'MediaStreamTrack.stop':
      return { method: name, value: trackArray(line.value), extra: [line.value.id ?? null] }
    case 'HTMLMediaElement.resize':
      return { method: name, value: {}, extra: line.value === null ? [] : [line.value.id ?? null] }
    case 'createDataChannel':
      return {
        method: name,
        value: [line.value.label, { ...(line.value.id !== undefined && { id: line.value.id }) }],
      }
    case 'getUserMedia':
    case 'getUserMediaOnSuccess':
    case 'getUserMediaOnFailure': {
      const source = line.value.source === 'display' ? 'Display' : 'User'
      const method = `navigator.mediaDevices.${name.replace('User', source)}`
      const { source: _source, ...rest } = line.value
      return { method, value: 'tracks' in rest ? rest.tracks.map(trackArray) : rest }
    }
    default:
      return { method: name, value }
  }
}

/** `Name: message` if it reads back as the same, as rtcstats.js writes it. */
function problemText(problem: { name: string; message: string; constraint?: string }): unknown {
  const { name, message } = problem
  const text = name === '' ? message : message === '' ? name : `${name}: ${message}`
  return canonical(problemOf(text)) === canonical(problem) ? text : problem
}

function trackValue(track: DumpTrack | null): unknown {
  return track === null || track.direction !== undefined ? track : trackArray(track)
}

function trackArray({ kind, id }: DumpTrack): unknown[] {
  return [kind, id ?? null, id ?? null]
}

/** What was measured at one time of one connection, in the order of time. */
function samplesOf(reports: readonly DumpReport[]) {
  const byTime = new Map<string, { conn: string; at: number; reports: Record<string, unknown> }>()
  for (const { conn, id, type, times, values } of reports) {
    const columns = Object.entries(values)
    for (const [row, at] of times.entries()) {
      const key = `${at} ${conn}`
      const sample = byTime.get(key) ?? { conn, at, reports: Object.create(null) as Record<string, unknown> }
      byTime.set(key, sample)
      const measured = columns.flatMap(([name, column]): [string, unknown][] =>
        column[row] === undefined ? [] : [[name, column[row]]],
      )
      sample.reports[id] = Object.fromEntries([...measured, ['timestamp', at], ['type', type], ['id', id]])
    }
  }
  return [...byTime.values()].sort((one, other) => one.at - other.at)
}
