// Which room may import which: the table of ARCHITECTURE, checked by the ESLint rule at the end. The rule is our own
// because ESLint's does not see import(), and does not know rooms.

import { dirname, posix, relative, sep } from 'node:path'
import { root } from './run.mjs'

/**
 * `rooms` may be imported freely, `types` by `import type` only, every other room not at all. An entry is a room, a
 * module of a room (`machines/steps`), or all features (`features/*`). `packages`, when given, are the only packages
 * a room may import.
 * @typedef {{ rooms: string[], types?: string[], packages?: string[] }} Room
 */

/** Words and pure readers of text, which every room above may use: `readers` in ARCHITECTURE's table. */
export const PLAIN = [
  'machines/steps',
  'machines/checkpoints',
  'machines/events',
  'machines/fields',
  'machines/machineEvents',
  'sdp',
  'ice',
  'jsep',
  'lessons',
  'errors',
  'i18n',
]
/** What every feature of a page may use beside them: `tools` in ARCHITECTURE's table. */
export const TOOLS = ['session', 'trace', 'projections', 'ui', 'browser', 'composables', 'failures']
const FEATURE = [...PLAIN, ...TOOLS]
/** Evidence takes props, so it never injects the call. */
const EVIDENCE = FEATURE.filter((room) => room !== 'session')
const OUTSIDE = ['machines', 'broadcast-signaling']

/**
 * `features/*` and `evidence/*` are rooms of their own each: a feature never imports another one.
 * @type {Record<string, Room>}
 */
export const ROOMS = {
  machines: { rooms: [], packages: ['xstate'] },
  'broadcast-signaling': { rooms: [], packages: ['valibot', 'u8-mqtt'] },
  'service-worker': { rooms: [], packages: [] },
  probe: { rooms: [], packages: [] },
  sdp: { rooms: ['machines/steps', 'ice', 'lessons'], types: ['machines'] },
  ice: { rooms: ['i18n'], types: ['machines'] },
  jsep: { rooms: [], types: ['machines'], packages: [] },
  errors: { rooms: ['jsep', 'machines/steps'], types: ['machines', 'lessons'], packages: [] },
  lessons: { rooms: ['machines/steps', 'i18n'], types: ['machines', 'errors'] },
  i18n: { rooms: [], types: ['machines', 'lessons', 'errors'] },
  browser: { rooms: [], packages: ['vue'] },
  nat: { rooms: [], packages: [] },
  redact: { rooms: [], packages: [] },
  bytes: { rooms: [], packages: [] },
  capabilities: { rooms: [], packages: [] },
  offline: { rooms: [], types: ['service-worker'], packages: ['vue'] },
  ui: { rooms: ['i18n', 'browser'], types: ['machines'], packages: ['vue', '@vueuse/core', 'uqr'] },
  failures: { rooms: ['i18n', 'ui', 'browser'], packages: ['vue'] },
  peer: { rooms: ['machines', 'jsep'], types: ['broadcast-signaling'], packages: ['xstate'] },
  recording: {
    rooms: [...OUTSIDE, 'browser', 'redact', 'trace'],
    types: ['session'],
    packages: ['valibot'],
  },
  tabs: { rooms: [...OUTSIDE, 'recording'], packages: ['valibot'] },
  trace: { rooms: [...PLAIN, 'machines'], packages: [] },
  projections: { rooms: [...PLAIN, 'trace'], types: [...OUTSIDE, 'session'], packages: [] },
  session: {
    rooms: [
      ...OUTSIDE,
      'browser',
      'capabilities',
      'failures/failures',
      'peer',
      'projections',
      'recording',
      'tabs',
      'trace',
    ],
  },
  room: {
    rooms: [...OUTSIDE, 'browser', 'peer/handConnection', 'session'],
    types: ['peer', 'trace'],
    packages: ['vue', 'xstate', 'valibot'],
  },
  composables: { rooms: [...PLAIN, 'browser', 'session', 'tabs'], types: ['machines'] },
  progress: { rooms: [...PLAIN, 'browser', 'session'], types: ['machines'] },
  predict: { rooms: [...PLAIN, 'session', 'trace', 'projections', 'peer/connect'], types: ['machines'] },
  labs: {
    rooms: [...PLAIN, 'machines'],
    types: ['session', 'trace', 'peer'],
    packages: ['vue', 'valibot'],
  },
  diagnosis: { rooms: [...PLAIN, ...OUTSIDE, 'recording', 'redact', 'trace'], packages: [] },
  proof: {
    rooms: ['machines/steps', 'labs/marks', 'diagnosis/canonical', 'recording'],
    types: ['progress'],
    packages: ['valibot'],
  },
  search: { rooms: ['lessons'] },
  listings: { rooms: ['peer', 'lessons'] },
  inspector: {
    rooms: [
      'machines',
      'i18n',
      'ui',
      'browser',
      'composables',
      'recording',
      'redact',
      'shell/WindowHead',
      'styles',
    ],
    types: ['session'],
  },
  probeWindow: {
    rooms: [
      'i18n',
      'ui',
      'browser',
      'composables',
      'features/diagnose',
      'pages/DiagnoseResult',
      'shell/WindowHead',
      'styles',
    ],
    packages: ['vue', 'vue-router'],
  },
  packetView: { rooms: ['i18n', 'ui', 'bytes'], packages: ['vue'] },
  savedPage: {
    rooms: [
      ...PLAIN,
      'trace',
      'projections',
      'session',
      'recording',
      'ui',
      'evidence/timeline',
      'evidence/wire',
    ],
    types: OUTSIDE,
  },
  embed: {
    rooms: [
      ...PLAIN,
      'machines',
      'session',
      'recording',
      'ui',
      'browser',
      'reading',
      'inspector',
      'savedPage',
      'styles',
    ],
  },
  figures: { rooms: [...FEATURE, 'bytes', 'nat', 'listings', 'packetView'], types: OUTSIDE },
  reading: { rooms: [...PLAIN, 'browser', 'composables', 'failures', 'figures', 'progress', 'ui'] },
  'features/*': {
    rooms: [
      ...FEATURE,
      'capabilities',
      'diagnosis',
      'labs',
      'offline',
      'peer/connect',
      'predict',
      'progress',
      'proof',
      'reading',
      'recording',
      'redact',
      'room',
      'savedPage',
      'search',
      'tabs',
    ],
    types: OUTSIDE,
  },
  'evidence/machine': { rooms: [...EVIDENCE, 'machines', 'inspector'], types: ['session'] },
  'evidence/next': { rooms: [...EVIDENCE, 'predict', 'progress'], types: ['session'] },
  'evidence/ice': { rooms: [...EVIDENCE, 'bytes', 'packetView'], types: [...OUTSIDE, 'session'] },
  'evidence/*': { rooms: EVIDENCE, types: [...OUTSIDE, 'session'] },
  evidence: { rooms: [...EVIDENCE, 'evidence/*', 'session/drawing'], types: [...OUTSIDE, 'session'] },
  shell: {
    rooms: [...PLAIN, 'ui', 'browser', 'composables', 'failures', 'features/*'],
    types: ['machines', 'session'],
  },
  pages: {
    rooms: [
      ...FEATURE,
      'capabilities',
      'diagnosis',
      'evidence',
      'features/*',
      'inspector',
      'labs',
      'predict',
      'progress',
      'reading',
      'room',
    ],
    types: OUTSIDE,
  },
}

/** The room of a path of the repository (`src/evidence/sdp/SdpNote.vue`): `evidence/sdp`; null outside of them. */
export function roomOf(/** @type {string} */ path) {
  const parts = path.replace(/^src\//, '').split('/')
  const [folder = '', sub = ''] = parts
  const isFeature = `${folder}/*` in ROOMS && parts.length > 2
  const room = isFeature ? `${folder}/${sub}` : folder
  return parts.length > 1 && ruleOf(room) ? room : null
}

/** @returns {Room | undefined} */
function ruleOf(/** @type {string} */ room) {
  return ROOMS[room] ?? ROOMS[room.replace(/\/.*/, '/*')]
}

/**
 * Why one file may not import another, as a sentence; null where it may.
 * @param {string} from path of the repository
 * @param {string} to path of the repository, with or without its ending
 * @param {boolean} isType whether only types are imported
 */
export function importProblem(from, to, isType) {
  const own = roomOf(from)
  const other = roomOf(to)
  const rule = own === null ? undefined : ruleOf(own)
  if (!rule || other === null || own === other) return null
  const module = to.replace(/^src\//, '').replace(/\.\w+$/, '')
  const names = [other, module, other.replace(/\/.*/, '/*')]
  if (rule.rooms.some((name) => names.includes(name))) return null
  if (!rule.types?.some((name) => names.includes(name))) return `${own} may not import ${other}.`
  return isType ? null : `${own} may import only types of ${other}.`
}

/** Why a file may not import a package; null if it may. */
export function packageProblem(/** @type {string} */ from, /** @type {string} */ name) {
  const own = roomOf(from)
  const packages = own === null ? undefined : ruleOf(own)?.packages
  if (!packages || packages.some((one) => name === one || name.startsWith(`${one}/`))) return null
  return `${own} may import only these packages: ${packages.join(', ') || 'none'}.`
}

/**
 * The rule for eslint.config.js: static and dynamic imports, and exports from elsewhere.
 * @type {import('eslint').Rule.RuleModule}
 */
export const roomsRule = {
  create(context) {
    const from = relative(root, context.filename).split(sep).join('/')
    const check = (
      /** @type {import('eslint').Rule.Node} */ node,
      /** @type {unknown} */ specifier,
      /** @type {boolean} */ isType,
    ) => {
      if (typeof specifier !== 'string' || specifier.startsWith('virtual:')) return
      const isPath = specifier.startsWith('.')
      const to = posix.normalize(posix.join(dirname(from), specifier.replace(/\?.*/, '')))
      const message = isPath ? importProblem(from, to, isType) : packageProblem(from, specifier)
      if (message !== null) context.report({ node, message })
    }
    const checkStatic = (/** @type {any} */ node) =>
      check(node, node.source?.value, node.importKind === 'type' || node.exportKind === 'type')
    return {
      ImportDeclaration: checkStatic,
      ExportAllDeclaration: checkStatic,
      ExportNamedDeclaration: checkStatic,
      ImportExpression: (/** @type {any} */ node) => check(node, node.source.value, false),
    }
  },
}
