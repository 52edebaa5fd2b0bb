import { describe, expect, test } from 'vitest'
import { lineKind } from '../../../src/sdp/lineKind'
import { readLines } from '../../../src/sdp/lines'
import { UNKNOWN, unexplained } from '../../support/sdpKnowledge'
import { lex, meanings, tell } from './tell'

const M = 'm=audio 9 UDP/TLS/RTP/SAVPF 0\na=rtpmap:0 PCMU/8000\n'
const last = (line: string) => meanings(M + line, line).at(-1)?.[1] ?? ''

describe('what a registry has, or a real end writes, has a meaning', () => {
  test.each([
    ...['nack', 'nack pli', 'nack sli', 'nack rpsi', 'nack app', 'nack ecn', 'nack rai', 'nack tllei'],
    ...['nack pslei', 'ack rpsi', 'ack app', 'ack ccfb', 'ccm fir', 'ccm tmmbr', 'ccm tstr', 'ccm lrr'],
    ...[
      'ccm vbcm 1 2',
      'ccm pause nowait',
      'ccm tmmbr smaxpr=120',
      'trr-int 100',
      'transport-cc',
      'goog-remb',
    ],
    ...['goog-lntf', 'rrtr', 'app', '3gpp-roi-arbitrary', 'x-message app send:src recv:src', 'nack rpsi x'],
  ])('a=rtcp-fb:0 %s', (kind) => {
    expect(unexplained(`${M}a=rtcp-fb:0 ${kind}\n`)).toEqual([])
  })

  const RTP = 'urn:ietf:params:rtp-hdrext:'
  const GOOGLE = 'http://www.webrtc.org/experiments/rtp-hdrext/'
  test.each([
    ...['toffset', 'ssrc-audio-level', 'csrc-audio-level', 'smpte-tc', 'ntp-64', 'ntp-56', 'encrypt'].map((name) => RTP + name),
    ...['framemarking', 'splicing-interval', 'sdes', 'sdes:mid', 'sdes:cname', 'sdes:rtp-stream-id'].map((name) => RTP + name),
    ...['sdes:repaired-rtp-stream-id', 'sdes:CaptId', 'sdes:name'].map((name) => RTP + name),
    ...['abs-send-time', 'abs-capture-time', 'color-space', 'corruption-detection', 'inband-cn'].map((name) => GOOGLE + name),
    ...['playout-delay', 'transport-wide-cc-02', 'video-content-type', 'video-frame-tracking-id'].map((name) => GOOGLE + name),
    ...['video-layers-allocation00', 'video-timing', 'generic-frame-descriptor-00'].map((name) => GOOGLE + name),
    ...['urn:3gpp:video-orientation', 'urn:3gpp:video-orientation:6', 'urn:3gpp:roi-sent', 'urn:3gpp:x'],
    'urn:3gpp:predefined-roi-sent',
    'urn:mediasoup:params:rtp-hdrext:packet-id',
    'http://tools.ietf.org/html/draft-ietf-avtext-framemarking-07',
    'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  ])('a=extmap:1 %s', (uri) => {
    expect(unexplained(`${M}a=extmap:1 ${uri}\n`)).toEqual([])
  }) // prettier-ignore

  test.each([
    ...['generation 0', 'ufrag abcd', 'network-id 1', 'network-cost 999', 'network_name eth0', 'name rtp'],
    ...['username u', 'password p', 'tcptype passive', 'raddr 192.0.2.1', 'rport 9'],
  ])('a=candidate … %s', (pair) => {
    const line = `a=candidate:1 1 tcp 1518280447 192.0.2.2 443 typ srflx ${pair}`
    expect(meanings(line, 'a=').at(-1)?.[0]).toBe(pair)
    expect(unexplained(line)).toEqual([])
  })

  test.each(['LS', 'FID', 'SRF', 'ANAT', 'FEC', 'FEC-FR', 'DDP', 'DUP', 'BUNDLE'])('a=group:%s', (name) => {
    expect(unexplained(`a=group:${name} 0\n${M}a=mid:0\n`)).toEqual([])
  })

  test.each(['FID', 'FEC', 'FEC-FR', 'SIM', 'DUP'])('a=ssrc-group:%s', (name) => {
    expect(unexplained(`${M}a=ssrc-group:${name} 1 2\n`)).toEqual([])
  })

  // The registry of SDP attributes, as far as RFCs fill it, and private ones that real ends write.
  test.each(
    [
      'acap:1 acfg:1 bfcpver:1 bundle-only cat:x ccap:1 cdsc:1 charset:x chatroom:x cliprect:0 conf:x confid:1',
      'connection:new content:x control:* cpar:x cparmax:x cparmin:x creq:x crypto:x cryptex csup:x curr:x dcmap:0',
      'dcsa:0 depend:x des:x end-of-candidates etag:x extmap-allow-mixed fec-repair-flow:x fec-source-flow:x',
      'file-date:x file-disposition:x file-icon:x file-range:x file-selector:x file-transfer-id:x accept-types:x',
      'accept-wrapped-types:x floorctrl:c-only floorid:1 framerate:30 framesize:x ice-lite ice-mismatch',
      'ice-options:trickle ice-pacing:50 identity:x imageattr:x inactive key-mgmt:x keywds:x label:1 lang:en lcfg:x',
      'max-message-size:1 max-size:1 maxprate:10 maxptime:20 mediaclk:x mfcap:x mid:0 mscap:x msid:a msrp-cema',
      'nortpproxy:yes omcap:x orient:portrait path:x pcfg:1 ptime:20 quality:5 range:npt=0- recvonly',
      'remote-candidates:x repair-window:x resource:speechsynth channel:x cmid:1 rid:1 rmcap:1 rtcp:9 rtcp-mux',
      'rtcp-mux-only rtcp-rgrp:x rtcp-rsize rtcp-unicast:rsi rtcp-xr:voip-metrics sctp-init:x sctp-port:5000',
      'sctpmap:5000 sdplang:en sendonly sendrecv sescap:1 setup:active silenceSupp:off simulcast:send',
      'source-filter:x sqn:0 ssrc:1 tcap:1 tls-id:x tool:x ts-refclk:x type:broadcast userid:1 x-dimensions:1,2',
      'x-google-flag:conference x-mediabw:x x-source-streamid:1 x-ssrc-range:1-2 x-candidate-ipv6:1 zrtp-hash:x',
      'T38FaxVersion:0 T38MaxBitRate:14400 T38FaxFillBitRemoval bcap:1 icap:1 mtag:x x-bypassid:x x-caps:x',
    ].flatMap((names) => names.split(' ')),
  )('a=%s has a note', (attribute) => {
    const [line] = readLines(`a=${attribute}`)
    expect(line && lineKind(line)).not.toBeNull()
  })
})

describe('what no registry has is called so, by its kind, with what follows', () => {
  test.each([
    ['a=rtcp-fb:0 telepathy', 'fb.other'],
    ['a=rtcp-fb:0 nack telepathy', 'fb.nack-other'],
    ['a=rtcp-fb:0 ack', 'fb.ack-other'],
    ['a=rtcp-fb:0 ccm telepathy', 'fb.ccm-other'],
    ['a=rtcp-fb:0 trr-int soon', 'fb.trr-bad'],
    ['a=rtcp-fb:0', 'fb.missing'],
    ['a=extmap:1 urn:ietf:params:rtp-hdrext:new', 'ext.ietf-other'],
    ['a=extmap:1 http://www.webrtc.org/experiments/rtp-hdrext/new', 'ext.google-other'],
    ['a=extmap:1 https://example.org/new', 'ext.other'],
    ['a=extmap:1 http:\\\\www.webrtc.org\\experiments', 'ext.bad'],
    ['a=candidate:1 1 udp 1 192.0.2.1 9 typ host mood good', 'candidate.extension-other'],
    ['a=candidate:1 1 udp 1 192.0.2.1 9 typ host generation', 'candidate.half'],
    ['a=candidate:1 1 tcp 1 192.0.2.1 9 typ host tcptype lazy', 'candidate.tcptype-other'],
    ['a=ice-options:telepathy', 'option.other'],
    ['a=group:CHAIN', 'group.other'],
    ['a=ssrc:1 mood:good', 'ssrc.other'],
    ['a=ssrc-group:CHAIN', 'ssrc-group.other'],
    ['a=rtcp-xr:mood', 'xr.other'],
    ['a=rid:1 send mood=good', 'rid.other'],
    ['b=XYZ', 'bandwidth.other'],
    ['a=setup:sideways', 'malformed'],
    ['a=rtcp-mux:1', 'malformed'],
    ['a=ssrc:x', 'malformed'],
  ] as const)('%s is %s', (line, meaning) => {
    expect(last(line)).toBe(meaning)
    expect(UNKNOWN.has(meaning)).toBe(true)
    expect(tell(M + line, line)).toMatch(/RFC \d+|Malformed|does not fit|does not know|backslash/i)
  })
  test('microsoft’s transports of before RFC 6544 are not unknown', () => {
    const line = 'a=candidate:4 1 TCP-ACT 1684797951 192.0.2.1 23508 typ srflx raddr 192.0.2.1 rport 23508'
    expect(lex(line, 'a=')[2]?.meaning).toBe('candidate.tcp-act')
  })
  test('a new kind of media is one that is answered with port 0', () => {
    expect(tell('m=x-data 9 RTP/SAVP 127', 'm=')).toMatch(/port 0/)
  })
})
