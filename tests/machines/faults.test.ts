import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogEntry } from '../../machines/log'
import type { Fault } from '../support/faults'
import { CORRUPTIONS, deadFrom, INJECTIONS } from '../support/faults'
import { runUnderFaults } from '../support/faultyCall'
import { useVirtualTime } from '../support/virtualTime'
import type { VirtualTime } from '../support/virtualTime'
import { endsOf } from '../support/endsOf'

let time: VirtualTime
beforeEach(() => {
  time = useVirtualTime()
})
afterEach(() => {
  time.clear()
})

/** Lets time run until there are no timers. */
async function drain() {
  do await time.settle()
  while (time.leap())
}

const none: Fault = { kind: 'none' }

/** The outcomes in the traffic of both ends. */
function outcomesOf(log: readonly LogEntry[]): string[] {
  return log.flatMap(({ event }) =>
    event.type === 'signal.traffic' ? [event.traffic.reason ?? event.traffic.outcome] : [],
  )
}

/** The caller posts hello twice (once as a reply), then offer, candidate, end of candidates. */
const CALLER_SAYS = ['hello', 'reply', 'offer', 'candidate', 'end of candidates'] as const
/** The callee posts hello, then answer, candidate, end of candidates. */
const CALLEE_SAYS = ['hello', 'answer', 'candidate', 'end of candidates'] as const

describe('one message is lost, and the call connects by itself', () => {
  test.each(CALLER_SAYS.map((what, index) => [what, index] as const))(
    'the caller’s %s',
    async (_what, index) => {
      const caller = [...Array<Fault>(index).fill(none), { kind: 'drop' } as const]
      const { call, stops } = await runUnderFaults({ caller, callee: [] }, time)
      expect(stops).toEqual([])
      call.close()
    },
  )

  test.each(CALLEE_SAYS.map((what, index) => [what, index] as const))(
    'the callee’s %s',
    async (_what, index) => {
      const callee = [...Array<Fault>(index).fill(none), { kind: 'drop' } as const]
      const { call, stops } = await runUnderFaults({ caller: [], callee }, time)
      expect(stops).toEqual([])
      call.close()
    },
  )
})

const ALONE: [name: string, fault: Fault, sign: string][] = [
  ['dropped', { kind: 'drop' }, 'out-of-order'],
  ['sent twice', { kind: 'duplicate', ms: 1 }, 'duplicate'],
  ['delayed', { kind: 'delay', ms: 3_000 }, 'out-of-order'],
  ['overtaken', { kind: 'reorder' }, 'out-of-order'],
  ...CORRUPTIONS.map((how): [string, Fault, string] => {
    // The offer's SDP is its last field but one; the last is the checksum.
    return [
      `damaged (${how})`,
      { kind: 'corrupt', how, at: 7 },
      ['change', 'shorten'].includes(how) ? 'damaged' : 'malformed',
    ]
  }),
]

test.each(ALONE)(
  'an offer that is %s is found out and sent again, and the call connects',
  async (_name, fault, sign) => {
    const { call, stops, log } = await runUnderFaults({ caller: [none, none, fault], callee: [] }, time)
    expect(stops).toEqual([])
    await drain()
    expect(outcomesOf(log())).toContain(sign)
    for (const end of ['caller', 'callee'] as const) {
      expect(endsOf(call.history.view.value)[end].context.delivery.state).toBe('confirmed')
    }
    call.close()
  },
)

const STRANGERS: Record<(typeof INJECTIONS)[number], string> = {
  junk: 'malformed',
  'too-large': 'too-large',
  version: 'version',
  room: 'room',
  'own-role': 'same-end',
  replay: 'duplicate',
  'old-session': 'stranger',
}

test.each(INJECTIONS)('a stranger’s message (%s) is refused or has no effect', async (what) => {
  const inject: Fault = { kind: 'inject', what }
  const { call, stops, log } = await runUnderFaults(
    { caller: [none, none, none, inject], callee: [none, inject] },
    time,
  )
  await drain()
  expect(outcomesOf(log())).toContain(STRANGERS[what])
  // Both ends are on one page, so no stranger can replace one.
  expect(stops).toEqual([])
  call.close()
})

describe('a dead channel', () => {
  test.each(['caller', 'callee'] as const)(
    'from the %s on is reported, and asking again once it works connects',
    async (end) => {
      const faults = { caller: [], callee: [], [end]: deadFrom(end === 'caller' ? 2 : 1) }
      const { call, stops, recoveries } = await runUnderFaults(faults, time)
      expect(stops).toEqual(['unconfirmed'])
      expect(recoveries).toEqual(['ask again'])
      call.close()
    },
  )

  test('is not asked for ever: after three questions the page waits for the learner', async () => {
    const { call } = await runUnderFaults({ caller: deadFrom(2), callee: [] }, time)
    const checks = call.log().filter(({ event }) => event.type === 'wire.check')
    expect(checks).toHaveLength(4)
    call.close()
  })
})
