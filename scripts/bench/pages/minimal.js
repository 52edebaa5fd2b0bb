// The smallest page with the app's two libraries: one machine with two states, one button that drives it.

import { createApp, h, shallowRef } from 'vue'
import { createActor, createMachine } from 'xstate'

const machine = createMachine({
  initial: 'off',
  states: { off: { on: { press: 'on' } }, on: { on: { press: 'off' } } },
})
const actor = createActor(machine)
const state = shallowRef(actor.getSnapshot().value)
actor.subscribe(({ value }) => (state.value = value))
actor.start()

createApp({
  render: () =>
    h('main', [
      h('h1', 'The least page of Vue and XState'),
      h('button', { onClick: () => actor.send({ type: 'press' }) }, String(state.value)),
    ]),
}).mount('#app')
