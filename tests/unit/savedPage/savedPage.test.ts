import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { STEP_IDS } from '../../../machines/steps'
import { lessonTexts } from '../../../src/lessons/lessonTexts'
import { readRecording } from '../../../src/recording/readRecording'
import type { Recording } from '../../../src/recording/recording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { element } from '../../../src/savedPage/html'
import { savedPageName, writeSavedPage } from '../../../src/savedPage/savedPage'
import { openBench } from '../../support/benchCall'
import { openExample } from '../recording/examples'
import { connectedCall, recordingOf } from '../recording/recordedCall'

beforeAll(async () => {
  await lessonTexts.fetchAll('zh')
  await lessonTexts.fetchAll('en')
})

const write = (recording: Recording, reading: 'zh' | 'en' | 'both' = 'en') =>
  writeSavedPage(recording, lessonTexts.get, reading)
const BLOCK = /<script type="application\/json"[^>]*>([^<]*)<\/script>/

test('every step of a call is a part of its page, with its note, states and SDP', () => {
  const page = write(openExample('chromium-connected').recording)
  const ids = [...page.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['before', ...STEP_IDS, 'connected'])
  const article = page.split('<article id="').find((part) => part.startsWith('set-local-offer')) ?? ''
  expect(article).toContain('binds nobody')
  expect(article).toContain('<code>have-local-offer</code>')
  expect(article).toContain('a=ice-ufrag:')
})

test('a step that a recording does not reach is named as such', () => {
  const page = write(openExample('chromium-camera-refused').recording)
  expect(page).toContain('NotAllowedError: Permission denied')
  expect(page.match(/The recording does not get here/g)).toHaveLength(STEP_IDS.length)
})

test('what a text of a recording says never becomes part of the markup', () => {
  const { recording } = openExample('chromium-camera-refused')
  const withText = (text: string): Recording => ({
    ...(JSON.parse(
      JSON.stringify(recording).replaceAll('"Permission denied"', () => JSON.stringify(text)),
    ) as Recording),
    title: text,
    browser: text,
  })
  const plain = write(withText('⟦⟧')).replace(BLOCK, '')
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '<!--<script>',
      '\u2028\u2029</style><img src=x onerror=alert(1)>',
      '"><svg/onload=alert(1)>',
      "' onclick='x",
      '&lt;b&gt;&#0;',
      ']]>\u0000\ud800',
      '$&$1',
    ),
  )
  fc.assert(
    fc.property(hostile, (inner) => {
      const text = `⟦${inner}⟧`
      const page = write(withText(text))
      // The escaped text is the text of an element, which escapes `&`, `<`, `>` and quotes.
      const escaped = element('i', {}, text).html.slice('<i>'.length, -'</i>'.length)
      expect(escaped).not.toMatch(/[<>"']/)
      expect(page.replace(BLOCK, '').split(escaped).join('⟦⟧')).toBe(plain)
      const read = readRecording(BLOCK.exec(page)?.[1] ?? '')
      expect(read.ok && read.recording.title).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('its policy allows the script and the style that are in it, by their hashes, and nothing else', () => {
  const page = write(openExample('chromium-camera-refused').recording)
  const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? []
  expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1])}`,
    `style-src ${hashOf(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1])}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(page).not.toMatch(/ style="| on[a-z]+="| src="/)
})

test('links lead to a step of the page or to a specification, and nowhere else', () => {
  const page = write(openExample('chromium-connected').recording, 'both')
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${String(id)}`))
  const targets = [...page.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href)
  expect(targets.length).toBeGreaterThan(50)
  expect(
    targets.filter(
      (href) =>
        !ids.has(href) &&
        !/^https:\/\/(www\.w3|www\.rfc-editor|datatracker\.ietf|w3c\.github|wicg\.github|developer\.mozilla)/.test(
          href,
        ),
    ),
  ).toEqual([])
})

test('a page of a redacted recording holds no address or password of the call', async () => {
  const recording = recordingOf(await connectedCall())
  const secrets = [
    ...JSON.stringify(recording).matchAll(/a=(?:ice-ufrag|ice-pwd|fingerprint):([^\\"]+)/g),
  ].map(([, secret = '']) => secret)
  expect(secrets.length).toBeGreaterThan(0)
  const page = write(redactRecording(recording))
  expect(secrets.filter((secret) => page.includes(secret))).toEqual([])
})

test('a recording of a bench has a part for each operation', async () => {
  const { call, prepare, run } = openBench()
  await prepare()
  await run('caller', { call: 'createOffer' })
  const page = write(recordingOf(call))
  expect(page.match(/<article id="operation(?:-\d+)?"/g)).toHaveLength(
    call.log().filter(({ event }) => event.type === 'bench.run').length,
  )
  expect(page).toContain('<code>createOffer()</code>')
})

test('a page of a whole call stays small, and is named like its recording', () => {
  const { recording } = openExample('chromium-connected')
  const page = write(recording, 'both')
  expect(gzipSync(page.replace(BLOCK, '')).length).toBeLessThan(60_000)
  expect(savedPageName(recording)).toMatch(/^handshake-.*\.html$/)
})
