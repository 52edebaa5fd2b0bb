// Makes one call of the bench from beginning to end, and returns its recording.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createCaptures, PLACES, SECOND_PLACES } from './captures.mjs'
import { choosePackets } from './choosePackets.mjs'
import { buildNetwork, moveCaller, removeNetwork, SIDES, within } from './network.mjs'
import { openEnd } from './openEnd.mjs'
import { startTurnServer } from './turnServer.mjs'

/** @import { Case } from './cases.mjs' */
/** @import { End } from './network.mjs' */
/** @import { NatReport } from '../../tests/support/natInPage' */
/** @typedef {Record<End, NatReport>} Reports */

/** Milliseconds: with a server that never answers, Chromium gathers for 40 s. */
const PATIENCE = 90_000
const LOOK = 250
/** The last packets of a handshake come after `connected`. */
const AFTERWARDS = 500
const ENDS = /** @type {const} */ (['caller', 'callee'])

/** What runs, to be ended in the opposite order, also after an error. */
function createCleanup() {
  /** @type {(() => Promise<unknown>)[]} */
  const closers = []
  return {
    /** @template T @param {T} thing @param {(thing: T) => Promise<unknown>} close */
    add(thing, close) {
      closers.push(() => close(thing))
      return thing
    },
    async run() {
      for (const close of closers.splice(0).reverse()) await close().catch(() => undefined)
    },
  }
}

/**
 * Runs a case; it always leaves the machine as it was. `signal` ends it early.
 * @param {Case} call
 * @param {object} tools
 * @param {string} tools.code of the page (tests/support/natInPage.ts)
 * @param {(call: any) => string} tools.write the recording (tests/support/natRecording.ts)
 * @param {string} tools.coturn
 * @param {string} tools.tcpdump
 * @param {AbortSignal} tools.signal
 * @returns {Promise<{ text: string, reports: Reports }>}
 */
export async function runCase(
  { title, places, asked, browsers = {}, until },
  { code, write, coturn, tcpdump, signal },
) {
  const cleanup = createCleanup()
  try {
    const folder = cleanup.add(await mkdtemp(join(tmpdir(), 'handshake-nat-')), (path) =>
      rm(path, { recursive: true, force: true }),
    )
    cleanup.add(null, removeNetwork)
    await buildNetwork(places)
    const turn = cleanup.add(await startTurnServer({ executable: coturn, folder }), ({ close }) => close())
    signal.throwIfAborted()

    const began = Date.now()
    const settings = {
      media: 'test-pattern',
      trickle: true,
      relayOnly: false,
      ...turn.settingsFor(asked),
    }
    const ends = Object.fromEntries(
      ENDS.map((end) => {
        const other = end === 'caller' ? 'callee' : 'caller'
        const onPost = (/** @type {unknown} */ data) => void ends[other]?.deliver(data).catch(() => undefined)
        return [
          end,
          cleanup.add(openEnd({ within: within(SIDES[end].space), onPost }), ({ close }) => close()),
        ]
      }),
    )
    for (const end of ENDS) {
      await ends[end]?.open({
        name: browsers[end] ?? 'chromium',
        args: [`--ignore-certificate-errors-spki-list=${turn.fingerprint}`],
        code,
        open: [end, settings],
      })
      signal.throwIfAborted()
    }
    const captures = cleanup.add(createCaptures(folder, tcpdump), ({ cancel }) => cancel())
    await captures.start(PLACES)

    /** Asks both ends until what they say is enough. */
    async function reach(/** @type {(reports: Reports) => boolean} */ isEnough, /** @type {string} */ what) {
      const limit = Date.now() + PATIENCE
      for (;;) {
        signal.throwIfAborted()
        const reports = /** @type {Reports} */ (
          Object.fromEntries(await Promise.all(ENDS.map(async (end) => [end, await ends[end]?.report()])))
        )
        if (isEnough(reports)) return reports
        if (Date.now() > limit) {
          const states = ENDS.map((end) => `${end}: ${reports[end].connectionState}`).join(', ')
          throw new Error(`not ${what} after ${PATIENCE / 1_000} s (${states})`)
        }
        await delay(LOOK)
      }
    }
    const are = (/** @type {string} */ state) => (/** @type {Reports} */ reports) =>
      ENDS.every((end) => reports[end].connectionState === state)

    await ends['caller']?.begin()
    if (until === 'failed')
      await reach(
        (reports) => are('failed')(reports) && ENDS.every((end) => reports[end].gathering === 'complete'),
        'failed at both ends',
      )
    else await reach(are('connected'), 'connected at both ends')
    const ended = Date.now() + AFTERWARDS
    await delay(AFTERWARDS)
    if (until === 'moved') {
      await moveCaller()
      await captures.start(SECOND_PLACES)
      await reach(({ caller }) => caller.connectionState === 'disconnected', 'disconnected at the caller')
      await ends['caller']?.restartIce()
      await reach(are('connected'), 'connected again')
      await delay(AFTERWARDS)
    }
    const reports = await reach(() => true, '')
    for (const end of ENDS)
      if (ends[end]?.problems.length)
        throw new Error(`the page of the ${end} threw: ${ends[end].problems[0]}`)
    const frames = await captures.frames()
    const first = Math.floor(Math.min(...ENDS.map((end) => reports[end].entries[0]?.at ?? began)))
    const text = write({
      title,
      settings,
      began: first,
      made: new Date(began),
      reports,
      packets: choosePackets(frames, { began: first, ended: until === 'moved' ? Date.now() : ended }),
    })
    const leaked = turn.secrets.filter((one) => text.includes(one))
    if (leaked.length > 0) throw new Error('the recording holds a password')
    return { text, reports }
  } finally {
    await cleanup.run()
  }
}
