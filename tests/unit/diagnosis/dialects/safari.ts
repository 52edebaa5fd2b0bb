import type { Candidate } from '../../../../machines/contracts'
import type { Dump, DumpLine, DumpReport } from '../../../../src/diagnosis/dump'

/** A Safari with the states of connections and statistics of transports, and one of before (2019). */
type Version = 13 | 18

export const SAFARI: Readonly<Record<Version, string>> = {
  13: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1 Safari/605.1.15',
  18: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
}

/** The same call as Safari shows it: its words for errors, its ids of reports, hidden host addresses, less statistics. */
export function inSafari(dump: Dump, version: Version): Dump {
  const lines = dump.lines.flatMap((line) => lineIn(line, dump, version))
  return {
    ...dump,
    lines: lines.map((line, seq) => ({ ...line, seq })),
    reports: dump.reports.flatMap((report) => reportIn(report, version)),
  }
}

function lineIn(line: DumpLine, dump: Dump, version: Version): DumpLine[] {
  switch (line.name) {
    case 'createOfferOnSuccess':
    case 'createAnswerOnSuccess':
    case 'setLocalDescription':
    case 'setRemoteDescription':
      return line.value?.sdp === undefined
        ? [line]
        : [{ ...line, value: { ...line.value, sdp: h264First(line.value.sdp) } } as DumpLine]
    case 'onicecandidate':
      return line.value === null ? [line] : [{ ...line, value: hidden(line.value) }]
    case 'onconnectionstatechange': {
      if (version === 18) return [line]
      // Without this state, ICE itself says that it failed, unless it is connected.
      const ice = dump.lines.findLast(
        (one) => one.conn === line.conn && one.seq < line.seq && one.name === 'oniceconnectionstatechange',
      )
      return line.value === 'failed' && ice?.value !== 'connected'
        ? [{ ...line, name: 'oniceconnectionstatechange' }]
        : []
    }
    case 'setRemoteDescriptionOnFailure':
    case 'addIceCandidateOnFailure':
      return [{ ...line, value: { ...line.value, ...wordsOf(line.value.name, line.value.message) } }]
    case 'getUserMediaOnFailure': {
      const { name, message } = line.value.problem
      return [{ ...line, value: { ...line.value, problem: wordsOf(name, message) } }]
    }
    default:
      return [line]
  }
}

function h264First(sdp: string): string {
  return sdp.replace(/^(m=video \d+ \S+) 96 97/gm, '$1 97 96')
}

/** A host address is a name for multicast DNS, and the related address of others is empty. */
function hidden(candidate: Candidate): Candidate {
  const text = candidate.candidate.replace(
    /( udp \d+ )\S+( \d+ typ host)/,
    '$17b2d1a30-6c1f-4f8e-9a50-3d2e5f0c9b11.local$2',
  )
  return { ...candidate, candidate: text }
}

const WORDS: readonly (readonly [RegExp, name: string, message: string])[] = [
  [/wrong state/i, 'InvalidStateError', 'Description type incompatible with current signaling state'],
  [/remoteDescription/, 'InvalidStateError', 'The remote description was null'],
  [
    /Permission denied/,
    'NotAllowedError',
    'The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
  ],
]

function wordsOf(name: string, message: string): { name: string; message: string } {
  const found = WORDS.find(([pattern]) => pattern.test(message))
  return found ? { name: found[1], message: found[2] } : { name, message }
}

const IDS: Readonly<Record<string, string>> = {
  'inbound-rtp': 'RTCInboundRTP',
  'outbound-rtp': 'RTCOutboundRTP',
  'remote-inbound-rtp': 'RTCRemoteInboundRtp',
  'candidate-pair': 'RTCIceCandidatePair_',
  transport: 'RTCTransport_0_',
  'data-channel': 'RTCDataChannel_',
  'media-source': 'RTCVideoSource_',
}

/** What Safari does not measure, or did not in its first years. */
const NEVER = ['selected', 'mediaType', 'codecId', 'decoderImplementation', 'qualityLimitationDurations']
const LATER = [
  'remoteId',
  'localId',
  'freezeCount',
  'totalFreezesDuration',
  'keyFramesDecoded',
  'trackIdentifier',
]

function reportIn(report: DumpReport, version: Version): DumpReport[] {
  const isOld = version === 13
  if (isOld && ['transport', 'media-source', 'remote-inbound-rtp'].includes(report.type)) return []
  const kind = report.values['kind']?.[0] === 'audio' ? 'AudioStream_' : 'VideoStream_'
  const prefix = IDS[report.type]
  const isStream = /rtp$/.test(report.type)
  const id = isOld && prefix !== undefined ? `${prefix}${isStream ? kind : ''}${report.id}` : report.id
  const without = isOld ? [...NEVER, ...LATER] : NEVER
  const values = Object.entries(report.values).filter(([name]) => !without.includes(name))
  return [{ ...report, id, values: Object.fromEntries(values) }]
}
