import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { plainText, readEntries } from '../../../build/search-entries'
import { isNatExampleId } from '../../../src/recording/exampleIds'
import { createSearch } from '../../../src/search/createSearch'
import type { Search } from '../../../src/search/createSearch'
import { keyOf, pageOf } from '../../../src/search/entry'
import type { SearchEntry } from '../../../src/search/entry'
import { packEntries, unpackEntries } from '../../../src/search/pack'
import type { Packed } from '../../../src/search/pack'
import { LONGEST } from '../../../src/search/query'

// The first colouring of code takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PREFIX = "Uncaught (in promise) InvalidStateError: Failed to execute 'setRemoteDescription' on "
const WHOLE_TEXT = `${PREFIX}'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: stable`
const STACK = Array.from(
  { length: 60 },
  (_, at) => `    at handler${at} (https://app.example/js/app.${at}f3a.js:${at}:17)`,
)

describe('the search', () => {
  let entries: SearchEntry[]
  let find: Search

  beforeAll(() => {
    entries = readEntries('lessons')
    find = createSearch(entries)
  })

  const pages = (query: string) => find(query).map(({ entry }) => pageOf(entry))
  const first = (query: string) => pages(query).slice(0, 3)

  test.each([
    ['打洞', 'term/hole-punching'],
    ['打洞', 'concept/nat'],
    ['hole punching', 'concept/nat'],
    ['a=setup', 'sdp/setup'],
    ['a=setup:actpass', 'sdp/setup'],
    ['sendrecv', 'sdp/direction'],
    ['createOffer', 'step/create-offer'],
    ['对称型 NAT', 'term/symmetric-nat'],
    ['have-local-offer', 'step/set-local-offer'],
    ['typ srflx', 'concept/candidates'],
    ['3478', 'concept/stun-turn'],
  ])('finds for %s among the first three %s', (query, page) => {
    expect(first(query)).toContain(page)
  })

  test.each([
    ['one-way video', 'oneway video', 'one way video'],
    ['setRemoteDescription', 'setremotedescription', 'SETREMOTEDESCRIPTION'],
    ['ICE failed', 'ice failing', 'ＩＣＥ ｆａｉｌｅｄ'],
    ['視訊黑屏', '视频黑屏', '畫面黑屏'],
  ])('answers %s, %s and %s alike', (...queries) => {
    const [one = [], ...others] = queries.map((query) => first(query).slice(0, 1))
    expect(one).toHaveLength(1)
    for (const other of others) expect(other).toEqual(one)
  })

  test.each([
    ['setRemoteDescripton', 'setRemoteDescription'],
    ['perfect negotation', 'perfect negotiation'],
    ['recieve anwser', 'receive answer'],
  ])('forgives the slip in %s', (slip, right) => {
    expect(first(slip)).toContain(first(right)[0])
  })

  test('finds a name by its beginning', () => {
    expect(first('setRemoteDesc')).toEqual(
      expect.arrayContaining(['step/set-remote-answer', 'step/set-remote-offer']),
    )
  })

  test('a page with all words comes before a page with some', () => {
    const have = (text: string) => ({ zh: text, en: text })
    const page = (id: string, text: string): SearchEntry => ({
      kind: 'concept',
      id,
      section: '',
      title: have(id),
      text: have(text),
      code: '',
      phrases: [],
      browserTexts: [],
    })
    const small = createSearch([
      page('one', 'apple apple apple apple and more'),
      page('all', 'apple with banana and a long text of other fruit around it'),
      page('other', 'banana banana banana banana and more'),
    ])
    expect(small('apple banana').map(({ entry }) => entry.id)[0]).toBe('all')
    expect(small('apple banana')).toHaveLength(3)
  })

  test('reads a whole error with its stack as it reads the error', () => {
    expect(first(WHOLE_TEXT)[0]).toBe(first('Called in wrong state: stable')[0])
    expect(first([WHOLE_TEXT, ...STACK].join('\n'))[0]).toBe(first(WHOLE_TEXT)[0])
  })

  test('finds nothing for what is not there, and says nothing for nothing', () => {
    expect(pages('xylophone zeppelin')).toEqual([])
    expect(pages('')).toEqual([])
    expect(pages('为什么')).toEqual([])
  })

  test('lists each page once, and no more than twenty', () => {
    for (const query of ['ICE', 'offer', '连接', WHOLE_TEXT]) {
      expect(new Set(pages(query)).size).toBe(pages(query).length)
      expect(pages(query).length).toBeLessThanOrEqual(20)
    }
  })

  test('has every entry under a key of its own, with words in both languages', () => {
    expect(new Set(entries.map(keyOf)).size).toBe(entries.length)
    expect(entries.filter(({ title }) => title.zh === '' || title.en === '')).toEqual([])
    // A question, a fault, and the title of a call through a real network, say all that there is to say.
    const isTitleOnly = ({ kind, id }: SearchEntry) =>
      kind === 'question' || kind === 'fault' || isNatExampleId(id)
    const mute = entries.filter((one) => !isTitleOnly(one) && (one.text.zh === '' || one.text.en === ''))
    expect(mute).toEqual([])
  })

  test('has titles without the marks of Markdown', () => {
    const marked = entries.filter(({ title }) => /[`*]/.test(title.zh + title.en))
    expect(marked.map(keyOf)).toEqual([])
  })

  test('loses nothing between the build and the browser', () => {
    const file = JSON.stringify(packEntries(entries))
    expect(unpackEntries(JSON.parse(file) as Packed)).toEqual(entries)
  })

  test('has each text to its last sentence', () => {
    const whole = entries.filter(
      ({ kind, section }) => ['step', 'concept', 'term', 'sdp'].includes(kind) && section !== 'spec',
    )
    const ends = whole.flatMap(({ text }) => [text.zh, text.en]).filter((text) => text !== '')
    expect(ends.filter((text) => !/[.。:：?？!！)）`]$/.test(text))).toEqual([])
  })

  test.each(['callee.js', 'caller.js', 'peer.js', 'socket.js'])('has %s to its last line', (name) => {
    const lines = readFileSync(`lessons/code/${name}`, 'utf8').trim().split('\n')
    const program = entries.filter(({ id }) => id === 'whole-call').map(({ code }) => code)
    expect(program.join(' ')).toContain(lines.slice(-3).join(' ').replace(/\s+/g, ' ').trim())
  })

  test('has each cause of an error, the last one too', () => {
    const black = entries.find((entry) => keyOf(entry) === 'error/black-video')
    expect(black?.text.en).toContain('The other end sends no video.')
    expect(black?.text.zh).toContain('对方没有发送视频')
  })

  test('never throws, and is bounded, whatever is asked', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      // Known words, joined in any way.
      fc
        .array(fc.constantFrom('ICE', 'a=', '.local', '黑屏', 'setRemote', '-', ':', ' ', '的', '401', "'"), {
          maxLength: 60,
        })
        .map((words) => words.join('')),
    )
    fc.assert(
      fc.property(anything, (query) => {
        expect(find(query).length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 200 },
    )
    expect(find('ICE failed '.repeat(LONGEST)).length).toBeLessThanOrEqual(20)
  })
})

test('plain text is text: our own build’s entities are read, and no tag is left', () => {
  expect(plainText('<p>a &lt;b&gt; <code>c</code></p><pre>d</pre>')).toBe('a <b> c d ')
})
