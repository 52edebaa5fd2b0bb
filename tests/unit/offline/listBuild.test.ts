import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listBuild, writeFileList } from '../../../build/offline-plugin'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'handshake-'))
  for (const path of ['index.html', 'en/call/index.html', '404.html', 'assets/a-1.js', 'sitemap.xml'])
    write(path)
  write('sw.js', 'run(BUILD)')
})

afterEach(() => {
  rmSync(dir, { recursive: true })
})

function write(path: string, text = path) {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), text)
}

test('every file but the worker and the sitemap is listed, pages by their folder', () => {
  const { core, rest } = listBuild(dir)
  expect(Object.keys(core).sort()).toEqual(['', '404.html', 'assets/a-1.js'])
  expect(Object.keys(rest)).toEqual(['en/call/'])
})

test('a heavy script and a recording are not for the first visit; their bytes are told', () => {
  write('assets/heavy-1.js', 'x'.repeat(300_001))
  write('assets/errors-ice-zh-1.js')
  write('assets/recording-1.json', '{}')
  write('assets/inspectorWindow-1.js')
  const { core, rest } = listBuild(dir)
  expect(Object.keys(core)).not.toContain('assets/heavy-1.js')
  expect(rest['assets/heavy-1.js']?.[1]).toBe(300_001)
  expect(Object.keys(rest)).toContain('assets/errors-ice-zh-1.js')
  expect(Object.keys(rest)).toContain('assets/inspectorWindow-1.js')
  expect(rest['assets/recording-1.json']?.[1]).toBe(2)
})

test('each has the hash of its bytes, as Subresource Integrity writes it', () => {
  const hash = createHash('sha256').update('assets/a-1.js').digest('base64')
  expect(listBuild(dir).core['assets/a-1.js']).toBe(`sha256-${hash}`)
})

test('equal builds have one version; a changed word makes another', () => {
  const { version } = listBuild(dir)
  expect(listBuild(dir).version).toBe(version)
  write('en/call/index.html', 'another word')
  expect(listBuild(dir).version).not.toBe(version)
})

test('the list stands before the script, once, however often it is written', () => {
  writeFileList(dir)
  write('en/call/index.html', 'another word')
  writeFileList(dir)
  const [list, ...script] = readFileSync(join(dir, 'sw.js'), 'utf8').split('\n')
  expect(list).toBe(`const BUILD=${JSON.stringify(listBuild(dir))}`)
  expect(script).toEqual(['run(BUILD)'])
})
