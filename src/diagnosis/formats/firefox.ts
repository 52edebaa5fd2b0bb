import type { DumpCoverage, Reading } from '../dump'
import { createDumpBuilder } from './builder'
import type { DumpBuilder } from './builder'
import { configurationOf } from './configuration'
import { field, isObject, numberField, pageOf, textField, timeOf } from './foreign'
import type { Foreign } from './foreign'
import { readJsonStart } from './jsonStart'
import type { Pace } from './pace'
import { describe } from './signals'
import { createStatsColumns } from './statsColumns'

export const FIREFOX_COVERS: readonly DumpCoverage[] = ['descriptions', 'candidates', 'stats']

/** The lists of a report that are statistics. */
const LISTS =
  'codecStats dataChannelStats iceCandidatePairStats iceCandidateStats trickledIceCandidateStats inboundRtpStreamStats outboundRtpStreamStats remoteInboundRtpStreamStats remoteOutboundRtpStreamStats mediaSourceStats videoSourceStats peerConnectionStats transportStats'.split(
    ' ',
  )

/**
 * Reads what the buttons “Copy Report” and “Copy Report History” of about:webrtc give: one report, several, or a history
 * (dom/webidl/RTCStatsReport.webidl, RTCStatsReportInternal). It has no calls and no states.
 */
export async function readFirefoxJson(text: string, pace: Pace): Promise<Reading> {
  const builder = createDumpBuilder('firefox-report')
  const { value, isWhole } = readJsonStart(text)
  if (!isWhole) builder.cut('the text is cut off')
  const listed = Array.isArray(value) ? value : (field(value, 'reports') ?? [value])
  const reports = (Array.isArray(listed) ? (listed as unknown[]) : []).filter(isObject)
  const histories = field(value, 'sdpHistories')
  const columns = createStatsColumns()
  const told = new Set<string>()
  for (const [index, report] of reports.entries()) {
    await pace(index / reports.length)
    const conn = addConnection(builder, report)
    addHistory(builder, conn, report, told)
    addStats(columns, conn, report)
    if (index === reports.length - 1 || connOf(reports[index + 1]) !== conn) addRaw(builder, conn, report)
  }
  for (const history of Array.isArray(histories) ? (histories as unknown[]) : []) {
    if (isObject(history)) addHistory(builder, connOf(history), history, told)
  }
  builder.addReports(columns.finish())
  builder.say({ browser: 'Firefox', dialect: 'Copy Report', covers: FIREFOX_COVERS })
  return builder.finish()
}

/** `{uuid} microseconds (id=15032385537 url=https://a.example/)`: the name that about:webrtc gives a connection. */
function connOf(report: unknown): string {
  return connectionOf(textField(report, 'pcid') ?? '').id
}

export function connectionOf(pcid: string): { id: string; page: string | null } {
  return {
    id: /^\{?([\w-]{6,})\}?/.exec(pcid)?.[1] ?? (pcid.slice(0, 80) || 'unnamed'),
    page: pageOf(/url=([^)\s]+)/.exec(pcid)?.[1]),
  }
}

function addConnection(builder: DumpBuilder, report: Foreign): string {
  const { id, page } = connectionOf(textField(report, 'pcid') ?? '')
  const isOfferer = field(report, 'offerer')
  const configuration = configurationOf(field(report, 'configuration'))
  const role = isOfferer === true ? 'caller' : isOfferer === false ? 'callee' : null
  builder.addConnection({ id, page, configuration, role })
  return id
}

/** The descriptions that were set, with their times. Firefox says whose they are, and their type follows. */
function addHistory(builder: DumpBuilder, conn: string, report: Foreign, told: Set<string>): void {
  const history = field(report, 'sdpHistory')
  for (const [index, entry] of (Array.isArray(history) ? (history as unknown[]) : []).entries()) {
    const sdp = textField(entry, 'sdp')
    if (sdp === null) continue
    const at = timeOf(numberField(entry, 'timestamp'))
    const isLocal = field(entry, 'isLocal') === true
    const key = `${conn} ${at} ${isLocal}`
    if (told.has(key)) continue
    told.add(key)
    addDescription(builder, { conn, at, isLocal, sdp, source: `${conn}, sdpHistory ${index}` })
    const errors = field(entry, 'errors')
    for (const error of Array.isArray(errors) ? (errors as unknown[]) : [])
      builder.skip(
        `${conn}, sdpHistory ${index}, line ${textField(error, 'lineNumber')}: ${textField(error, 'error')}`,
      )
  }
}

/** An SDP of the history. Firefox lists it once it was set. */
export function addDescription(
  builder: DumpBuilder,
  {
    conn,
    at,
    isLocal,
    sdp,
    source,
  }: { conn: string; at: number | null; isLocal: boolean; sdp: string; source: string },
): void {
  const method = isLocal ? 'setLocalDescription' : 'setRemoteDescription'
  builder.addEvent(method, describe(sdp, null), { at, conn, source })
}

function addRaw(builder: DumpBuilder, conn: string, report: Foreign): void {
  for (const [list, isLocal] of [
    ['rawLocalCandidates', true],
    ['rawRemoteCandidates', false],
  ] as const) {
    const texts = field(report, list)
    for (const [index, text] of (Array.isArray(texts) ? (texts as unknown[]) : []).entries())
      addRawCandidate(builder, conn, text, isLocal, `${conn}, ${list} ${index}`)
  }
}

/** Raw remote candidates are lines of SDP. Local ones are printed in another form, which holds an address only. */
export function addRawCandidate(
  builder: DumpBuilder,
  conn: string,
  text: unknown,
  isLocal: boolean,
  source: string,
): void {
  if (typeof text !== 'string') return
  const candidate = /^(?:a=)?candidate:/.test(text) ? text : rawLocal(text)
  if (candidate === null) builder.skip(`${source}: ${text}`)
  else builder.addEvent(isLocal ? 'onicecandidate' : 'addIceCandidate', candidate, { at: null, conn, source })
}

/** `host(IP4:192.0.2.1:45542/UDP)`, `srflx(IP4:198.51.100.1:1/UDP|stun.a.example:3478)` as a line without a priority. */
function rawLocal(text: string): string | null {
  const [, type, address, port, protocol] =
    /^(\w+)\((?:IP[46]:)?\[?([\w.:%-]+?)\]?:(\d+)\/(\w+)/.exec(text) ?? []
  if (type === undefined || address === undefined) return null
  const known =
    { host: 'host', srflx: 'srflx', prflx: 'prflx', relay: 'relay', 'turn-relay': 'relay' }[type] ?? type
  return `candidate:0 1 ${protocol?.toLowerCase() ?? 'udp'} 0 ${address} ${port} typ ${known}`
}

function addStats(columns: ReturnType<typeof createStatsColumns>, conn: string, report: Foreign): void {
  const common = timeOf(numberField(report, 'timestamp'))
  for (const name of LISTS) {
    const list = field(report, name)
    for (const entry of Array.isArray(list) ? (list as unknown[]) : []) {
      const [id, type] = [textField(entry, 'id'), textField(entry, 'type')]
      const at = timeOf(numberField(entry, 'timestamp')) ?? common
      if (id === null || type === null || at === null || !isObject(entry)) continue
      const values = Object.entries(entry).map(([key, value]): [string, unknown] =>
        key === 'state' && type === 'candidate-pair' ? [key, pairState(String(value))] : [key, value],
      )
      columns.add(conn, id, type, at, values)
    }
  }
}

/** The states of a pair as webrtc-stats names them (RTCStatsIceCandidatePairState); Firefox joins the words. */
export function pairState(state: string): string {
  return state === 'inprogress' ? 'in-progress' : state
}

/** Reads either form: the saved page, or what the buttons copy. */
export async function readFirefox(text: string, pace: Pace): Promise<Reading> {
  if (!/^\s*</.test(text)) return readFirefoxJson(text, pace)
  const { readFirefoxPage } = await import('./firefoxPage')
  return readFirefoxPage(text, pace)
}
