import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { describe, expect, it } from 'vitest'
import type { EndEvent } from '../../../machines/contracts'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'
import { replayHistory } from '../../../src/session/replayHistory'
import type { CallView } from '../../../src/session/callView'
import { viewCall } from '../../../src/session/callView'
import { nextAction } from '../../../src/session/nextAction'
import { roleAction } from '../../../src/session/roleAction'
import { roomNotice } from '../../../src/features/tabs/roomNotice'
import { lostEnd } from '../../../src/projections/lostEnd'
import { readRoomRole } from '../../../src/tabs/roomRole'
import type { TabsState } from '../../../src/tabs/tabsState'

const offer: EndEvent = { type: 'signal.description', description: { type: 'offer', sdp: 'v=0' } }
const back: EndEvent = { type: 'signal.other-end', status: 'here', returned: true }
const run: EndEvent = { type: 'step.run', step: 'set-remote-offer' }

function view(...events: [End, EndEvent][]): CallView {
  const log = events.map(([end, event], seq): LogEntry => ({ seq, at: seq, end, event }))
  return viewCall(replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, log))
}

function tabs(own: End | null, change: Partial<TabsState> = {}): TabsState {
  const presence = { caller: 'here', callee: 'here' } as const
  const role = { room: 'room-1', end: own }
  return {
    role,
    status: own ? 'in' : 'watching',
    own,
    presence,
    clock: null,
    hasOtherVersion: false,
    ...change,
  }
}

const gone = { caller: 'here', callee: 'gone' } as const
const unknown = { caller: 'here', callee: 'unknown' } as const

describe('an end that returns', () => {
  it('has lost its connection if the other had received a part of it', () => {
    expect(lostEnd(view(['callee', offer], ['callee', back]).trace)).toBe('caller')
  })

  it('has lost nothing before the other received anything', () => {
    expect(lostEnd(view(['callee', back], ['callee', offer]).trace)).toBeNull()
    expect(lostEnd(view(['caller', offer], ['callee', back]).trace)).toBeNull()
  })
})

describe('the line about the other tabs', () => {
  const lost = view(['callee', offer], ['callee', back])

  it.each<[string, TabsState, CallView, string, End, string[]]>([
    ['while joining', tabs('caller', { status: 'joining', own: null }), view(), 'joining', 'caller', []],
    [
      'before the other opens',
      tabs('caller', { presence: unknown }),
      view(),
      'alone',
      'callee',
      ['openOther'],
    ],
    ['with both here', tabs('caller'), view(), 'together', 'callee', ['goThere']],
    ['after a harmless return', tabs('caller'), view(['caller', back]), 'returned', 'callee', ['goThere']],
    [
      'once it has acted',
      tabs('caller'),
      view(['caller', back], ['callee', run]),
      'together',
      'callee',
      ['goThere'],
    ],
    [
      'after it closed',
      tabs('caller', { presence: gone }),
      view(),
      'gone',
      'callee',
      ['openAgain', 'restart'],
    ],
    ['where the connection is gone', tabs('caller'), lost, 'lost-here', 'callee', ['startOver', 'goThere']],
    ['at the other end of that', tabs('callee'), lost, 'lost-there', 'caller', ['startOver', 'goThere']],
    ['after hanging up', tabs('callee'), view(['callee', offer], ['callee', back], ['callee', { type: 'call.hang-up' }]), 'together', 'caller', ['goThere']], // prettier-ignore
    ['with a full room', tabs(null, { status: 'full' }), view(), 'full', 'caller', ['ownCall']],
    ['watching', tabs(null), view(), 'watching', 'caller', ['ownCall']],
    [
      'watching a free role',
      tabs(null, { presence: gone }),
      view(),
      'role-free',
      'callee',
      ['takeRole', 'ownCall'],
    ],
  ])('%s', (_when, state, shown, kind, end, actions) => {
    expect(roomNotice(state, shown)).toEqual({ kind, end, actions })
  })
})

describe('the primary button', () => {
  const action = (state: TabsState | null, shown: CallView) => {
    const { kind, does } = roleAction(nextAction(shown, null), shown, state)
    return `${kind} ${does}`
  }

  it('acts on this tab’s turn, and otherwise says whose turn it is', () => {
    expect(action(null, view())).toBe('run next')
    expect(action(tabs('caller'), view())).toBe('run next')
    expect(action(tabs('callee'), view())).toBe('other-turn nothing')
    expect(action(tabs('callee', { presence: { caller: 'gone', callee: 'here' } }), view())).toBe(
      'other-absent nothing',
    )
    expect(action(tabs(null), view())).toBe('watching nothing')
    expect(action(tabs('caller', { status: 'joining', own: null }), view())).toBe('joining nothing')
  })

  it('starts over where the call cannot go on, and again after hanging up', () => {
    expect(action(tabs('caller'), view(['callee', offer], ['callee', back]))).toBe('start-together restart')
    expect(action(tabs('callee'), view(['callee', { type: 'call.hang-up' }]))).toBe('start-again restart')
  })

  it('runs nothing while looking back', () => {
    const past = { ...view(), live: false }
    expect(roleAction(nextAction(past, null), past, tabs('callee'))).toEqual(nextAction(past, null))
  })
})

describe('a role in an address', () => {
  it.each([
    ['?room=abcd&end=callee', { room: 'abcd', end: 'callee' }],
    ['?room=abcd', { room: 'abcd', end: null }],
    ['?room=abcd&end=king', { room: 'abcd', end: null }],
    ['?room=a/b..&end=caller', null],
    [`?room=${'a'.repeat(33)}`, null],
    ['?end=caller', null],
  ])('%s', (query, role) => {
    expect(readRoomRole(new URLSearchParams(query))).toEqual(role)
  })
})
