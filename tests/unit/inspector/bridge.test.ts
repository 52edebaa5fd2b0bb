import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { redact } from '../../../src/inspector/bridge/redact'
import { toPlain } from '../../../src/inspector/bridge/toPlain'
import { readIntent } from '../../../src/inspector/learnerIntents'

const FIXTURES = join(import.meta.dirname, '../sdp/fixtures')
const SDPS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sdp'),
)

describe('toPlain', () => {
  test('keeps lists of more than ten, at any depth', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: { k: { l: [1] } } } } } } } } } } } }
    const list = Array.from({ length: 50 }, (_, index) => ({ index }))
    expect(toPlain({ deep, list })).toEqual({ deep, list })
  })

  test('names what JSON has no word for', () => {
    const round: { self?: unknown } = {}
    round.self = round
    const value = {
      big: 10n,
      run: function run() {},
      error: new TypeError('no'),
      map: new Map([['a', 1]]),
      round,
    }
    expect(toPlain<unknown>(value)).toEqual({
      big: '10n',
      run: 'ƒ run',
      error: { name: 'TypeError', message: 'no' },
      map: { a: 1 },
      round: { self: '[circular]' },
    })
  })

  test('the same object twice is no circle', () => {
    const shared = { a: 1 }
    expect(toPlain({ one: shared, two: [shared, shared] })).toEqual({ one: shared, two: [shared, shared] })
  })
})

describe('redact', () => {
  test.each(SDPS)('%s leaves without credentials, fingerprints and addresses', (name) => {
    const sdp = readFileSync(join(FIXTURES, name), 'utf8')
    const { sdp: safe } = redact({ sdp })
    for (const [, secret = ''] of sdp.matchAll(/^a=(?:ice-ufrag|ice-pwd|fingerprint):(.+?)\r?$/gm)) {
      expect(secret.length).toBeGreaterThan(3)
      expect(safe).not.toContain(secret)
    }
    expect(safe).not.toMatch(/\d+\.\d+\.\d+\.\d+|\.local|([0-9A-F]{2}:){5}/)
    expect(safe.match(/^m=/gm)).toEqual(sdp.match(/^m=/gm))
    expect(safe.match(/^a=mid:.*/gm)).toEqual(sdp.match(/^a=mid:.*/gm))
  })

  test('candidates, servers and devices as they stand in a context', () => {
    const safe = JSON.stringify(
      redact({
        local: [
          {
            candidate: {
              candidate: 'candidate:1 1 udp 2122260223 192.0.2.7 5000 typ host',
              usernameFragment: 'uFrg',
            },
          },
        ],
        iceServers: [{ urls: ['turn:turn.example.org:3478'], username: 'me', credential: 'secret' }],
        tracks: [{ kind: 'video', label: 'FaceTime HD' }],
        error: 'no route to [2001:db8::17]:3478 via turn:turn.example.org',
      }),
    )
    expect(safe).not.toMatch(/192\.0|uFrg|example\.org|"me"|secret|FaceTime|2001|2122260223/)
    expect(safe).toContain('video')
  })

  test('leaves times, types and names as they are', () => {
    const value = { type: 'xstate.done.actor.create-offer', at: '12:30', mid: '0', n: 3, none: null }
    expect(redact(value)).toEqual(value)
  })
})

test.each([{ type: 'signal.bye' }, { type: 'settings.change', settings: {} }, { type: 7 }, null, 'step.run'])(
  'an inspector may not send %j',
  (event) => {
    expect(readIntent(event)).toBeNull()
  },
)

test('an inspector may send an intent, and nothing along with it', () => {
  const run = { type: 'step.run', step: 'create-offer' }
  expect(readIntent({ ...run, smuggled: true })).toEqual(run)
  expect(readIntent({ type: 'ice.restart', step: 'create-offer' })).toEqual({ type: 'ice.restart' })
})

test.each([undefined, null, 'hang-up', 3, ['create-offer'], '__proto__'])(
  'a run of the step %j is none',
  (step) => {
    expect(readIntent({ type: 'step.run', step })).toBeNull()
    expect(readIntent({ type: 'step.retry', step })).toBeNull()
  },
)
