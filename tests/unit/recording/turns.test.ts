import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { expect, test } from 'vitest'
import { replayHistory } from '../../../src/session/replayHistory'
import { viewCall } from '../../../src/session/callView'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import type { ExampleId } from '../../../src/recording/exampleIds'
import { openExample } from './examples'

/** Whose turn it is and the status of each step: one line for each moment at which either changed. */
function turnsOf(id: ExampleId): string {
  const { settings, log } = openExample(id).recording
  const history = replayHistory(HANDSHAKE_13, settings, log)
  const lines = history.snapshots.map((_, index) => {
    const { turn, statuses } = viewCall(history, index)
    const { phase, step, end, tag } = turn
    return `${phase} ${String(step)} ${end} ${tag}: ${Object.values(statuses).join(' ')}`
  })
  const changes = lines.flatMap((line, at) => (line === lines[at - 1] ? [] : [`${String(at)} ${line}`]))
  return `${changes.join('\n')}\n`
}

test.each(EXAMPLE_IDS)('%s: whose turn it is at every moment', async (id) => {
  await expect(turnsOf(id)).toMatchFileSnapshot(`fixtures/${id}.turns.txt`)
})
