import { expect, test } from 'vitest'
import { lineKind, referenceUrl } from '../../../src/sdp/lineKind'
import { readLines } from '../../../src/sdp/lines'

function kindOf(text: string) {
  return readLines(text).map(lineKind)[0]
}

test.each([
  ['v=0', 'version'],
  ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'media'],
  ['a=mid:0', 'mid'],
  ['a=recvonly', 'direction'],
  ['a=group:BUNDLE 0 1', 'group'],
  ['a=msid-semantic: WMS x', 'msid-semantic'],
  ['a=candidate:1 1 udp 1 192.0.2.2 1 typ host', 'candidate'],
  ['a=rtcp-fb:96 nack pli', 'rtcp-fb'],
  ['a=x-google-flag:conference', 'google'],
  ['a=google:1', null],
  ['a=brand-new:1', null],
  ['a=version:1', null],
  ['a=direction:both', null],
  ['a=constructor', null],
  ['z=0', 'schedule'],
  ['q=0', null],
  ['握手', null],
])('%s is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test('references lead to the RFC editor', () => {
  expect(referenceUrl('RFC 8866 §5.1')).toBe('https://www.rfc-editor.org/rfc/rfc8866#section-5.1')
  expect(referenceUrl('RFC 8830')).toBe('https://www.rfc-editor.org/rfc/rfc8830')
  expect(referenceUrl('draft-ietf-mmusic-msid')).toBeNull()
})
