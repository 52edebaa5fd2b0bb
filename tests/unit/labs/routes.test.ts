import { beforeEach, describe, expect, test } from 'vitest'
import { holds } from '../../../src/labs/condition'
import { countActions } from '../../../src/labs/goals'
import type { Lab } from '../../../src/labs/lab'
import { lengthOf } from '../../../src/labs/moment'
import { allLabs } from '../../support/labFiles'
import { openFakeLab } from '../../support/labRun'
import { useVirtualTime } from '../../support/virtualTime'
import type { VirtualTime } from '../../support/virtualTime'

/* Every route of every lab between two fake connections. tests/browser/labs.spec.ts runs them between real ones, and
   those labs that need a browser only there. */

let time: VirtualTime
beforeEach(() => {
  time = useVirtualTime()
})

const labs = allLabs().filter(({ browser }) => browser !== true)
const routes = (of: 'solutions' | 'wrongIdeas') =>
  labs.flatMap((lab) => lab[of].map((route) => [lab.id, route.id, lab, route] as const))

async function run(lab: Lab, actions: Lab['setUp']) {
  const opened = await openFakeLab(lab, time)
  await opened.run(actions)
  return opened
}

describe('before the learner begins', () => {
  test.each(labs.map((lab) => [lab.id, lab] as const))('%s is not solved', async (_id, lab) => {
    const { progress, until, call } = await run(lab, [])
    await until(() => progress().solvedAt !== null)
    expect(progress()).toMatchObject({ solvedAt: null, broken: [] })
    call.close()
  })
})

test.each(routes('solutions'))('%s is solved by %s', async (_id, _route, lab, route) => {
  const { progress, until, history, start, call } = await run(lab, route.actions)
  const isSolved = () =>
    progress().solvedAt !== null && [...progress().goals.values()].every((at) => at !== null)
  await until(isSolved)
  const { goals, broken, solvedAt } = progress()
  expect({ missing: [...goals].filter(([, at]) => at === null).map(([id]) => id), broken }).toEqual({
    missing: [],
    broken: [],
  })
  expect(solvedAt).not.toBeNull()
  expect(countActions(history(), start, lengthOf(history()))).toBeGreaterThan(0)
  call.close()
})

test.each(routes('wrongIdeas'))(
  '%s is not solved by %s, which shows what it promises',
  async (_id, _route, lab, route) => {
    const { progress, until, history, start, call } = await run(lab, route.actions)
    const shows = () =>
      holds('shows' in route ? route.shows : { any: [] }, {
        history: history(),
        start,
        at: lengthOf(history()),
      })
    expect(await until(shows)).toBe(true)
    // It stays unsolved, however long one waits.
    await until(() => progress().solvedAt !== null)
    expect(progress().solvedAt).toBeNull()
    call.close()
  },
)

test.each(labs.map((lab) => [lab.id, lab] as const))(
  'a known route of %s is within par',
  async (_id, lab) => {
    const taken: number[] = []
    for (const { actions } of lab.solutions) {
      const { history, start, call } = await run(lab, actions)
      taken.push(countActions(history(), start, lengthOf(history())))
      call.close()
      time.clear()
    }
    expect(Math.min(...taken)).toBeLessThanOrEqual(lab.par)
    // A par that every route keeps by far would be no mark.
    expect(lab.par).toBeLessThanOrEqual(Math.max(...taken) + 2)
  },
)
