import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attribute, skeletonOf } from '../../../src/figures/descriptions'

const offer = readFileSync('tests/unit/sdp/fixtures/chromium/call.offer.sdp', 'utf8')

test('the skeleton of a real offer names its sections, their codecs and their bundle', () => {
  const { sections, bundled, session } = skeletonOf(offer)
  expect(sections.map(({ media, mid, direction, codec }) => [media, mid, direction, codec])).toEqual([
    ['audio', '0', 'sendrecv', 'opus/48000/2'],
    ['video', '1', 'sendrecv', 'VP8/90000'],
  ])
  expect(bundled).toEqual(['0', '1'])
  expect(session).toContain('a=group:BUNDLE 0 1')
})

test('a data section is preferred by its format, having no codec', () => {
  const sdp = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:2\r\n'
  expect(skeletonOf(sdp).sections[0]).toMatchObject({ media: 'application', codec: 'webrtc-datachannel' })
})

test('an attribute is found by its whole name', () => {
  expect(attribute(offer, 'setup')).toBe('actpass')
  expect(attribute(offer, 'ice-ufrag')).toBe('o8gI')
  expect(attribute(offer, 'ice')).toBeNull()
})
