import { shallowRef } from 'vue'
import type { Turn } from '../../machines/progress'
import { comesAfter } from '../../machines/steps'
import type { StepId } from '../../machines/steps'
import type { RunTarget } from './callSession'
import type { NextAction } from './nextAction'
import { playChoice } from './playing'

/** Milliseconds between two actions of play at speed 1: enough time to see what changed. */
const PACE = 2_000
/** Firefox's ICE gives up 5 s after step 10 when addresses are hidden, so play is faster there. */
const FAST_STEPS: { steps: readonly (StepId | null)[]; pace: number } = {
  steps: ['send-answer', 'receive-answer', 'set-remote-answer'],
  pace: 1_200,
}

export interface PlayerOptions {
  turn(): Turn
  /** What the primary button would do at the newest moment if neither play nor a run were on. */
  action(): NextAction
  /** Takes that action. */
  act(): void
  /** Whether the page looks back: play then runs nothing and only steps forward in the log. */
  isBehind(): boolean
  stepForward(): void
}

/** Runs a call by itself: at the pace of play, or straight to a step. Stops where the learner must decide. */
export function createPlayer({ turn, action, act, isBehind, stepForward }: PlayerOptions) {
  const playing = shallowRef(false)
  const speed = shallowRef(1)
  const runningTo = shallowRef<RunTarget | null>(null)
  const asksFirst = shallowRef<((step: StepId) => boolean) | null>(null)
  const stoppedBefore = shallowRef<StepId | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The action that the timer will take; null without a timer, and while looking back. */
  let planned: string | null = null
  let isQueued = false

  function stopTimer() {
    clearTimeout(timer)
    timer = undefined
    planned = null
  }

  function pause() {
    stopTimer()
    playing.value = false
    runningTo.value = null
    stoppedBefore.value = null
  }

  /** Call it after every event of the call: decides whether to act. */
  function reconsider() {
    if (stoppedBefore.value !== null && stoppedBefore.value !== nextStep()) stoppedBefore.value = null
    if (runningTo.value !== null) lookForTarget(runningTo.value)
    else if (playing.value && isBehind()) lookForPast()
    else if (playing.value) lookForPlay()
  }

  function lookForTarget(target: RunTarget) {
    const { phase, step } = turn()
    const isReached =
      target === 'connected' ? phase === 'connected' : step === null || comesAfter(step, target)
    const next = action()
    // Play restarts ICE by itself; a run to a step leaves that to the learner.
    if (isReached || phase === 'failed' || playChoice(next) === 'stop') pause()
    else if (next.kind === 'run' && !isQueued) {
      isQueued = true
      queueMicrotask(() => {
        isQueued = false
        if (runningTo.value !== null && action().kind === 'run') act()
      })
    }
  }

  /** Plans the next action. A plan that is out of date, for example after a click, is dropped. */
  function lookForPlay() {
    const next = action()
    const asked = nextStep()
    if (asked !== null && asksFirst.value?.(asked) === true) {
      pause()
      stoppedBefore.value = asked
      return
    }
    const choice = playChoice(next)
    const plan = choice === 'act' ? planOf(next) : null
    if (choice === 'stop') pause()
    if (plan === planned) return
    stopTimer()
    if (plan === null) return
    planned = plan
    const pace = FAST_STEPS.steps.includes(turn().step) ? FAST_STEPS.pace : PACE
    timer = setTimeout(() => {
      stopTimer()
      if (planOf(action()) === plan) act()
      else reconsider()
    }, pace / speed.value)
  }

  /** The step that the next action runs; null if it runs none. */
  function nextStep(): StepId | null {
    const next = action()
    return next.kind === 'run' ? next.step : null
  }

  function lookForPast() {
    timer ??= setTimeout(() => {
      timer = undefined
      moveOn()
    }, PACE / speed.value)
  }

  /** One step forward in the log. At the newest moment play ends: the learner must start what runs next. */
  function moveOn() {
    stepForward()
    if (isBehind()) reconsider()
    else pause()
  }

  function play() {
    pause()
    playing.value = true
    if (isBehind()) {
      moveOn()
      return
    }
    // The first action follows the click at once; the pace applies to those after it.
    if (action().kind === 'run') act()
    reconsider()
  }

  return {
    playing,
    speed,
    runningTo,
    asksFirst,
    stoppedBefore,
    pause,
    reconsider,
    play,
    toggle() {
      if (playing.value || runningTo.value !== null) pause()
      else if (isBehind() || playChoice(action()) !== 'stop') play()
    },
    runTo(target: RunTarget) {
      pause()
      runningTo.value = target
      reconsider()
    },
  }
}

/** Distinguishes one planned action from another. */
function planOf(action: NextAction): string {
  return 'step' in action ? `${action.kind} ${action.step}` : action.kind
}
