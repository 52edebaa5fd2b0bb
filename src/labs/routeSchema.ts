import * as v from 'valibot'
import { condition, end, text } from './conditionSchema'
import type { RouteAction, Selector, Tool } from './lab'

/** Every tool; a missing one does not compile. */
const IS_TOOL: Record<Tool, true> = {
  create: true,
  setConfiguration: true,
  addIceCandidate: true,
  restartIce: true,
  getTransceivers: true,
  close: true,
  createOffer: true,
  createAnswer: true,
  setLocalDescription: true,
  setRemoteDescription: true,
  addTrack: true,
  removeTrack: true,
  addTransceiver: true,
  'transceiver.stop': true,
  'transceiver.direction': true,
  'transceiver.setCodecPreferences': true,
  'sender.replaceTrack': true,
  'sender.setParameters': true,
  createDataChannel: true,
  'channel.send': true,
  'channel.close': true,
  capture: true,
  send: true,
  tray: true,
  rules: true,
}

/** The tools in one list, operations before the two settings. */
export const TOOLS = Object.keys(IS_TOOL) as Tool[]
const OPERATIONS = TOOLS.filter((tool) => tool !== 'tray' && tool !== 'rules')

export const tool = v.picklist(TOOLS)

export const appRules = v.strictObject({
  negotiation: v.exactOptional(v.picklist(['by-hand', 'naive', 'perfect'])),
  polite: v.exactOptional(v.boolean()),
  arriving: v.exactOptional(v.picklist(['at-once', 'queued', 'by-hand'])),
  gathered: v.exactOptional(v.picklist(['at-once', 'after-description', 'by-hand'])),
  echo: v.exactOptional(v.boolean()),
  placeholder: v.exactOptional(v.boolean()),
})

const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max))

export const trayRules = v.strictObject({
  hold: v.exactOptional(v.boolean()),
  dropEvery: v.exactOptional(count(100)),
  delay: v.exactOptional(count(60_000)),
  loseAnswers: v.exactOptional(v.boolean()),
})

const selector = v.custom<Selector>(
  (value) =>
    typeof value === 'string' &&
    /^(?:first|last|all|(?:(?:first|last) )?(?:offer|answer|pranswer|candidate|end-of-candidates|bye))$/.test(
      value,
    ),
)

const replace = v.pipe(
  v.array(v.strictObject({ find: v.pipe(text(2_000), v.minLength(1)), put: text(2_000) })),
  v.minLength(1),
  v.maxLength(20),
)

const madeDescription = v.strictObject({
  from: v.picklist(['draft', 'received', 'local']),
  type: v.exactOptional(v.picklist(['offer', 'answer', 'pranswer'])),
  replace: v.exactOptional(replace),
})

/** An argument of an operation is any JSON; the browser judges it. Its size is that of the file at most. */
const operation = v.objectWithRest(
  {
    call: v.picklist(OPERATIONS),
    description: v.exactOptional(
      v.union([
        v.picklist(['draft', 'received']),
        madeDescription,
        v.strictObject({ type: text(16), sdp: v.exactOptional(text(20_000)) }),
      ]),
    ),
  },
  v.unknown(),
)

/** One action of a route. */
export const action = v.union([
  v.strictObject({ end, run: operation }),
  v.strictObject({ end, rules: appRules }),
  v.strictObject({ end, tray: trayRules }),
  v.strictObject({ end, deliver: selector }),
  v.strictObject({ end, drop: selector }),
  v.strictObject({ end, repeat: selector }),
  v.strictObject({ end, move: selector, to: count(1_000) }),
  v.strictObject({ end, edit: selector, replace }),
  v.strictObject({ until: condition }),
]) as v.GenericSchema<RouteAction>

export const actions = v.pipe(v.array(action), v.maxLength(100))
