// One section of the report for each measure: its table, and its goals with the measured values.

import { ratio } from './numbers.mjs'
import { table } from './table.mjs'

/** @import { Summary } from './numbers.mjs' */

/** @typedef {{ goal: string, met: boolean, got: string }} Goal */
/** @typedef {{ title: string, how: string, tables: string[], goals: Goal[] }} Section */

/** Times the bare page: until both are connected, until both show a frame, and the same for a page's first call. */
const CALL_GOALS = { connected: 1.05, frame: 1.1, cold: 1.3 }
/** Times a page of plain HTML; and milliseconds of blocking by slowdown of the processor. */
const LOAD_GOALS = { paint: 1.6, blocking: { '1×': 50, '4×': 200 } }
const WATCHING_GOAL = 1.05
/** Milliseconds: one frame, for which Event Timing reports the next multiple of 8; and a good INP. */
const STEP_GOALS = { frame: 16, slow: 100 }
/** Largest growth that counts as none: heap and listeners from the middle to the end. */
const FLAT = 1.05

/** `12.3 (10.1–15.0, 30)` */
export function spread(/** @type {Summary} */ { median, p10, p90, count }) {
  return `${median.toFixed(1)} (${p10.toFixed(1)}–${p90.toFixed(1)}, ${count})`
}

const CALLS = {
  app: 'the app: all 13 steps, run to the end',
  inOrder: 'bare page, same calls in the same order',
  atOnce: 'bare page, with as little waiting as possible',
  twoTabs: 'bare, two tabs over BroadcastChannel',
}

/** @returns {Section} */
export function reportCall(/** @type {any} */ { warm, cold }) {
  const rows = (/** @type {any} */ kinds) =>
    Object.entries(CALLS)
      .filter(([name]) => kinds[name])
      .map(([name, label]) => {
        const { connected, frame, ratio } = kinds[name]
        return [
          label,
          spread(connected),
          ratio ? `${ratio.connected}×` : '',
          spread(frame),
          ratio ? `${ratio.frame}×` : '',
        ]
      })
  const head = (/** @type {string} */ which) => [
    `${which}, ms from \`createOffer()\``,
    'both connected',
    'app ÷ this',
    'both show a frame',
    'app ÷ this',
  ]
  const goal = (/** @type {string} */ what, /** @type {number} */ limit, /** @type {number} */ got) => ({
    goal: `${what} in at most ${limit}× the bare page`,
    met: got <= limit,
    got: `${got}×`,
  })
  return {
    title: 'Call set-up',
    how: 'Warm: second and later calls of a page. Cold: the first call of a fresh page. The callee captures its camera between offer and answer, in the app and in the bare call “in the same order”; the call with the least waiting captures earlier. The frame is when a video element presents it.',
    tables: [table(head('Warm'), rows(warm)), table(head('Cold'), rows(cold))],
    goals: [
      goal('warm: connected', CALL_GOALS.connected, warm.inOrder.ratio.connected),
      goal('warm: first frame', CALL_GOALS.frame, warm.inOrder.ratio.frame),
      goal('cold: connected', CALL_GOALS.cold, cold.inOrder.ratio.connected),
      goal('cold: first frame', CALL_GOALS.cold, cold.inOrder.ratio.frame),
    ],
  }
}

const PAGES = {
  blank: 'HTML without a script',
  minimal: 'least page of Vue and XState',
  call: 'call page',
  concept: 'concept page',
}

/** @returns {Section} */
export function reportLoad(/** @type {any} */ result) {
  const rows = ['1×', '4×'].flatMap((rate) =>
    Object.entries(PAGES).map(([name, label]) => {
      const { firstContentfulPaint, largestContentfulPaint, totalBlockingTime } = result[rate][name]
      return [
        rate,
        label,
        spread(firstContentfulPaint),
        spread(largestContentfulPaint),
        spread(totalBlockingTime),
      ]
    }),
  )
  const { paint, blocking } = LOAD_GOALS
  const { blank } = result['1×']
  const paintGoal = (/** @type {'firstContentfulPaint' | 'largestContentfulPaint'} */ which) => {
    const times = (/** @type {string} */ page) => ratio(result['1×'][page][which], blank[which])
    const [call, concept] = [times('call'), times('concept')]
    return {
      goal: `${which === 'firstContentfulPaint' ? 'first' : 'largest'} paint in at most ${paint}× the page without a script at 1×`,
      met: Math.max(call, concept) <= paint,
      got: `call page ${call}×, concept page ${concept}×`,
    }
  }
  const blockingGoal = (/** @type {'1×' | '4×'} */ rate) => {
    const [call, concept] = ['call', 'concept'].map((page) => result[rate][page].totalBlockingTime.median)
    return {
      goal: `at most ${blocking[rate]} ms of blocking at ${rate}`,
      met: Math.max(call, concept) <= blocking[rate],
      got: `call page ${call} ms, concept page ${concept} ms`,
    }
  }
  return {
    title: 'Load',
    how: 'Cold cache, served from the same machine, processor at full speed and slowed down four times. Blocking time is the part of each task beyond 50 ms, after the first paint.',
    tables: [table(['CPU', 'page', 'FCP, ms', 'LCP, ms', 'blocking, ms'], rows)],
    goals: [
      paintGoal('firstContentfulPaint'),
      paintGoal('largestContentfulPaint'),
      blockingGoal('1×'),
      blockingGoal('4×'),
    ],
  }
}

/** @returns {Section} */
export function reportSteps(/** @type {any} */ result) {
  const [full, slow] = [result['1×'], result['4×']]
  const beyond = Math.max(0, full.inputToPaint.median - full.bare.inputToPaint.median)
  const row = (/** @type {string} */ rate, /** @type {string} */ page, /** @type {any} */ one) => [
    rate,
    page,
    spread(one.inputToPaint),
    String(one.inputToPaint.worst),
    spread(one.outcomeToPaint),
    String(one.outcomeToPaint.worst),
  ]
  return {
    title: 'Step latency',
    how: 'All 13 steps one by one, by the button and by the key. Input: the slowest event of the click or key until the next frame (Event Timing, multiples of 8 ms, at least 16). Outcome: from the browser’s last answer to the frame that shows the step as done. The bare page makes the same calls, shows the same four videos, and draws one word per step: its time is that of the API and the machine.',
    tables: [
      table(
        ['CPU', 'page', 'input to picture, ms', 'worst', 'outcome to picture, ms', 'worst'],
        Object.entries({ '1×': full, '4×': slow }).flatMap(([rate, { bare, ...app }]) => [
          row(rate, 'the app', app),
          row(rate, 'bare page', bare),
        ]),
      ),
    ],
    goals: [
      {
        goal: `at most one frame (${STEP_GOALS.frame} ms) beyond the API at 1×`,
        met: beyond <= STEP_GOALS.frame,
        got: `${beyond} ms beyond the bare page (medians ${full.inputToPaint.median} and ${full.bare.inputToPaint.median})`,
      },
      {
        goal: `every input answered within ${STEP_GOALS.slow} ms at 4×`,
        met: slow.inputToPaint.worst <= STEP_GOALS.slow,
        got: `${slow.inputToPaint.worst} ms at worst, 90 % within ${slow.inputToPaint.p90} ms; the bare page ${slow.bare.inputToPaint.worst} at worst`,
      },
    ],
  }
}

/** One row for each measurement, one column for each slowdown of the processor. */
function byRate(/** @type {string} */ what, /** @type {Record<string, Record<string, Summary>>} */ rates) {
  const rows = Object.entries(rates['1×'] ?? {}).map(([name, full]) => {
    const slow = rates['4×']?.[name]
    return [name, spread(full), slow === undefined ? '' : spread(slow)]
  })
  return table([what, '1×', '4×'], rows)
}

/** @returns {Section} */
export function reportLog(/** @type {any} */ { entries, filled, ...result }) {
  const slow = /** @type {Summary[]} */ (Object.values(result['4×']))
  const slowest = Math.max(...slow.map(({ median }) => median))
  const missed = Object.entries(result['4×'])
    .filter(([, { median }]) => median > STEP_GOALS.slow)
    .map(([name]) => name)
  return {
    title: 'A log of 10,000 entries',
    how: `A running call whose channel gets repeated and foreign messages until its log has ${entries} entries; then the tabs, the slider and the language are used. Input to next frame, ms, as above.`,
    tables: [
      byRate('what', result),
      // A tab reacts before its content is there.
      ...(filled === undefined ? [] : [byRate('click to the tab filled', filled)]),
    ],
    goals: [
      {
        goal: `every input answered within ${STEP_GOALS.slow} ms at 4× (medians)`,
        met: missed.length === 0,
        got:
          missed.length === 0
            ? `${slowest} ms at worst`
            : `${slowest} ms at worst; ${missed.length} of ${slow.length} over it`,
      },
    ],
  }
}

/** @returns {Section} */
export function reportMemory(/** @type {any} */ result) {
  const points = Object.entries(result).filter(([name]) => name.startsWith('after'))
  const [middle, last] = points.slice(-2).map(([, point]) => point)
  const goal = (/** @type {string} */ what, /** @type {string[]} */ names) => {
    const grown = names
      .map((name) => ({ name, growth: last[name] / Math.max(1, middle[name]) }))
      .filter(({ growth }) => growth > FLAT)
    return {
      goal: `${what} (within ${Math.round((FLAT - 1) * 100)} % from the middle to the end)`,
      met: grown.length === 0,
      got: grown.map(({ name, growth }) => `${name} ${growth.toFixed(2)}×`).join(', ') || 'nothing grows',
    }
  }
  return {
    title: 'Memory',
    how: 'Calls run to the end and started over in one page; counted in the idle call that follows, after garbage collection. Code is what a heap snapshot counts as code: bytecode, machine code and V8’s data about both. The bare page makes and closes as many calls “in the same order”.',
    tables: [
      table(
        [
          'restarted calls',
          'heap, kB',
          'of it code',
          'the rest',
          'DOM nodes',
          'listeners',
          'open connections',
          'open channels',
          'bare page: heap, kB',
          'of it code',
          'the rest',
        ],
        points.map(([name, { bare, ...point }]) =>
          [
            name,
            point.heapKilobytes,
            point.codeKilobytes,
            point.restKilobytes,
            point.nodes,
            point.listeners,
            point.connections,
            point.channels,
            bare?.heapKilobytes,
            bare?.codeKilobytes,
            bare?.restKilobytes,
          ].map(String),
        ),
      ),
    ],
    goals: [
      goal('flat', ['heapKilobytes', 'nodes', 'listeners', 'connections', 'channels']),
      goal('flat except code that V8 compiles', ['restKilobytes']),
    ],
  }
}

/** @returns {Section} */
export function reportWatching(/** @type {any} */ kinds) {
  const watched = Object.entries(kinds).filter(([name]) => name !== 'nobody')
  const worst = Math.max(...watched.map(([, { ratio }]) => ratio))
  return {
    title: 'Cost of watching',
    how: '`nobody`: the app’s machines, peers and signaling on a page without Vue components, log or recorder. `recorder`: with log, snapshots and statistics. The rest: the whole app, with a tab or an inspector window open. ms from `createOffer()` to both connected.',
    tables: [
      table(
        ['who watches', 'both connected', '÷ nobody', 'in the same round'],
        Object.entries(kinds).map(([name, { connected, ratio, pairedRatio }]) => [
          name,
          spread(connected),
          `${ratio}×`,
          spread(pairedRatio),
        ]),
      ),
    ],
    goals: [
      {
        goal: `at most ${WATCHING_GOAL}× the call that nobody watches`,
        met: worst <= WATCHING_GOAL,
        got: `${worst}× at worst`,
      },
    ],
  }
}
