import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { readdirSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { replayHistory } from '../../../src/session/replayHistory'
import { viewCall } from '../../../src/session/callView'
import type { CallView } from '../../../src/session/callView'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import type { ExampleId } from '../../../src/recording/exampleIds'
import { parseCandidate } from '../../../src/ice/candidate'
import { redactRecording } from '../../../src/recording/redactRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { exampleText, openExample } from './examples'
import { endsOf } from '../../support/endsOf'

function end(id: ExampleId): CallView {
  const { settings, log } = openExample(id).recording
  return viewCall(replayHistory(HANDSHAKE_13, settings, log))
}

const peers = ({ connections }: CallView) => connections.map(({ facts }) => facts.peer)

/** The states of both ends: one line for each entry that changed one of them. */
function pathOf(id: ExampleId): string {
  const { snapshots, recording } = openExample(id)
  const lines = snapshots.flatMap((moment, at) =>
    (['caller', 'callee'] as const).flatMap((one) => {
      const [before, now] = [snapshots[at - 1], moment].map((each) => each && JSON.stringify(each[one].value))
      const type = recording.log[at - 1]?.event.type ?? 'begin'
      return before === now ? [] : [`${String(at)} ${type} ${one} ${String(now)}`]
    }),
  )
  return `${lines.join('\n')}\n`
}

const ENDS: Record<ExampleId, (view: CallView) => void> = {
  'chromium-connected': ({ turn }) => expect(turn.phase).toBe('connected'),
  'firefox-connected': ({ turn }) => expect(turn.phase).toBe('connected'),
  'firefox-ice-failed': (view) => {
    expect(view.turn).toMatchObject({ phase: 'failed', step: null })
    expect(peers(view).map((peer) => peer?.connectionState)).toEqual(['failed', 'failed'])
  },
  'firefox-ice-repaired': ({ turn, trace }) => {
    expect(turn.phase).toBe('connected')
    expect(trace.events.filter(({ name }) => name === 'ice.restart')).toHaveLength(1)
  },
  'chromium-camera-refused': (view) => {
    expect(view.turn).toMatchObject({ step: 'capture-media', tag: 'failed' })
    expect(endsOf(view).caller.context.problem?.name).toBe('NotAllowedError')
  },
  'chromium-no-candidates': (view) => {
    expect(view.turn).toMatchObject({ phase: 'failed', step: null })
    expect(peers(view).map((peer) => peer?.iceConnectionState)).toEqual(['new', 'new'])
    expect(view.connections.flatMap(({ facts }) => facts.local)).toEqual([])
  },
}

describe.each(EXAMPLE_IDS)('%s', (id) => {
  it('ends as its name says, in the browser its name says', () => {
    ENDS[id](end(id))
    const [browser = ''] = id.split('-')
    expect(openExample(id).recording.browser.toLowerCase()).toContain(browser)
  })

  it('goes through the recorded states of both ends, in order', async () => {
    await expect(pathOf(id)).toMatchFileSnapshot(`fixtures/${id}.path.txt`)
  })

  it('is canonical: saved again it is the same file', () => {
    expect(writeRecording(openExample(id).recording)).toBe(exampleText(id))
  })

  it('is redacted, and says so', () => {
    const { recording } = openExample(id)
    expect(recording.redacted).toBe(true)
    expect(writeRecording(redactRecording({ ...recording, redacted: false }))).toBe(exampleText(id))
  })

  it('has candidates that still parse and still belong to the descriptions', () => {
    const text = exampleText(id)
    for (const { candidate } of end(id).connections.flatMap(({ facts }) => facts.local)) {
      expect(parseCandidate(candidate.candidate), candidate.candidate).not.toBeNull()
      expect(text).toContain(String.raw`a=ice-ufrag:${candidate.usernameFragment ?? 'none'}\r\n`)
    }
  })
})

test('every file is in the list, and every one in the list is a file', () => {
  const files = readdirSync(new URL('../../../src/recording/examples/', import.meta.url))
  // Beside the folder of those from real networks (natExamples.test.ts).
  const own = files.filter((name) => name !== 'nat')
  expect(own.sort()).toEqual(EXAMPLE_IDS.map((id) => `${id}.json`).sort())
})
