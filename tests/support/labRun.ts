import { createGoalReader } from '../../src/labs/goals'
import type { Lab, RouteAction } from '../../src/labs/lab'
import { benchOf } from '../../src/labs/labBench'
import type { LabHistory } from '../../src/labs/moment'
import { openLab } from '../../src/labs/openLab'
import { runRoute } from '../../src/labs/runRoute'
import { createCall } from '../../src/session/createCall'
import { BENCH_SCRIPT } from './benchCall'
import { createFakeWorld } from './fakeCall'
import type { VirtualTime } from './virtualTime'

/** A lab between two fake connections, in virtual time. */
export async function openFakeLab(
  lab: Pick<Lab, 'world' | 'setUp' | 'goals' | 'forbidden'>,
  time: VirtualTime,
) {
  const call = createCall(createFakeWorld().world, null, BENCH_SCRIPT)
  const start = await passing(time, openLab(call, lab))
  const goals = createGoalReader(lab, start)
  const bench = benchOf(call)
  const history = (): LabHistory => bench.history()
  return {
    call,
    start,
    history,
    progress: () => goals.read(history()),
    run: (actions: readonly RouteAction[]) => passing(time, runRoute(bench, actions, { start })),
    /** Lets time pass until something is so, at most half a minute of it. */
    async until(isSo: () => boolean) {
      const limit = time.now() + 30_000
      await time.settle()
      while (!isSo() && time.now() < limit && time.leap()) await time.settle()
      return isSo()
    },
  }
}

/** Lets time pass until a promise settles. */
export async function passing<T>(time: VirtualTime, promise: Promise<T>): Promise<T> {
  const state = { isOver: false }
  const end = () => {
    state.isOver = true
  }
  promise.then(end, end)
  for (;;) {
    await time.settle()
    if (state.isOver) return promise
    if (!time.leap()) throw new Error('nothing can happen any more')
  }
}
