const KINDS = ['audio', 'video'] as const

export interface FakeSection {
  kind: string
  mid: string
  direction: RTCRtpTransceiverDirection
}

/** A short but well-formed SDP (RFC 8866): what the fake connections tell each other. */
export function writeFakeSdp(
  ufrag: string,
  version: number,
  setup: string,
  sections: readonly FakeSection[],
): string {
  const lines = [
    'v=0',
    `o=- 1 ${String(version)} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${sections.map(({ mid }) => mid).join(' ')}`.trimEnd(),
    ...sections.flatMap(({ kind, mid, direction }) => [
      `m=${kind} 9 UDP/TLS/RTP/SAVPF 96`,
      'c=IN IP4 0.0.0.0',
      `a=ice-ufrag:${ufrag}`,
      `a=setup:${setup}`,
      `a=mid:${mid}`,
      `a=${direction}`,
      'a=rtcp-mux',
    ]),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** Reads what writeFakeSdp() wrote; sections of other kinds are left out. */
export function readFakeSdp(sdp: string): { ufrag: string; sections: FakeSection[] } {
  const sections = sdp
    .split(/^(?=m=)/m)
    .slice(1)
    .map((text) => ({
      kind: /^m=(\w+)/.exec(text)?.[1] ?? '',
      mid: /^a=mid:(\S+)/m.exec(text)?.[1] ?? '',
      direction: (/^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(text)?.[1] ??
        'sendrecv') as RTCRtpTransceiverDirection,
    }))
    .filter(({ kind }) => (KINDS as readonly string[]).includes(kind))
  return { ufrag: /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? '', sections }
}
