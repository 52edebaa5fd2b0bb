const KINDS = ['audio', 'video', 'application'] as const

export interface FakeSection {
  kind: (typeof KINDS)[number]
  mid: string
  direction: RTCRtpTransceiverDirection
  /** Port 0: not wanted, or no longer wanted (RFC 3264 §6). */
  isRejected: boolean
  /** Whether the section's track belongs to a stream (RFC 8830). */
  hasStream: boolean
}

/** A section with default fields. */
export function sectionOf(kind: string, mid: string, fields: Partial<FakeSection> = {}): FakeSection {
  const known = KINDS.find((one) => one === kind) ?? 'audio'
  return { kind: known, mid, direction: 'sendrecv', isRejected: false, hasStream: true, ...fields }
}

/** A short but well-formed SDP (RFC 8866), which the fake connections exchange. */
export function writeFakeSdp(
  ufrag: string,
  version: number,
  setup: string,
  sections: readonly FakeSection[],
): string {
  const bundled = sections.filter(({ isRejected }) => !isRejected).map(({ mid }) => mid)
  const lines = [
    'v=0',
    `o=- 1 ${String(version)} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${bundled.join(' ')}`.trimEnd(),
    ...sections.flatMap(({ kind, mid, direction, isRejected, hasStream }) => [
      `m=${kind} ${isRejected ? '0' : '9'} ${kind === 'application' ? 'UDP/DTLS/SCTP webrtc-datachannel' : 'UDP/TLS/RTP/SAVPF 96'}`,
      'c=IN IP4 0.0.0.0',
      `a=ice-ufrag:${ufrag}`,
      `a=setup:${setup}`,
      `a=mid:${mid}`,
      ...(kind === 'application'
        ? ['a=sctp-port:5000']
        : [`a=${direction}`, `a=msid:${hasStream ? 'stream' : '-'}`, 'a=rtcp-mux']),
    ]),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** Reads what writeFakeSdp() wrote; sections of other kinds are skipped. */
export function readFakeSdp(sdp: string): { ufrag: string; sections: FakeSection[] } {
  const sections = sdp
    .split(/^(?=m=)/m)
    .slice(1)
    .flatMap((text) => {
      const [, name = '', port = ''] = /^m=(\w+) (\d+)/.exec(text) ?? []
      const kind = KINDS.find((one) => one === name)
      if (kind === undefined) return []
      return sectionOf(kind, /^a=mid:(\S+)/m.exec(text)?.[1] ?? '', {
        direction: (/^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(text)?.[1] ??
          'sendrecv') as RTCRtpTransceiverDirection,
        isRejected: port === '0',
        hasStream: !/^a=msid:-/m.test(text),
      })
    })
  return { ufrag: /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? '', sections }
}
