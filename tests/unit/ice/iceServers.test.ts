import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serverErrors, serverKinds } from '../../../src/i18n/messages/iceServers'
import {
  describeServer,
  draftServers,
  MAX_SERVERS,
  parseIceServers,
  splitUrls,
} from '../../../src/ice/iceServers'
import type { ServerDraft } from '../../../src/ice/iceServers'

function draft(urls: string, username = '', credential = ''): ServerDraft {
  return { urls, username, credential }
}

describe('parseIceServers', () => {
  test('nothing typed is no servers, and no mistake', () => {
    expect(parseIceServers([])).toEqual({ ok: true, servers: [] })
    expect(parseIceServers([draft('  \n'), draft('')])).toEqual({ ok: true, servers: [] })
  })

  test('several URLs of a row are separated by space, comma or line, Chinese commas too', () => {
    expect(splitUrls(' stun:a, stun:b\nstun:c\uFF0Cstun:d\u3001stun:e ')).toEqual([
      'stun:a',
      'stun:b',
      'stun:c',
      'stun:d',
      'stun:e',
    ])
  })

  test('a TURN server keeps its login, a STUN server is given none', () => {
    const result = parseIceServers([draft('stun:a', 'left', 'over'), draft('stun:b turn:b', 'alice', 's p')])
    expect(result).toEqual({
      ok: true,
      servers: [{ urls: ['stun:a'] }, { urls: ['stun:b', 'turn:b'], username: 'alice', credential: 's p' }],
    })
  })

  test('a TURN server needs both halves of its login', () => {
    expect(parseIceServers([draft('turn:a')])).toEqual({
      ok: false,
      errors: [
        { row: 0, field: 'username', code: 'username-missing' },
        { row: 0, field: 'credential', code: 'credential-missing' },
      ],
    })
  })

  test('every wrong URL is named, in the row where it stands', () => {
    expect(parseIceServers([draft('stun:a'), draft('http://b stun:c stun://d')])).toEqual({
      ok: false,
      errors: [
        { row: 1, field: 'urls', code: 'scheme', url: 'http://b' },
        { row: 1, field: 'urls', code: 'slashes', url: 'stun://d' },
      ],
    })
  })

  test('a login without a URL is an unfinished row', () => {
    expect(parseIceServers([draft('', 'alice')])).toEqual({
      ok: false,
      errors: [{ row: 0, field: 'urls', code: 'empty' }],
    })
  })

  test('ten servers are enough; blank rows do not count', () => {
    const ten = Array.from({ length: MAX_SERVERS }, (_, n) => draft(`stun:s${n}`))
    expect(parseIceServers([draft(''), ...ten])).toMatchObject({ ok: true })
    expect(parseIceServers([...ten, draft('stun:more')])).toEqual({
      ok: false,
      errors: [{ row: MAX_SERVERS, field: 'urls', code: 'too-many' }],
    })
    expect(parseIceServers([draft('stun:a '.repeat(MAX_SERVERS + 1))])).toMatchObject({ ok: false })
  })

  test('the login has the length that browsers allow', () => {
    expect(parseIceServers([draft('turn:a', 'u'.repeat(509), 'c'.repeat(256))])).toMatchObject({ ok: true })
    expect(parseIceServers([draft('turn:a', '\u4f60'.repeat(170), 'c'.repeat(257))])).toEqual({
      ok: false,
      errors: [
        { row: 0, field: 'username', code: 'username-long' },
        { row: 0, field: 'credential', code: 'credential-long' },
      ],
    })
  })

  test('whatever is typed, it never throws, and an error has a row, a field and words', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((rest) => `turn:${rest}`),
    )
    const drafts = fc.array(fc.record({ urls: text, username: text, credential: text }))
    fc.assert(
      fc.property(drafts, (rows) => {
        const result = parseIceServers(rows)
        if (result.ok) return
        for (const { row, field, code } of result.errors) {
          expect(rows[row]).toHaveProperty(field)
          expect(serverErrors).toHaveProperty(code)
        }
      }),
    )
  })

  test('what was accepted comes back the same from the form it fills', () => {
    const url = fc
      .tuple(fc.constantFrom('stun', 'turn', 'turns'), fc.domain())
      .map((parts) => parts.join(':'))
    const login = fc.string({ minLength: 1, maxLength: 20 })
    const row = fc.record({
      urls: fc.array(url, { minLength: 1, maxLength: 3 }),
      username: login,
      credential: login,
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: MAX_SERVERS }), (rows) => {
        const first = parseIceServers(rows.map(({ urls, ...rest }) => ({ urls: urls.join(', '), ...rest })))
        expect(first.ok).toBe(true)
        if (first.ok) expect(parseIceServers(draftServers(first.servers))).toEqual(first)
      }),
    )
  })
})

describe('describeServer', () => {
  test.each([
    ['stun:a', serverKinds.stun],
    ['STUN:a', serverKinds.stun],
    ['stuns:a', serverKinds.stuns],
    ['turn:a', serverKinds.turn],
    ['turn:a?transport=tcp', serverKinds['turn-tcp']],
    ['turns:a', serverKinds.turns],
    ['http:a', null],
    ['stun:', null],
  ])('%s', (url, message) => {
    expect(describeServer(url)).toBe(message)
  })
})
