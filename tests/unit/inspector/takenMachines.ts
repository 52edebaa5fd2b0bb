import { createMachine, setup } from 'xstate'
import type { AnyStateMachine } from 'xstate'

/** Small machines, each for one case that a search in the drawing gets wrong, with events for them. */
export const MACHINES: Record<string, { machine: AnyStateMachine; events: string[] }> = {
  'a target that is a history state': {
    events: ['ON', 'NEXT', 'OFF', 'ON', 'OFF', 'ON'],
    machine: createMachine({
      id: 'valve',
      initial: 'off',
      states: {
        off: { on: { ON: 'on.back' } },
        on: {
          initial: 'low',
          on: { OFF: 'off' },
          states: {
            back: { type: 'history', history: 'deep' },
            low: { on: { NEXT: 'high' } },
            high: { initial: 'a', states: { a: {} } },
          },
        },
      },
    }),
  },
  'done states that follow an event, one after the other': {
    events: ['EAT', 'DRINK'],
    machine: createMachine({
      id: 'meal',
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          onDone: 'pay',
          states: {
            food: { initial: 'no', states: { no: { on: { EAT: 'yes' } }, yes: { type: 'final' } } },
            drink: { initial: 'no', states: { no: { on: { DRINK: 'yes' } }, yes: { type: 'final' } } },
          },
        },
        pay: { initial: 'paid', onDone: 'home', states: { paid: { type: 'final' } } },
        home: {},
      },
    }),
  },
  'an eventless chain that returns to where it began in one region': {
    events: ['T'],
    machine: createMachine({
      id: 'park',
      type: 'parallel',
      states: {
        gate: {
          initial: 'shut',
          states: { shut: { on: { T: 'open' } }, open: { always: 'closing' }, closing: { always: 'shut' } },
        },
        lamp: { initial: 'red', states: { red: { on: { T: 'green' } }, green: {} } },
      },
    }),
  },
  'a longer chain where a shorter way exists': {
    events: ['STOP'],
    machine: setup({ guards: { isEmpty: () => false } }).createMachine({
      id: 'chat',
      initial: 'talks',
      states: {
        talks: { on: { STOP: 'stopped' } },
        stopped: { always: [{ guard: 'isEmpty', target: 'idle' }, { target: 'drains' }] },
        drains: { always: 'idle' },
        idle: {},
      },
    }),
  },
  'a guard that said no while an eventless transition moved': {
    events: ['RIGHT'],
    machine: setup({
      guards: { isFree: () => false, isLate: ({ event }) => event.type === 'RIGHT' },
    }).createMachine({
      id: 'lamp',
      initial: 'standby',
      states: {
        standby: {
          on: { RIGHT: { guard: 'isFree', target: 'right' } },
          always: { guard: 'isLate', target: 'right' },
        },
        right: {},
      },
    }),
  },
  'the same event in two regions, one of which stays': {
    events: ['TIMEOUT', 'TIMEOUT'],
    machine: createMachine({
      id: 'lvm',
      type: 'parallel',
      states: {
        one: { initial: 'a', states: { a: { on: { TIMEOUT: 'b' } }, b: { on: { TIMEOUT: 'a' } } } },
        two: { initial: 'c', states: { c: { on: { TIMEOUT: { target: 'c', reenter: true } } } } },
      },
    }),
  },
  'an inner answer that hides the outer one': {
    events: ['GO', 'GO'],
    machine: createMachine({
      id: 'm',
      initial: 'a',
      on: { GO: '.c', '*': '.a' },
      states: { a: { on: { GO: 'b' } }, b: {}, c: {} },
    }),
  },
  'two targets, and a way into a state inside another': {
    events: ['GO', 'PART.ONE'],
    machine: createMachine({
      id: 'm',
      initial: 'a',
      states: {
        a: { on: { GO: ['#p'] } },
        p: {
          id: 'p',
          type: 'parallel',
          on: { 'PART.*': { target: ['.x.x2', '.y.y2'] } },
          states: {
            x: { initial: 'x1', states: { x1: {}, x2: {} } },
            y: { initial: 'y1', states: { y1: {}, y2: {} } },
          },
        },
      },
    }),
  },
}
