import { describe, expect, test } from 'vitest'
import { strangeLine } from '../../../src/sdp/lineKind'
import { readLines } from '../../../src/sdp/lines'
import { ENDS } from './ends'
import { lex, meanings, tell } from './tell'

const { freeswitch = '', phone = '', camera = '', planB = '' } = ENDS
const one = (m: string, ...lines: string[]) => [m, ...lines].join('\n')
const AUDIO = 'm=audio 9 UDP/TLS/RTP/SAVPF 0'

describe('addresses and ports', () => {
  test('the address of o= is that of the machine that made the session', () => {
    expect(meanings(freeswitch, 'o=').at(-1)).toEqual(['203.0.113.4', 'origin.address'])
    expect(tell(freeswitch, 'o=')).not.toMatch(/candidate/)
    expect(meanings(planB, 'o=').at(-1)).toEqual(['0.0.0.0', 'net.placeholder'])
  })
  test('with ICE, c= and m= may repeat a candidate', () => {
    expect(meanings(freeswitch, 'c=').at(-1)?.[1]).toBe('net.address')
    expect(meanings(freeswitch, 'm=')[1]).toEqual(['16628', 'port.real'])
    expect(meanings(freeswitch, 'a=rtcp:')).toContainEqual(['16628', 'port.real'])
  })
  test('with ICE, any other address or port is for ends without it', () => {
    const sdp = one('m=audio 5006 RTP/AVP 0', 'c=IN IP4 192.0.2.1', 'a=ice-ufrag:abcd')
    expect(meanings(sdp, 'c=').at(-1)?.[1]).toBe('net.other')
    expect(meanings(sdp, 'm=')[1]?.[1]).toBe('port.other')
  })
  test('without ICE they are the destination', () => {
    expect(tell(phone, 'c=')).toMatch(/this is the destination/)
    expect(meanings(phone, 'm=')[1]).toEqual(['5006', 'port.destination'])
    for (const start of ['c=', 'm=']) expect(tell(phone, start)).not.toMatch(/candidate|ICE does not/)
  })
  test.each([
    ['c=IN IP4 0.0.0.0', 'net.hold'],
    ['c=IN IP4 224.2.36.42/127', 'net.multicast'],
    ['c=IN IP6 ff15::101/3', 'net.multicast'],
    ['c=IN IP6 2001:db8::1', 'net.destination'],
  ])('without ICE %s is %s', (line, meaning) => {
    expect(meanings(line, 'c=').at(-1)?.[1]).toBe(meaning)
  })
  test.each([
    ['0', 'port.zero'],
    ['9', 'port.discard'],
    ['[port]', 'port.bad'],
    ['70000', 'port.bad'],
  ])('port %s of an m= line is %s', (port, meaning) => {
    expect(meanings(`m=audio ${port} RTP/AVP 0`, 'm=')[1]).toEqual([port, meaning])
  })
  test('several ports in a row are counted', () => {
    expect(meanings('m=video 49170/2 RTP/AVP 31', 'm=').slice(1, 3)).toEqual([
      ['49170', 'port.destination'],
      ['2', 'port.count'],
    ])
  })
  test('port 0 of a=rtcp says nothing of the section', () => {
    expect(tell(one(AUDIO, 'a=rtcp:0'), 'a=rtcp')).toBe('Port 0: RTCP gets no port of its own.')
  })
  test('port 0 in RTSP is no refusal', () => {
    expect(meanings(camera, 'm=video')[1]?.[1]).toBe('port.rtsp')
  })
})

describe('protocols and what they carry', () => {
  test.each([
    ['RTP/SAVPF', 'proto.old-savpf'],
    ['RTP/SAVP', 'proto.old-savp'],
    ['RTP/AVPF', 'proto.avpf'],
    ['RTP/AVP', 'proto.avp'],
    ['UDP/TLS/RTP/SAVP', 'proto.savp'],
    ['TCP/TLS/RTP/SAVPF', 'proto.rtp-tcp'],
    ['TCP/DTLS/RTP/SAVPF', 'proto.rtp-tcp'],
    ['udptl', 'proto.fax'],
    ['TCP/MSRP', 'proto.msrp'],
    ['XYZ', 'proto.other'],
  ])('%s is %s', (name, meaning) => {
    expect(meanings(`m=audio 9 ${name} 0`, 'm=')[2]).toEqual([name, meaning])
  })
  test('data channels of before 2017', () => {
    expect(meanings(planB, 'm=application')).toEqual([
      ['application', 'media.application'],
      ['9', 'port.placeholder'],
      ['DTLS/SCTP', 'proto.old-sctp'],
      ['5000', 'sctp.port'],
    ])
  })
  test('each sentence on a protocol can be read alone', () => {
    expect(tell('m=application 9 TCP/DTLS/SCTP webrtc-datachannel', 'm=')).not.toMatch(/the same/i)
  })
  test('application is data channels over SCTP only', () => {
    expect(meanings(camera, 'm=application')).toEqual([
      ['application', 'media.application-rtp'],
      ['5004', 'port.destination'],
      ['RTP/AVP', 'proto.avp'],
      ['107', 'format.codec'],
    ])
    expect(meanings(camera, 'a=sendonly')).toEqual([['sendonly', 'direction.sendonly']])
    expect(meanings(phone, 'm=application').map(([, meaning]) => meaning)).toEqual([
      'media.application-other',
      'port.destination',
      'proto.bfcp',
      'format.none',
    ])
  })
  test('setup of bare TCP is about the connection', () => {
    const sdp = one('m=application 9 TCP/BFCP *', 'a=setup:active')
    expect(tell(sdp, 'a=setup')).not.toMatch(/DTLS/)
  })
})

describe('payload types', () => {
  test('those of RFC 3551 need no rtpmap line', () => {
    expect(tell(phone, 'm=')).toMatch(/Payload type 18: G729, number 1/)
    expect(meanings(phone, 'a=fmtp:18')).toEqual([
      ['18', 'payload.of'],
      ['annexb=no', 'g729.annexb'],
    ])
    expect(tell(phone, 'm=video')).toMatch(/Payload type 34: H263/)
    expect(tell(camera, 'm=video')).toMatch(/Payload type 26: JPEG/)
  })
  test('a dynamic one without rtpmap is not declared', () => {
    const sdp = one('m=video 9 RTP/AVP 111 0', 'a=fmtp:111 x=1', 'a=fmtp:99 x=1')
    expect(meanings(sdp, 'm=').slice(3)).toEqual([
      ['111', 'format.undeclared'],
      // 0 is an audio codec, and this section is video.
      ['0', 'format.undeclared'],
    ])
    expect(meanings(sdp, 'a=fmtp:111')[0]?.[1]).toBe('payload.undeclared')
    expect(meanings(sdp, 'a=fmtp:99')[0]?.[1]).toBe('payload.unknown')
  })
  test.each([
    ['0 PCMU/8000', 'payload.static'],
    ['0 pcmu/8000', 'payload.static'],
    ['0 PCMA/8000', 'payload.remapped'],
    ['2 G721/8000', 'payload.unassigned'],
    ['20 foo/90000', 'payload.unassigned'],
    ['30 foo/90000', 'payload.unassigned'],
    ['34 H263/90000', 'payload.static'],
    ['35 foo/90000', 'payload.dynamic'],
    ['72 rtx/90000', 'payload.reserved'],
    ['76 rtx/90000', 'payload.reserved'],
    ['77 foo/90000', 'payload.dynamic'],
    ['127 foo/90000', 'payload.dynamic'],
    ['128 foo/90000', 'payload.invalid'],
    ['x foo/90000', 'payload.invalid'],
    ['96', 'payload.nameless'],
  ])('a=rtpmap:%s is %s', (value, meaning) => {
    expect(meanings(one(AUDIO, `a=rtpmap:${value}`), 'a=rtpmap')[0]?.[1]).toBe(meaning)
  })
  test('what a retransmission repeats may not be declared', () => {
    const sdp = one('m=video 9 RTP/SAVPF 97', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96')
    expect(tell(sdp, 'm=')).toMatch(/Payload type 97: repeats lost packets of 96\.$/)
    expect(tell(sdp, 'a=fmtp')).toMatch(/Repeats payload type 96\.$/)
  })
  test('multiopus is Chromium’s own, and red is another thing in video', () => {
    expect(tell(one(AUDIO, 'a=rtpmap:100 multiopus/48000/6'), 'a=rtpmap')).toMatch(/private to Chromium/)
    expect(meanings(one('m=video 9 X 9', 'a=rtpmap:118 red/90000'), 'a=rtpmap')[1]?.[1]).toBe('codec.red-video') // prettier-ignore
  })
  test.each(['profile-level-id=64', 'profile-level-id=xyzxyz', 'profile-level-id=42e01f00'])(
    '%s is called malformed',
    (parameter) => {
      const sdp = one('m=video 9 RTP/AVP 98', 'a=rtpmap:98 H264/90000', `a=fmtp:98 ${parameter}`)
      expect(meanings(sdp, 'a=fmtp')[1]?.[1]).toBe('h264.profile-bad')
    },
  )
})

describe('attributes', () => {
  test.each([
    ['a=extmap:3/sendrecv urn:ietf:params:rtp-hdrext:toffset', 'extmap.sendrecv'],
    ['a=extmap:3/inactive urn:ietf:params:rtp-hdrext:toffset', 'extmap.inactive'],
    ['a=extmap:3/sendonly urn:ietf:params:rtp-hdrext:toffset', 'extmap.sendonly'],
    ['a=extmap:3/recvonly urn:ietf:params:rtp-hdrext:toffset', 'extmap.recvonly'],
    ['a=extmap:3/sideways urn:ietf:params:rtp-hdrext:toffset', 'malformed'],
  ])('%s: %s', (line, meaning) => {
    expect(meanings(line, 'a=')[1]?.[1]).toBe(meaning)
  })
  test('encrypt is about the extension named behind it', () => {
    const line =
      'a=extmap:5/recvonly urn:ietf:params:rtp-hdrext:encrypt urn:ietf:params:rtp-hdrext:smpte-tc 25@600/24'
    expect(meanings(line, 'a=').slice(2).map(([, meaning]) => meaning)).toEqual(['ext.encrypt', 'ext.timecode', 'ext.attribute']) // prettier-ignore
    expect(tell(line, 'a=')).toMatch(/The extension named behind it/)
  })
  test.each([
    ['0', 'extmap.bad'],
    ['256', 'extmap.bad'],
    ['4096', 'extmap.later'],
    ['15', 'extmap.id'],
  ])('extension id %s is %s', (id, meaning) => {
    expect(meanings(`a=extmap:${id} urn:x`, 'a=')[0]?.[1]).toBe(meaning)
  })
  test('a comma separates forms of one stream, a semicolon streams', () => {
    expect(meanings('a=simulcast:send 1,~4;2;3 recv c', 'a=').map(([, meaning]) => meaning)).toEqual([
      'simulcast.send',
      'simulcast.alternative',
      'simulcast.alternative',
      'simulcast.layer',
      'simulcast.layer',
      'simulcast.recv',
      'simulcast.layer',
    ])
  })
  test('not every restriction of a rid is a limit', () => {
    expect(meanings('a=rid:1 send pt=97;max-width=1280;depend=0', 'a=').slice(2)).toEqual([
      ['pt=97', 'rid.pt'],
      ['max-width=1280', 'rid.limit'],
      ['depend=0', 'rid.depend'],
    ])
  })
  test('reports: all or senders', () => {
    expect(meanings('a=rtcp-xr:rcvr-rtt=all', 'a=')).toEqual([['rcvr-rtt=all', 'xr.rtt']])
    expect(meanings(phone, 'a=rtcp-xr')).toEqual([
      ['voip-metrics', 'xr.voip'],
      ['rcvr-rtt=sender', 'xr.rtt-sender'],
      ['10000', 'xr.size'],
    ])
    expect(tell(phone, 'a=rtcp-xr')).not.toMatch(/: all may/)
  })
  test('a mid that no section has is called so', () => {
    expect(meanings(one('a=group:BUNDLE 0 7', AUDIO, 'a=mid:0'), 'a=group').at(-1)).toEqual(['7', 'group.missing']) // prettier-ignore
  })
  test('only version 0 is version 0', () => {
    expect(meanings('v=1', 'v=')).toEqual([['1', 'version.other']])
  })
  test('credentials that browsers refuse for their length are called short', () => {
    expect(meanings('a=ice-ufrag:abc', 'a=')[0]?.[1]).toBe('ufrag.short')
    expect(meanings('a=ice-pwd:0123456789abcdefghijk', 'a=')[0]?.[1]).toBe('pwd.short')
  })
})

describe('what is no line of SDP', () => {
  test.each([
    ['    v=0', 'broken'],
    [' a=candidate:1', 'broken'],
    ['', 'broken'],
    ['hello', 'broken'],
    ['A=mid:0', 'broken'],
    ['a= mid:0', 'broken'],
    ['a=', 'broken'],
    ['m= audio 9', 'broken'],
    ['y=0200007585', 'letter'],
    ['q=0', 'letter'],
    ['a=brand-new:1', 'attribute'],
    ['a=X-brand-new:1', 'private'],
    ['a=Candidate:1', 'attribute'],
  ] as const)('%j is %s', (text, strange) => {
    const [line] = readLines(`${text}\n`)
    expect(line && strangeLine(line)).toBe(strange)
    expect(lex(`${text}\n`, text)).toEqual([])
  })
})
