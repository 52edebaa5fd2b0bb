import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Linter } from 'eslint'
import { expect, it, test } from 'vitest'
import { importProblem, PLAIN, ROOMS, roomOf, roomsRule, TOOLS } from '../../../scripts/rooms.mjs'

type Room = (typeof ROOMS)[string]

const OUTSIDE_SRC = ['machines', 'broadcast-signaling', 'service-worker', 'probe']

/** A room as ARCHITECTURE describes it: groups by their names, then the rest. */
function describeRoom({ rooms, types = [], packages = [] }: Room): string {
  const groups = [
    ['_readers_', PLAIN],
    ['_tools_', TOOLS],
  ] as const
  const whole = groups.filter(([, members]) => members.every((member) => rooms.includes(member)))
  const rest = rooms.filter((room) => !whole.some(([, members]) => members.includes(room)))
  const parts = [
    [...whole.map(([name]) => name), ...rest].join(', '),
    types.length > 0 ? `types of ${types.join(', ')}` : '',
    packages.length > 0 ? `packages ${packages.join(', ')}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ') || 'nothing'
}

test('the table of ARCHITECTURE is the one that lint holds', () => {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `([^`]+)` +\|[^|]+\| ([^|]+?) +\|$/gm)
  const told = [...rows].map(([, name, imports]) => [name, imports])
  const held = Object.entries(ROOMS).map(([name, room]) => [
    OUTSIDE_SRC.includes(name) ? name : `src/${name}`,
    describeRoom(room),
  ])
  expect(told).toEqual(held)
})

test('every folder of src is a room, and every room is a folder', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const rooms = Object.keys(ROOMS).map((name) => name.replace(/\/.*/, ''))
  // Styles import nothing.
  expect(folders.map(({ name }) => name).filter((name) => !rooms.includes(name))).toEqual(['styles'])
  for (const room of rooms) expect(existsSync(`src/${room}`) || existsSync(room), room).toBe(true)
})

test('no chain of imports leads from a room back to itself', () => {
  const next = (room: string) =>
    (ROOMS[room]?.rooms ?? []).map((name) => (name in ROOMS ? name : name.replace(/\/.*/, '')))
  const circles: string[] = []
  const walk = (room: string, path: readonly string[]) => {
    if (path.includes(room)) circles.push([...path, room].join(' → '))
    else for (const other of next(room)) walk(other, [...path, room])
  }
  for (const room of Object.keys(ROOMS)) walk(room, [])
  expect(circles).toEqual([])
})

test.each([
  ['src/evidence/sdp/SdpNote.vue', 'evidence/sdp'],
  ['src/evidence/EvidencePanel.vue', 'evidence'],
  ['src/features/map/MapStep.vue', 'features/map'],
  ['machines/steps.ts', 'machines'],
  ['src/main.ts', null],
  ['tests/unit/scripts/rooms.test.ts', null],
])('%s is in the room %s', (path, room) => {
  expect(roomOf(path)).toBe(room)
})

test.each([
  ['a feature', 'src/features/map/MapStep.vue', 'src/features/peers/PeerCard.vue', false],
  ['an evidence tab', 'src/evidence/ice/IcePanel.vue', 'src/evidence/stats/readStats', false],
  ['a value where only types are allowed', 'src/evidence/ice/IcePanel.vue', 'machines/log', false],
  ['a room above it', 'src/sdp/lines.ts', 'src/session/callSession', true],
])('%s is refused', (_, from, to, isType) => {
  expect(importProblem(from, to, isType)).not.toBeNull()
})

test.each([
  ['types where only types are allowed', 'src/evidence/ice/IcePanel.vue', 'machines/log', true],
  ['a module that the table names', 'src/evidence/ice/IcePanel.vue', 'machines/steps', false],
  ['a file of the same room', 'src/features/map/MapStep.vue', 'src/features/map/messageArrows', false],
  ['a feature, by a page', 'src/pages/CallPage.vue', 'src/features/map/MapPanel.vue', false],
])('%s is allowed', (_, from, to, isType) => {
  expect(importProblem(from, to, isType)).toBeNull()
})

it.each([
  "import { a } from '../peers/a'",
  "export { a } from '../peers/a'",
  "export * from '../peers/a'",
  "const a = import('../peers/a')",
])('lint sees %s', (code) => {
  const linter = new Linter()
  const plugins = { handshake: { rules: { rooms: roomsRule } } }
  const found = linter.verify(code, [{ plugins, rules: { 'handshake/rooms': 'error' } }], {
    filename: `${process.cwd()}/src/features/map/sample.js`,
  })
  expect(found.map(({ message }) => message)).toEqual(['features/map may not import features/peers.'])
})
