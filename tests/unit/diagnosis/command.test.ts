import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCommand } from '../../../src/diagnosis/command'

const FOLDER = 'tests/fixtures/labs'
const BROKEN = `${FOLDER}/wrong-password/rtcstats-v3.gz`
const HEALTHY = `${FOLDER}/share-screen/webrtc-internals.json.gz`

const run = (...args: string[]) =>
  runCommand(args, { read: (name) => Promise.resolve(new Uint8Array(readFileSync(name))) })

/** The command as a person starts it. */
function start(args: readonly string[], input: Buffer | null = null) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, ['scripts/diagnose.mjs', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
    child.stdin?.end(input ?? '')
  })
}

test('as a process: exit code 1 for a fault, 0 for a healthy call, from a file and from standard input', async () => {
  const broken = await start([BROKEN])
  expect(broken.err).toBe('')
  expect(broken.code).toBe(1)
  expect(broken.out).toContain('The SDP was changed or damaged on its way')
  const healthy = await start(['-', '--lang', 'zh'], readFileSync(HEALTHY))
  expect(healthy.code).toBe(0)
  expect(healthy.out).toContain('这次通话是健康的')
})

test('package.json names it', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: unknown }
  expect(bin).toEqual({ 'handshake-diagnose': 'scripts/diagnose.mjs' })
})

test('JSON holds the verdicts with their ids, steps and certainty', async () => {
  const { code, out } = await run(BROKEN, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    healthy: false,
    verdicts: [
      { fault: 'sdp-damaged', step: 'set-remote-answer', certainty: 'proved' },
      { fault: 'no-path', follows: 'sdp-damaged' },
    ],
  })
})

test('several files are read together', async () => {
  const { out } = await run(BROKEN, HEALTHY, '--json')
  expect((JSON.parse(out) as { files: unknown[] }).files).toHaveLength(2)
})

test.each([
  ['a file that is not there', ['nowhere.json']],
  ['a file of another kind', ['package.json']],
  ['no file', []],
  ['an unknown option', ['--colour', BROKEN]],
  ['an unknown language', ['--lang', 'fr', BROKEN]],
] as const)('%s: exit code 2, and the reason on standard error', async (_, args) => {
  const { code, out, err } = await run(...args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).not.toBe('')
})

test('one unreadable file beside a good one: the report, and exit code 2', async () => {
  const { code, out, err } = await run('nowhere.json', HEALTHY)
  expect(code).toBe(2)
  expect(err).toContain('nowhere.json')
  expect(out).toContain('This call is healthy')
})
