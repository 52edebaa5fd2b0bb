// `npm run lab new <id>` makes the folder of a lab with every field, ready to be filled in.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, root } from './run.mjs'

/** @typedef {{ [field: string]: unknown }} Json */

/** The three files of a new lab. It fits the schema, but is no lab yet: its routes do nothing. */
export function labFiles(/** @type {string} */ id) {
  const connected = { both: { state: 'connectionState', is: 'connected' } }
  const create = [
    { end: 'caller', run: { call: 'create' } },
    { end: 'callee', run: { call: 'create' } },
  ]
  const lab = {
    id,
    road: 'first-call',
    level: 1,
    world: { rules: {}, tray: {}, settings: {} },
    setUp: create,
    tools: ['createOffer', 'createAnswer', 'setLocalDescription', 'setRemoteDescription', 'send'],
    goals: [{ id: 'connected', when: connected, atEnd: true }],
    forbidden: [],
    par: 1,
    solutions: [
      { id: 'one', actions: [{ until: connected }] },
      { id: 'other', actions: [{ until: connected }] },
    ],
    wrongIdeas: [{ id: 'wait', actions: [], shows: { both: { state: 'connectionState', is: 'new' } } }],
    links: { steps: [], errors: [], concepts: [] },
  }
  const question = { question: '…?', options: ['… 1', '… 2', '… 3'], right: 0, because: '…' }
  const words = {
    title: '…',
    story: '…',
    predict: question,
    goals: { connected: { met: '…', missing: '…' } },
    hints: ['…', '…', '…'],
    solutions: { one: '…', other: '…' },
    wrongIdeas: { wait: { idea: '…', because: '…' } },
    why: '…',
    choose: question,
    review: [question, question, question],
  }
  return /** @type {Record<string, Json>} */ ({ 'lab.json': lab, 'zh.json': words, 'en.json': words })
}

/** Writes the folder of a new lab; returns why it does not, or null. */
export function makeLab(/** @type {string} */ id, folder = join(root, 'lessons/labs')) {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return `An id is made of small letters, digits and hyphens: ${id}`
  const own = join(folder, id)
  if (existsSync(own)) return `${own} exists already.`
  mkdirSync(own, { recursive: true })
  for (const [name, content] of Object.entries(labFiles(id)))
    writeFileSync(join(own, name), `${JSON.stringify(content, null, 2)}\n`)
  return null
}

if (isMain(import.meta.url)) {
  const [command, id] = process.argv.slice(2)
  const problem = command === 'new' && id !== undefined ? makeLab(id) : 'Usage: npm run lab new <id>'
  if (problem === null)
    console.log(
      `lessons/labs/${id} is there. Add it to src/labs/labIds.ts; lessons/AUTHORING.md says what the fields mean.`,
    )
  else {
    console.error(problem)
    process.exitCode = 1
  }
}
