import fc from 'fast-check'
import type { Channel } from '../../broadcast-signaling/channel'

/** What happens to one post. Plain JSON, so that a schedule can be printed, kept and run again. */
export type Fault =
  | { kind: 'none' | 'drop' | 'reorder' }
  | { kind: 'duplicate' | 'delay'; ms: number }
  | { kind: 'corrupt'; how: Corruption; at: number }
  | { kind: 'inject'; what: Injection }

/** Damage to one message. `at` chooses the position. */
export const CORRUPTIONS = ['change', 'retype', 'remove', 'add', 'shorten', 'cut', 'replace'] as const
export type Corruption = (typeof CORRUPTIONS)[number]

/** A message from outside the call, posted besides the real one. */
export const INJECTIONS = [
  'junk',
  'too-large',
  'version',
  'room',
  'own-role',
  'replay',
  'old-session',
] as const
export type Injection = (typeof INJECTIONS)[number]

/** For each end, what happens to its posts, one after another; later posts arrive unchanged. */
export interface Schedule {
  caller: Fault[]
  callee: Fault[]
}

type Weighted = fc.WeightedArbitrary<Fault>
const ms = fc.integer({ min: 1, max: 5_000 })
const careless: Weighted[] = [
  { weight: 6, arbitrary: fc.constant({ kind: 'none' }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'drop' }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'reorder' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('duplicate', 'delay'), ms }) },
]
const hostile: Weighted[] = [
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('corrupt'),
      how: fc.constantFrom(...CORRUPTIONS),
      at: fc.nat(99),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('inject'), what: fc.constantFrom(...INJECTIONS) }) },
]

function scheduleOf(...faults: Weighted[]): fc.Arbitrary<Schedule> {
  const some = fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.oneof(...faults), { maxLength: 20 }) },
    // A channel that is dead in one direction, longer than any end asks.
    { weight: 1, arbitrary: fc.nat(4).map((from) => deadFrom(from)) },
  )
  return fc.record({ caller: some, callee: some })
}

/** A channel that loses, repeats, delays and reorders. */
export const carelessWire = scheduleOf(...careless)
/** A channel that also changes messages, and on which strangers post. */
export const hostileWire = scheduleOf(...careless, ...hostile)

/** Some posts arrive, and then none. */
export function deadFrom(from: number): Fault[] {
  return Array.from({ length: 100 }, (_, index): Fault => ({ kind: index < from ? 'none' : 'drop' }))
}

type Message = Record<string, unknown>

/**
 * The channel of one end; the given faults apply to its posts in turn. `bystander` exchanges messages with both ends.
 */
export function withFaults(
  channel: Channel,
  bystander: Channel,
  faults: readonly Fault[],
  seal: (message: Message) => unknown,
): Channel & { heal(): void } {
  const coming = [...faults]
  let held: unknown[] = []
  let isClosed = false
  const said: unknown[] = []

  const post = (data: unknown) => {
    if (!isClosed) channel.post(data)
  }
  const release = () => {
    for (const data of held.splice(0)) post(data)
  }

  function meet(fault: Fault, data: unknown) {
    if (fault.kind === 'drop') return
    if (fault.kind === 'reorder') {
      held.push(data)
      return
    }
    if (fault.kind === 'delay') setTimeout(() => post(data), fault.ms)
    else post(fault.kind === 'corrupt' ? corrupt(data, fault.how, fault.at) : data)
    release()
    if (fault.kind === 'duplicate') setTimeout(() => post(data), fault.ms)
    if (fault.kind === 'inject') {
      for (const stranger of inject(fault.what, data as Message, said, seal)) bystander.post(stranger)
    }
  }

  return {
    ...channel,
    post(data) {
      meet(coming.shift() ?? { kind: 'none' }, data)
      said.push(data)
    },
    close() {
      isClosed = true
      channel.close()
    },
    heal() {
      coming.length = 0
      release()
      held = []
    },
  }
}

/** One message, damaged. */
export function corrupt(data: unknown, how: Corruption, at: number): unknown {
  const copy = structuredClone(data) as Message
  const text = JSON.stringify(copy)
  if (how === 'cut') return text.slice(0, (text.length * at) / 100)
  if (how === 'replace') return [null, at, '', [copy], { message: copy }][at % 5]
  const places = leavesOf(copy)
  const { parent, key } = places[at % places.length] ?? { parent: copy, key: 'v' }
  const value = parent[key]
  if (how === 'remove') Reflect.deleteProperty(parent, key)
  else if (how === 'add') parent[`${key}2`] = value
  else if (how === 'retype') parent[key] = typeof value === 'string' ? { text: value } : String(value)
  else if (typeof value === 'number') parent[key] = how === 'change' ? value + 1 : 0 - value
  else if (typeof value === 'boolean') parent[key] = !value
  else if (typeof value !== 'string') parent[key] = 'x'
  else parent[key] = how === 'change' ? `${value.slice(0, -1)}~` : value.slice(0, value.length / 2)
  return copy
}

/** Every member, at any depth, that is not an object. */
export function leavesOf(parent: Message): { parent: Message; key: string }[] {
  return Object.entries(parent).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leavesOf(value as Message) : [{ parent, key }],
  )
}

/** What a stranger posts when it sees a message, and what was posted before. */
export function inject(
  what: Injection,
  { sum: _sum, ...message }: Message,
  said: readonly unknown[],
  seal: (message: Message) => unknown,
): unknown[] {
  const from = message['from'] === 'caller' ? 'callee' : 'caller'
  switch (what) {
    case 'junk':
      return [null, 42, 'text', [], {}, { v: 1 }, new Map([[1, message]])]
    case 'too-large':
      return [seal(message), { ...message, room: 'x'.repeat(300_000) }]
    case 'version':
      return [{ ...message, v: 2 }]
    case 'room':
      return [seal({ ...message, room: 'elsewhere' })]
    case 'own-role':
      // Both ends receive it: to one it is a second self, to the other a message out of order.
      return [seal({ ...message, from, session: 'impostor' })]
    case 'replay':
      return [...said]
    case 'old-session':
      return [
        seal({ ...message, session: 'before' }),
        ...said.map((one) => {
          const { sum: _old, ...rest } = one as Message
          return seal({ ...rest, session: 'before' })
        }),
      ]
  }
}
