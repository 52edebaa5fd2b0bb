// Which room may import which: the table of ARCHITECTURE, turned into lint options for eslint.config.js.

/**
 * `rooms` may be imported freely, `types` by `import type` only, every other room not at all.
 * `packages`, when given, are the only packages a room may import.
 * @typedef {{ rooms: string[], types?: string[], packages?: string[] }} Room
 */

const PLAIN = [
  'machines/steps',
  'machines/events',
  'machines/machineEvents',
  'sdp',
  'ice',
  'jsep',
  'lessons',
  'errors',
  'i18n',
]

/** @type {Record<string, Room>} */
const ROOMS = {
  machines: { rooms: [], packages: ['xstate'] },
  'broadcast-signaling': { rooms: [], packages: ['valibot'] },
  'service-worker': { rooms: [], packages: [] },
  'src/sdp': { rooms: PLAIN, types: ['machines'] },
  'src/ice': { rooms: PLAIN, types: ['machines'] },
  'src/jsep': { rooms: [], types: ['machines'], packages: [] },
  'src/errors': { rooms: ['lessons', 'jsep', 'machines/steps'], types: ['machines'], packages: [] },
  'src/lessons': { rooms: PLAIN, types: ['machines'] },
  'src/i18n': { rooms: PLAIN, types: ['machines'] },
  'src/peer': { rooms: ['machines', 'jsep'], types: ['broadcast-signaling'], packages: ['xstate'] },
  'src/tabs': { rooms: ['machines', 'broadcast-signaling', 'recording'], packages: ['valibot'] },
  'src/call': {
    rooms: ['machines', 'broadcast-signaling', 'tabs', 'peer', 'sdp', 'ice', 'composables', 'capabilities'],
  },
  'src/recording': {
    rooms: ['machines', 'broadcast-signaling', 'ice', 'sdp', 'call'],
    packages: ['valibot', 'vue'],
  },
  'src/inspector': { rooms: ['machines', 'i18n', 'ui', 'composables'], types: ['call'] },
  'src/offline': { rooms: [], types: ['service-worker'], packages: ['vue'] },
  'src/capabilities': { rooms: [], packages: [] },
  'src/predict': { rooms: [...PLAIN, 'call', 'peer/connect'], types: ['machines'] },
  'src/progress': { rooms: [...PLAIN, 'call', 'composables'], types: ['machines'] },
  'src/composables': { rooms: [...PLAIN, 'call', 'tabs'], types: ['machines'] },
  'src/panels': {
    rooms: [
      ...PLAIN,
      'call',
      'tabs',
      'recording',
      'predict',
      'progress',
      'search',
      'figures',
      'ui',
      'composables',
      'offline',
      'capabilities',
      'failures',
    ],
    types: ['machines', 'broadcast-signaling', 'inspector'],
  },
  'src/pages': {
    rooms: [
      ...PLAIN,
      'call',
      'predict',
      'progress',
      'ui',
      'composables',
      'panels',
      'capabilities',
      'failures',
    ],
    types: ['machines', 'broadcast-signaling', 'inspector'],
  },
  'src/search': { rooms: PLAIN, types: ['machines'] },
  'src/listings': { rooms: ['peer', 'lessons'] },
  'src/nat': { rooms: [] },
  'src/bytes': { rooms: [] },
  'src/figures': {
    rooms: [...PLAIN, 'call', 'ui', 'composables', 'bytes', 'nat', 'failures', 'listings'],
    types: ['machines', 'broadcast-signaling'],
  },
  'src/failures': { rooms: ['i18n', 'ui'], packages: ['vue'] },
  'src/ui': { rooms: ['i18n'], packages: ['vue', '@vueuse/core'] },
}

const NAMES = Object.keys(ROOMS).map(nameOf).concat('src')

/** @param {string} folder */
function nameOf(folder) {
  return folder.replace(/^src\//, '')
}

/** A pattern for relative paths that lead into one of the rooms, but not into the exceptions. */
function into(/** @type {string[]} */ rooms, /** @type {string[]} */ exceptions = []) {
  const except = exceptions.length > 0 ? `(?!(?:${exceptions.join('|')})(?:$|[/.]))` : ''
  return `^(?:\\.\\./)+(?:src/)?${except}(?:${rooms.join('|')})(?:/|$)`
}

/** For each room: its files, and the patterns that `no-restricted-imports` refuses there. */
export const importRules = Object.entries(ROOMS).map(([folder, { rooms, types = [], packages }]) => {
  const own = nameOf(folder)
  const closed = NAMES.filter((name) => ![own, ...rooms, ...types].includes(name))
  const patterns = [
    { regex: into(closed, rooms), message: `${folder} may not import this room.`, allowTypeImports: false },
  ]
  if (types.length > 0) {
    const message = `${folder} may import only types of this room.`
    patterns.push({ regex: into(types, rooms), message, allowTypeImports: true })
  }
  if (packages) {
    const message = `${folder} may import only these packages: ${packages.join(', ')}.`
    const regex = `^(?!\\.)(?!(?:${packages.join('|')})(?:/|$))`
    patterns.push({ regex, message, allowTypeImports: false })
  }
  return { files: [`${folder}/**/*.{ts,vue}`], patterns }
})
