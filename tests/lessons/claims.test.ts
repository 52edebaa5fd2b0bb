import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadWords } from '../../src/predict/questionWords'
import { messages, places, texts } from './read'
import { NEGOTIATION_CLAIMS } from './refuted/negotiation'
import { NETWORK_CLAIMS } from './refuted/network'

const LANGUAGES = ['zh', 'en'] as const
const QUIZ = { zh: await loadWords('zh'), en: await loadWords('en') }

describe.each([...NEGOTIATION_CLAIMS, ...NETWORK_CLAIMS])('nothing says that $claim', (refuted) => {
  test.each(LANGUAGES.filter((language) => refuted[language]))('in %s', (language) => {
    const { pattern, was } = refuted[language]!
    for (const sentence of was) expect(sentence).toMatch(pattern)
    expect(places([...texts(language), ...messages], pattern)).toEqual([])
  })
})

describe('a question that was once false or ambiguous', () => {
  test.each([
    ['vanished-peer', ['RTCP BYE', 'close_notify', '`sender.transport.onstatechange`']],
    ['early-candidates', ['`InvalidStateError`', /操作链|operations chain/]],
    ['answer-setup', [/在第一份应答里|in a first answer/, '`passive`']],
    ['track-disabled', [/看到的是黑画面|sees black/]],
    ['late-transceiver', [/可以换一份提议|an offer may be replaced/]],
    ['mdns-name', [/通常能用组播|can usually resolve/, 'VPN']],
    ['host-without-server', [/通常照样能接通|usually still works/]],
    ['port-restricted', ['`prflx`']],
    ['negotiationneeded-count', [/最多 1 次|Once at most/]],
    ['candidate-sections', [/按 `sdpMid` 看|Judging by `sdpMid`/]],
    ['symmetric-turn', [/一端是中继，另一端|relay at one end/]],
  ])('%s says what is true, in both languages', (id, parts) => {
    for (const language of LANGUAGES) {
      const { ask, options, why, wrong } = QUIZ[language].get(id)!
      const said = [ask, why, ...Object.values(options), ...Object.values(wrong)].join('\n')
      for (const part of parts) expect(said).toMatch(part)
    }
  })
})

test('the text of an error stands beside the name of the browser that says it', () => {
  const quoted = /Called in wrong state|remote description was null|non-acceptable way|Invalid SDP line/
  const collections = ['steps', 'concepts', 'quiz']
  const parts = LANGUAGES.flatMap((language) => texts(language, collections)).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(file.endsWith('.md') ? /^(?=## )/m : '\n')
      .filter((part) => quoted.test(part))
      .map((part) => ({ file, part })),
  )
  expect(parts.length).toBeGreaterThan(10)
  expect(parts.filter(({ part }) => !/Chromium|Firefox/.test(part))).toEqual([])
})

test.each([
  ['DTLS', /(20 毫秒|20 milliseconds|20 ms)/, ['steps/15-hang-up', 'figures']],
  [
    'ICE as disconnected',
    /(5 到 10 秒|五到十秒|5–10 秒|5 to 10 seconds|five to ten seconds|5–10 s)/,
    ['steps/15-hang-up', 'figures', 'quiz/hang-up', 'concepts/signaling'],
  ],
])('the texts agree on when %s reports a closed peer', (_, times, places) => {
  for (const place of places)
    for (const language of LANGUAGES) {
      const [file] = texts(language).filter((name) => name.startsWith(`lessons/${place}/`))
      expect(readFileSync(file!, 'utf8')).toMatch(times)
    }
})
