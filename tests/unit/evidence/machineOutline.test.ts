import { expect, test } from 'vitest'
import { calleeMachine } from '../../../machines/callee'
import { callerMachine } from '../../../machines/caller'
import { activeChain, outlineMachine } from '../../../src/panels/evidence/machineOutline'
import { runUpTo, viewOf } from '../panels-scene/log'

test('has every state of the definition, in order', () => {
  const outline = outlineMachine(callerMachine.root, viewOf([]).caller.value)
  expect(outline.children.map(({ key }) => key)).toEqual(Object.keys(callerMachine.root.states))
  expect(outline.children[0]?.children.map(({ key }) => key)).toEqual(['ready', 'running', 'failed'])
})

test('marks the active states from the outside in', () => {
  const { caller, callee } = viewOf(runUpTo('send-offer'))
  const keys = (state: ReturnType<typeof outlineMachine>) => activeChain(state).map(({ key }) => key)
  expect(keys(outlineMachine(callerMachine.root, caller.value))).toEqual([
    'caller',
    'receive-answer',
    'waiting',
  ])
  expect(keys(outlineMachine(calleeMachine.root, callee.value))).toEqual([
    'callee',
    'set-remote-offer',
    'ready',
  ])
})

test('says what a state can take, under which guard, and where that leads', () => {
  const outline = outlineMachine(callerMachine.root, viewOf([]).caller.value)
  const [root, , ready] = activeChain(outline)
  expect(ready?.events).toEqual([{ name: 'step.run', guard: null, target: 'running' }])
  expect(root?.events).toContainEqual({ name: 'signal.description', guard: 'isExpected', target: null })
  const gathering = outline.children.find(({ key }) => key === 'gather-candidates')?.children[1]
  expect(gathering?.events).toContainEqual({ name: 'after observe', guard: 'trickles', target: 'send-offer' })
  expect(gathering?.events).toContainEqual({ name: 'always', guard: 'hasObserved', target: 'send-offer' })
})
