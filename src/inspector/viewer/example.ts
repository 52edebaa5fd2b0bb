import { machinesOf } from '../../../machines/endMachine'
import type { End } from '../../../machines/steps'
import { fetchExample } from '../../recording/examples'
import { readRecordingFile } from '../../recording/readRecording'
import type { ReadResult } from '../../recording/readRecording'
import { toPlain } from '../bridge/toPlain'
import type { InspectorMessage, PlainSnapshot } from '../inspectorMessages'

type OpenRecording = Extract<ReadResult, { ok: true }>

/** What the window would have got from the two machines of a recorded call, had it been open at that time. */
export function messagesOf({ recording, script, snapshots }: OpenRecording): InspectorMessage[] {
  const saved = Date.parse(recording.made)
  const length = recording.log.at(-1)?.at ?? 0
  const timeOf = (at: number) => String(Math.round(saved - length + at))
  const snapshotOf = (end: End, index: number): PlainSnapshot => {
    const { status, value, context } = snapshots[index]?.[end] ?? {}
    return toPlain({ status, value, context }) as PlainSnapshot
  }
  /** Another text than the name: the window takes an actor that is named like its session for one without a name. */
  const sessionOf = (end: End) => `recorded:${end}`
  const actors = (['caller', 'callee'] as const).map((end): InspectorMessage => {
    const definition = JSON.stringify(toPlain(machinesOf(script)[end].config))
    const snapshot = snapshotOf(end, 0)
    const base = { sessionId: sessionOf(end), name: end, createdAt: timeOf(0) }
    return { type: '@xstate.actor', ...base, definition, snapshot }
  })
  const events = recording.log.flatMap(({ at, end, event }, index): InspectorMessage[] => {
    const base = { sessionId: sessionOf(end), createdAt: timeOf(at), event: toPlain(event) }
    return [
      { type: '@xstate.event', ...base },
      { type: '@xstate.snapshot', ...base, snapshot: snapshotOf(end, index + 1) },
    ]
  })
  return [...actors, ...events]
}

/** Loads a recorded call and replays its machines. Throws if that fails. */
export async function loadExample(): Promise<InspectorMessage[]> {
  const result = await readRecordingFile(await fetchExample('chromium-connected'))
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`)
  return messagesOf(result)
}
