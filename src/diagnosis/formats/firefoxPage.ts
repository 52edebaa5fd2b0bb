import type { DumpBuilder } from './builder'
import { configurationOf } from './configuration'
import { addDescription, addRawCandidate, connectionOf, FIREFOX_COVERS, pairState } from './firefox'
import { createDumpBuilder } from './builder'
import { isObject, numberField, pageOf, parseJson, textField, timeOf } from './foreign'
import { htmlTokens } from './htmlTokens'
import type { HtmlToken } from './htmlTokens'
import type { Pace } from './pace'
import type { Reading } from '../dump'
import { createStatsColumns } from './statsColumns'

const PREFIX = 'about-webrtc-'
const RTP = /\b((?:remote-)?(?:in|out)bound-rtp)\s*$/

/**
 * Reads the page about:webrtc as “Save Page” stores it. Its words are in the user's language, so they are found by the ids
 * of their translations (`data-l10n-id`). Pages of before 2021 have no ids: of these the descriptions are read, the local
 * one first, and the pairs, whose states are never translated.
 */
export async function readFirefoxPage(text: string, pace: Pace): Promise<Reading> {
  const builder = createDumpBuilder('firefox-report')
  const page = createPageReader(builder)
  let read = 0
  for (const token of htmlTokens(text)) {
    page.read(token)
    if (token.kind === 'text') read += token.text.length
    await pace(read / text.length)
  }
  page.finish()
  builder.say({ browser: 'Firefox', dialect: 'about:webrtc', covers: FIREFOX_COVERS })
  return builder.finish()
}

interface Element {
  readonly name: string
  readonly l10n: string
  readonly attributes: ReadonlyMap<string, string>
  text: string
}

function createPageReader(builder: DumpBuilder) {
  const columns = createStatsColumns()
  const open: Element[] = []
  let conn: string | null = null
  let now: number | null = null
  /** The side and the time of the next SDP. */
  let side: 'local' | 'remote' | null = null
  let setAt: number | null = null
  /** SDP texts outside of the history, by connection: all that an old page has. */
  const loose = new Map<string, string[]>()
  const hasHistory = new Set<string>()
  let headings: string[] = []
  let rows: string[][] = []
  let rtp: { id: string; type: string; values: Map<string, unknown> } | null = null
  let ssrc = ''

  function read(token: HtmlToken): void {
    if (token.kind === 'text') {
      for (const element of open.slice(-6)) element.text += token.text
      return
    }
    if (token.kind === 'open') begin(token.name, token.attributes)
    else end(token.name)
  }

  function begin(name: string, attributes: ReadonlyMap<string, string>): void {
    const l10n = (attributes.get('data-l10n-id') ?? '').replace(PREFIX, '')
    const [, pcid] =
      /^(?:pc-tools|pc-heading|rtp-stats|ice-stats): (.+)$/.exec(attributes.get('id') ?? '') ?? []
    if (pcid !== undefined) enter(pcid)
    if (name === 'table') [headings, rows] = [[], []]
    if (name === 'tr') rows.push([])
    if (VOID.has(name)) {
      for (const element of open.slice(-6)) if (name === 'br') element.text += '\n'
      return
    }
    const parent = open.at(-1)
    // Words of the page itself, which a translation would hide.
    if (parent !== undefined && l10n === 'configuration-element-provided') parent.text += '\uE000'
    open.push({ name, l10n, attributes, text: '' })
    if (open.length > 200) open.splice(0, 100)
    learn(l10n, argumentsOf(attributes))
  }

  function enter(pcid: string): void {
    const { id, page } = connectionOf(pcid)
    if (conn !== id) endReport()
    conn = id
    now ??= createdIn(pcid)
    builder.addConnection(page === null ? { id } : { id, page })
  }

  /** What the id and the arguments of a translation say. */
  function learn(l10n: string, values: unknown): void {
    switch (l10n) {
      case 'connection-open':
      case 'connection-closed': {
        now = timeOf(textField(values, 'now')) ?? timeOf(numberField(values, 'now')) ?? now
        const page = pageOf(textField(values, 'url'))
        if (conn !== null && page !== null) builder.addConnection({ id: conn, page })
        return
      }
      case 'local-sdp-heading':
      case 'remote-sdp-heading':
        side = l10n === 'local-sdp-heading' ? 'local' : 'remote'
        return
      case 'local-sdp-heading-offer':
      case 'remote-sdp-heading-offer':
        if (conn !== null)
          builder.addConnection({ id: conn, role: l10n.startsWith('local') ? 'caller' : 'callee' })
        return
      case 'sdp-set-timestamp':
        setAt = timeOf(numberField(values, 'timestamp'))
        return
      case 'received-label':
        rtp?.values.set('packetsReceived', numberField(values, 'packets'))
        return
      case 'lost-label':
        rtp?.values.set('packetsLost', numberField(values, 'packets'))
        return
      case 'jitter-label':
        rtp?.values.set('jitter', numberField(values, 'jitter'))
        return
      case 'sent-label':
        rtp?.values.set('packetsSent', numberField(values, 'packets'))
        return
      case 'raw-local-candidate':
      case 'raw-remote-candidate':
      case 'ice-state':
        headings.push(l10n)
    }
  }

  function end(name: string): void {
    const at = open.findLastIndex((element) => element.name === name)
    if (at < 0) return
    const [element] = open.splice(at)
    if (element === undefined) return
    const text = element.text.trim()
    if (name === 'td') rows.at(-1)?.push(text)
    else if (name === 'table') readTable()
    else if (name === 'pre') readSdp(text)
    else if (name === 'h5') ssrc = /SSRC (\d+)/.exec(text)?.[1] ?? ssrc
    else if (name === 'span' && RTP.test(text)) beginReport(RTP.exec(text)?.[1] ?? '')
    else if (name === 'span' && /\(id=\d+ url=/.test(text) && text.length < 2_000) enter(text)
    else if (name === 'h3' && conn === null && /https?:\/\//.test(text)) enter(text.slice(0, 500))
    else if (element.attributes.get('class') === 'peer-connection-config') readConfiguration(text)
    else if (name === 'div' && text.startsWith('v=0') && text.length < 200_000) readSdp(text)
  }

  function readSdp(text: string): void {
    if (!text.startsWith('v=0')) return
    const id = conn ?? 'unnamed'
    if (setAt === null || side === null) {
      const texts = loose.get(id) ?? []
      loose.set(id, texts)
      if (!texts.includes(text)) texts.push(text)
      return
    }
    hasHistory.add(id)
    addDescription(builder, {
      conn: id,
      at: setAt,
      isLocal: side === 'local',
      sdp: text,
      source: `${id}, SDP at ${setAt}`,
    })
    setAt = null
  }

  function readConfiguration(text: string): void {
    if (conn === null) return
    const servers = text.split(/(?=urls: \[)/).slice(1)
    const configuration = configurationOf({
      bundlePolicy: /bundlePolicy: ([\w-]+)/.exec(text)?.[1],
      iceTransportPolicy: /iceTransportPolicy: ([\w-]+)/.exec(text)?.[1],
      iceServers: servers.map((server) => ({
        urls: parseJson(/^urls: (\[[^\]]*\])/.exec(server)?.[1] ?? ''),
        // The first sign stands for the word in brackets.
        credentialProvided: /credential\([^)]*\): \uE000/.test(server),
      })),
    })
    builder.addConnection({ id: conn, configuration })
  }

  function readTable(): void {
    const cells = rows.filter((row) => row.length > 0)
    const heading = headings[0] ?? (cells.some(isPair) ? 'ice-state' : undefined)
    if (conn === null || heading === undefined) return
    for (const [index, row] of cells.entries()) {
      if (heading === 'ice-state') readPair(row, index)
      else
        addRawCandidate(
          builder,
          conn,
          row[0],
          heading === 'raw-local-candidate',
          `${conn}, ${heading} ${index}`,
        )
    }
    headings = []
  }

  /** State, nominated, selected, local, remote, component, priority, bytes sent, bytes received. */
  function readPair(
    [state = '', nominated, selected, local, remote, , priority, sent, received]: string[],
    index: number,
  ): void {
    if (conn === null || now === null) return
    const ends = [local, remote].map((text, place) =>
      addCandidate(text ?? '', `${place === 0 ? 'local' : 'remote'}-candidate`),
    )
    const numbers = { priority, bytesSent: sent, bytesReceived: received }
    const measured = Object.entries(numbers).flatMap(([name, text]): [string, number][] =>
      text === undefined || text === '' || !Number.isFinite(Number(text)) ? [] : [[name, Number(text)]],
    )
    columns.add(conn, `pair-${index}`, 'candidate-pair', now, [
      ['state', pairState(state)],
      ['nominated', nominated === 'true'],
      ['selected', selected === 'true'],
      ['localCandidateId', ends[0]],
      ['remoteCandidateId', ends[1]],
      ...measured,
    ])
  }

  /** `192.0.2.1:45542/udp(relay-tls) [non-proxied]`. */
  function addCandidate(text: string, type: string): string | undefined {
    const [, address, port, protocol, kind, relayProtocol] =
      /^(.*):(\d+)\/(\w+)\((\w+)(?:-(\w+))?\)/.exec(text) ?? []
    if (conn === null || now === null || kind === undefined) return undefined
    const id = `${type} ${address}:${port}/${protocol}`
    columns.add(conn, id, type, now, [
      ['address', address],
      ['port', Number(port)],
      ['protocol', protocol],
      ['candidateType', kind],
      ...(relayProtocol === undefined ? [] : [['relayProtocol', relayProtocol] as [string, unknown]]),
    ])
    return id
  }

  function beginReport(type: string): void {
    endReport()
    rtp = { id: `${type} ${ssrc}`, type, values: new Map<string, unknown>([['ssrc', Number(ssrc)]]) }
  }

  function endReport(): void {
    if (rtp !== null && conn !== null && now !== null) columns.add(conn, rtp.id, rtp.type, now, rtp.values)
    rtp = null
  }

  function finish(): void {
    endReport()
    for (const [id, texts] of loose) {
      if (hasHistory.has(id)) continue
      for (const [index, sdp] of texts.slice(0, 2).entries())
        addDescription(builder, {
          conn: id,
          at: null,
          isLocal: index === 0,
          sdp,
          source: `${id}, SDP ${index}`,
        })
    }
    builder.addReports(columns.finish())
  }

  return { read, finish }
}

/** The columns of an ICE pair, which have the same words in every language (RTCStatsIceCandidatePairState). */
function isPair([state = '', , , local = '', remote = '']: readonly string[]): boolean {
  return (
    /^(?:frozen|waiting|inprogress|in-progress|failed|succeeded|cancelled)$/.test(state) &&
    [local, remote].every((end) => /:\d+\/\w+\(\w/.test(end))
  )
}

/** `1574950000123456 (id=…`: when a connection was made, in microseconds. Old pages name no other time. */
function createdIn(pcid: string): number | null {
  const [, microseconds] = /\b(\d{16}) \(id=/.exec(pcid) ?? []
  return microseconds === undefined ? null : timeOf(Number(microseconds) / 1_000)
}

/** Elements without an end. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'rect', 'path', 'line', 'circle'])

function argumentsOf(attributes: ReadonlyMap<string, string>): unknown {
  const value = parseJson(attributes.get('data-l10n-args') ?? '')
  return isObject(value) ? value : {}
}
