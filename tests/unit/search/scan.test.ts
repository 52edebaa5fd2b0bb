import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/search/fold'
import { scan, tokenize } from '../../../src/search/scan'
import { stem } from '../../../src/search/stem'

describe('words', () => {
  test('of a name are the name, its ends and its parts', () => {
    expect(tokenize('setRemoteDescription')).toEqual(
      expect.arrayContaining([stem('setremotedescription'), stem('remotedescription'), 'remot', 'set']),
    )
    expect(tokenize('RTCPeerConnection')).toContain(stem('peerconnection'))
  })

  test.each([
    ['setRemoteDescription', 'setremotedescription'],
    ['one-way', 'oneway'],
    ['have-local-offer', 'havelocaloffer'],
    ['Wi-Fi', 'wifi'],
    ['failing', 'failed'],
    ['failure', 'fails'],
    ['connecting', 'connection'],
    ['negotiation', 'negotiated'],
    ['stopped', 'stop'],
    ['ＩＣＥ', 'ICE'],
    ['視訊連線', '视频连接'],
    ['伺服器', '服务器'],
    ['攝影機', '摄像头'],
    ['回音', '回声'],
    ['can’t', "can't"],
  ])('of %s and %s are the same where it matters', (one, other) => {
    const shared = tokenize(one).filter((term) => tokenize(other).includes(term))
    expect(shared.length).toBeGreaterThan(0)
    // The first word of the second text is also a word of the first, so one finds the other.
    expect(shared).toEqual(expect.arrayContaining(tokenize(other).slice(0, 1)))
  })

  test('of a line of SDP are the line, its name and its values', () => {
    expect(tokenize('a=setup:actpass')).toEqual(['a=setupactpass', 'a=', 'a=setup', 'setup', 'actpass'])
  })

  test('of a hidden address are marked as such', () => {
    expect(tokenize('f2de9f8c-1d2e-4b3c-8d7e-0a1b2c3d4e5f.local')).toContain('.local')
    expect(tokenize('candidates ending in .local')).toContain('.local')
    expect(tokenize('local description')).not.toContain('.local')
  })

  test('keep numbers', () => {
    expect(tokenize('error 401, port 3478, payload 111')).toEqual(
      expect.arrayContaining(['401', '3478', '111']),
    )
  })

  test('of Chinese are pairs, without the words that hold a question together', () => {
    expect(tokenize('为什么黑屏了')).toEqual(['黑屏'])
    expect(tokenize('摄像头')).toEqual(['摄像', '像头'])
  })

  test('leave out English words that hold a question together', () => {
    expect(tokenize('why is the video black?')).toEqual(['video', 'black'])
  })
})

describe('any text', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 400 })

  test('keeps its length when folded, so that places stay', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })

  test('has words only inside itself, none of them empty', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { term, start, end } of scan(text)) {
          expect(term).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
