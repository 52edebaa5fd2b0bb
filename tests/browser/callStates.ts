import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { stepIndex } from '../../machines/steps'
import type { End, StepId } from '../../machines/steps'
import { SLOTS, STATES } from './page'

/**
 * The display of an end after a step: for each state the allowed values, since browsers differ; then the four slots.
 */
interface Expected {
  end: End
  states: [signaling: string, gathering: RegExp | string, ice: RegExp | string, connection: RegExp | string]
  slots: [pendingLocal: string, currentLocal: string, pendingRemote: string, currentRemote: string]
}

const NONE = '–'
const GATHERING = /^(new|gathering|complete)$/
const ICE = /^(new|checking|connected|disconnected|failed)$/
const CONNECTION = /^(new|connecting|connected|disconnected|failed)$/

export const AFTER: Record<StepId, Expected> = {
  'capture-media': { end: 'caller', states: [NONE, NONE, NONE, NONE], slots: [NONE, NONE, NONE, NONE] },
  'add-tracks': { end: 'caller', states: ['stable', 'new', 'new', 'new'], slots: [NONE, NONE, NONE, NONE] },
  'create-offer': { end: 'caller', states: ['stable', 'new', 'new', 'new'], slots: [NONE, NONE, NONE, NONE] },
  'set-local-offer': {
    end: 'caller',
    states: ['have-local-offer', GATHERING, 'new', 'new'],
    slots: ['offer', NONE, NONE, NONE],
  },
  'gather-candidates': {
    end: 'caller',
    states: ['have-local-offer', /^(gathering|complete)$/, 'new', 'new'],
    slots: ['offer', NONE, NONE, NONE],
  },
  'send-offer': {
    end: 'caller',
    states: ['have-local-offer', /^(gathering|complete)$/, 'new', 'new'],
    slots: ['offer', NONE, NONE, NONE],
  },
  'set-remote-offer': {
    end: 'callee',
    states: ['have-remote-offer', 'new', 'new', 'new'],
    slots: [NONE, NONE, 'offer', NONE],
  },
  'prepare-callee-media': {
    end: 'callee',
    states: ['have-remote-offer', 'new', 'new', 'new'],
    slots: [NONE, NONE, 'offer', NONE],
  },
  'create-answer': {
    end: 'callee',
    states: ['have-remote-offer', 'new', 'new', 'new'],
    slots: [NONE, NONE, 'offer', NONE],
  },
  'set-local-answer': {
    end: 'callee',
    states: ['stable', GATHERING, ICE, CONNECTION],
    slots: [NONE, 'answer', NONE, 'offer'],
  },
  'send-answer': {
    end: 'callee',
    states: ['stable', GATHERING, ICE, CONNECTION],
    slots: [NONE, 'answer', NONE, 'offer'],
  },
  'receive-answer': {
    end: 'caller',
    states: ['have-local-offer', /^(gathering|complete)$/, /^(new|checking)$/, /^(new|connecting)$/],
    slots: ['offer', NONE, NONE, NONE],
  },
  'set-remote-answer': {
    end: 'caller',
    states: ['stable', GATHERING, ICE, CONNECTION],
    slots: [NONE, 'offer', NONE, 'answer'],
  },
}

const NOT_MADE: Omit<Expected, 'end'> = {
  states: [NONE, NONE, NONE, NONE],
  slots: [NONE, NONE, NONE, NONE],
}

/** The display of the other end meanwhile: the callee is created in step 7, the caller waits for its answer. */
export function otherAfter(id: StepId): Expected {
  if (AFTER[id].end === 'callee') return AFTER['receive-answer']
  return stepIndex(id) < stepIndex('set-remote-offer') ? { end: 'callee', ...NOT_MADE } : AFTER['send-answer']
}

/** An end shows these states and slots after a step. */
export async function expectState(page: Page, { end, states, slots }: Expected, id: StepId) {
  const expected = Object.fromEntries(
    [...STATES, ...SLOTS].map((name, at) => {
      const value = [...states, ...slots][at] ?? ''
      return [name, typeof value === 'string' ? value : expect.stringMatching(value)]
    }),
  )
  // All eight in one read: eight reads would take too long between steps 10 and 13 for Firefox.
  await expect.poll(() => readFields(page, end), { message: `the ${end} after ${id}` }).toEqual(expected)
}

function readFields(page: Page, end: End): Promise<Record<string, string>> {
  return page
    .locator(`[data-end="${end}"] [data-field]`)
    .evaluateAll((elements) =>
      Object.fromEntries(
        elements.map((element) => [element.getAttribute('data-field') ?? '', element.textContent.trim()]),
      ),
    )
}
