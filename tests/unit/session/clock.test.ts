import { expect, test } from 'vitest'
import { openClock } from '../../../src/session/clock'

const HOUR = 3_600_000
const START = 1_800_000_000_000

/** A machine's wall clock, and pages whose own clocks stop while it sleeps. */
function machine() {
  let wall = START
  let awake = 0
  return {
    openPage() {
      const opened = awake
      return openClock({ timeOrigin: wall, now: () => awake - opened }, () => Math.floor(wall))
    },
    work(ms: number) {
      wall += ms
      awake += ms
    },
    sleep(ms: number) {
      wall += ms
    },
    setClock(ms: number) {
      wall += ms
    },
  }
}

test('a tab opened before a sleep and one opened after it say the same time', () => {
  const { openPage, work, sleep } = machine()
  const before = openPage()
  work(10)
  sleep(HOUR)
  const after = openPage()
  work(10)
  expect(Math.abs(before() - after())).toBeLessThan(1)
  expect(before()).toBe(START + HOUR + 20)
})

test('time is finer than a millisecond', () => {
  const { openPage, work } = machine()
  const now = openPage()
  work(0.25)
  expect(now()).toBe(START + 0.25)
})

test('a wall clock that is set back does not make time run backwards', () => {
  const { openPage, work, setClock } = machine()
  const now = openPage()
  work(5_000)
  setClock(-HOUR)
  work(1)
  expect(now()).toBe(START + 5_001)
})
