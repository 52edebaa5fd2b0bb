import { shallowRef } from 'vue'
import type { Turn } from '../../machines/progress'
import { comesAfter } from '../../machines/steps'
import type { StepId } from '../../machines/steps'
import type { RunTarget } from './callStore'

/** Milliseconds between two actions of play at speed 1: time to see what changed. */
const PACE = 2_000
/** Firefox gives up ICE 5 s after step 10 when addresses are hidden, so play does not dawdle there. */
const HURRY: { steps: readonly (StepId | null)[]; pace: number } = {
  steps: ['send-answer', 'receive-answer', 'set-remote-answer'],
  pace: 1_200,
}

export interface PlayerOptions {
  turn(): Turn
  /** Runs the next action. */
  act(): void
  /** Whether the page looks back: play then runs nothing and only moves on in the log. */
  isBehind(): boolean
  stepForward(): void
}

/** Runs a call by itself: played at a pace, or straight to a step. Stops at whatever needs the learner. */
export function createPlayer({ turn, act, isBehind, stepForward }: PlayerOptions) {
  const playing = shallowRef(false)
  const speed = shallowRef(1)
  const runningTo = shallowRef<RunTarget | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isQueued = false

  function pause() {
    clearTimeout(timer)
    timer = undefined
    playing.value = false
    runningTo.value = null
  }

  /** To be called after every event of the call: looks whether it is time to act. */
  function look() {
    if (runningTo.value !== null) lookForTarget(runningTo.value)
    else if (playing.value && isBehind()) lookForPast()
    else if (playing.value) lookForPlay()
  }

  function lookForTarget(target: RunTarget) {
    const { phase, step, tag } = turn()
    const isReached =
      target === 'connected' ? phase === 'connected' : step === null || comesAfter(step, target)
    if (isReached || isStuck(turn())) pause()
    else if (tag === 'ready' && step !== null && !isQueued) {
      isQueued = true
      queueMicrotask(() => {
        isQueued = false
        if (runningTo.value !== null && turn().tag === 'ready') act()
      })
    }
  }

  function lookForPlay() {
    const { phase, step, tag } = turn()
    if (phase === 'connected' || phase === 'closed' || (phase === 'steps' && tag === 'failed')) pause()
    else if ((phase === 'failed' || tag === 'ready') && timer === undefined) {
      const pace = HURRY.steps.includes(step) ? HURRY.pace : PACE
      timer = setTimeout(() => {
        timer = undefined
        act()
      }, pace / speed.value)
    }
  }

  function lookForPast() {
    timer ??= setTimeout(() => {
      timer = undefined
      moveOn()
    }, PACE / speed.value)
  }

  /** One step on in the log. Arriving at now ends play: what runs next is the learner's to start. */
  function moveOn() {
    stepForward()
    if (isBehind()) look()
    else pause()
  }

  return {
    playing,
    speed,
    runningTo,
    pause,
    look,
    play() {
      pause()
      playing.value = true
      if (isBehind()) {
        moveOn()
        return
      }
      // The first action follows the click at once; the pace is for what comes after it.
      if (turn().tag === 'ready') act()
      look()
    },
    runTo(target: RunTarget) {
      pause()
      runningTo.value = target
      look()
    },
  }
}

function isStuck({ phase, tag }: Turn): boolean {
  return phase === 'closed' || phase === 'failed' || (phase === 'steps' && tag === 'failed')
}
