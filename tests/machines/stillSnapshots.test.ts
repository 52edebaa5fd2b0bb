import { expect, test } from 'vitest'
import { checkpointAt } from '../../machines/checkpoints'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import { firstSnapshots } from '../../machines/log'
import { deriveStatuses, deriveTurn, viewEnds } from '../../machines/progress'
import type { Script } from '../../machines/script'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { stillSnapshots } from '../../machines/stillSnapshots'
import { TINY } from '../support/tinyScript'

const SETTINGS = { ...DEFAULT_SETTINGS, trickle: false }

test.each<[string, Script]>([
  ['the app', HANDSHAKE_13],
  ['another call', TINY],
])('before the machines of %s are loaded, a page shows what they show first', (_name, script) => {
  const [still, first] = [stillSnapshots(script, SETTINGS), firstSnapshots(script, SETTINGS)]
  expect(viewEnds(still)).toEqual(viewEnds(first))
  expect(deriveTurn(script, viewEnds(still))).toEqual(deriveTurn(script, viewEnds(first)))
  expect(deriveStatuses(script, viewEnds(still))).toEqual(deriveStatuses(script, viewEnds(first)))
  expect(checkpointAt(script, 0, still)).toEqual(checkpointAt(script, 0, first))
})
