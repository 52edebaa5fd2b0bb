import type { Dump } from '../../../../src/diagnosis/dump'

/** What “Copy Report” of about:webrtc gives: descriptions, raw candidates and statistics; no calls and no states. */
export function firefoxOf({ connections, lines, reports }: Dump): string {
  const all = connections.map(({ id, page, configuration }) => {
    const own = lines.filter(({ conn }) => conn === id)
    const texts = (name: 'onicecandidate' | 'addIceCandidate') =>
      own.flatMap((line) =>
        line.name === name && line.value !== null && line.value.candidate !== ''
          ? [line.value.candidate]
          : [],
      )
    const listed = (type: string) =>
      reports
        .filter((report) => report.conn === id && report.type === type)
        .map((report) => ({
          id: report.id,
          type,
          timestamp: report.times.at(-1),
          ...Object.fromEntries(
            Object.entries(report.values).map(([name, column]) => [
              name,
              column.findLast((one) => one != null),
            ]),
          ),
        }))
    return {
      pcid: `{${id}0000000-1111} 1700000000 (id=1 url=${page ?? ''})`,
      timestamp: lines.at(-1)?.at,
      browserId: 1,
      closed: own.some(({ name }) => name === 'close'),
      configuration: { iceServers: (configuration?.iceServers ?? []).map(({ urls }) => ({ urls })) },
      sdpHistory: own.flatMap((line) =>
        (line.name === 'setLocalDescription' || line.name === 'setRemoteDescription') && line.value?.sdp
          ? [
              {
                isLocal: line.name === 'setLocalDescription',
                timestamp: line.at,
                sdp: line.value.sdp,
                errors: [],
              },
            ]
          : [],
      ),
      rawLocalCandidates: texts('onicecandidate').map(rawOf),
      rawRemoteCandidates: texts('addIceCandidate'),
      iceCandidatePairStats: listed('candidate-pair'),
      inboundRtpStreamStats: listed('inbound-rtp'),
      outboundRtpStreamStats: listed('outbound-rtp'),
      dataChannelStats: listed('data-channel'),
    }
  })
  return JSON.stringify(all)
}

/** Firefox prints its own candidates in a form of its own. */
function rawOf(candidate: string): string {
  const [, , protocol = 'udp', , address = '', port = '', , type = ''] = candidate.split(' ')
  return `${type}(IP4:${address}:${port}/${protocol.toUpperCase()})`
}
