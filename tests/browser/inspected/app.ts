import { createBrowserInspector } from '@statelyai/inspect'
import { assign, createActor, createMachine, fromPromise } from 'xstate'

/* An app that does not know Handshake: the library with its defaults, and the inspector's address. */

const toggle = createMachine({
  id: 'toggle',
  initial: 'off',
  context: { count: 0 },
  states: {
    off: { on: { TOGGLE: { target: 'on', actions: assign({ count: ({ context }) => context.count + 1 }) } } },
    on: { on: { TOGGLE: 'off' } },
  },
})

const light = createMachine({
  id: 'light',
  type: 'parallel',
  states: {
    cars: {
      initial: 'green',
      states: {
        green: { on: { NEXT: 'yellow' } },
        yellow: { after: { 3_600_000: 'red' }, on: { NEXT: 'red' } },
        red: {
          initial: 'walk',
          on: { NEXT: 'green' },
          states: { walk: { on: { COUNTDOWN: 'wait' } }, wait: { always: 'stop' }, stop: { type: 'final' } },
        },
      },
    },
    lamp: { initial: 'ok', states: { ok: { on: { BREAK: 'broken' } }, broken: { on: { REPAIR: 'ok' } } } },
  },
})

const parent = createMachine({
  id: 'parent',
  context: {},
  on: {
    SPAWN: {
      actions: assign(({ spawn }) => {
        spawn(toggle, { id: 'child' })
        spawn(
          fromPromise(() => Promise.resolve('ready')),
          { id: 'promise' },
        )
        return {}
      }),
    },
  },
  initial: 'idle',
  states: { idle: {} },
})

const address = new URLSearchParams(location.search).get('inspector') ?? ''
const asFrame = location.search.includes('iframe')
const iframe = document.querySelector('iframe')

function start() {
  if (asFrame && iframe !== null) iframe.hidden = false
  const { inspect } = createBrowserInspector({ url: address, ...(asFrame && { iframe }) })
  const actors = {
    toggle: createActor(toggle, { inspect }),
    light: createActor(light, { inspect }),
    parent: createActor(parent, { inspect }),
  }
  for (const actor of Object.values(actors)) actor.start()
  Object.assign(globalThis, {
    tell: (name: keyof typeof actors, type: string, times = 1) => {
      for (let time = 0; time < times; time++) actors[name].send({ type })
    },
  })
}

document.querySelector('#open')?.addEventListener('click', start)
