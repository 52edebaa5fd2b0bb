import type { DumpSample } from '../../diagnosis/samples'
import { toRecording } from '../../diagnosis/toRecording'
import type { Moment, NoRecording } from '../../diagnosis/toRecording'
import { redactorFor, redactRecording } from '../../recording/redactRecording'
import type { CallFrame } from '../../session/callFrame'
import type { CallSession } from '../../session/callSession'
import { openRecording } from '../../session/openRecording'
import type { StatsSample } from '../../session/statsRecorder'
import { foreignFrames } from './foreignFrame'
import type { ShownCall, ShownDump } from './readerMessages'

/** A call of the dumps that every panel of the evidence can show, at any moment. */
export interface OpenedCall {
  readonly session: CallSession
  /** Shows a frame of the session as that of a foreign call. */
  readonly shown: (frame: CallFrame) => CallFrame
  /** The first position: what comes before only tells a bench what to do. */
  readonly first: number
  readonly moments: readonly Moment[]
  readonly isCut: boolean
}

/** Opens a call of the dumps, redacted or not. `readSamples` gives the statistics of a connection, as `DumpReader` does. */
export async function openCall(
  dumps: readonly ShownDump[],
  call: ShownCall,
  isHidden: boolean,
  readSamples: (dump: number, connection: string) => Promise<readonly DumpSample[]>,
): Promise<OpenedCall | { readonly problem: NoRecording }> {
  const made = toRecording(dumps, call)
  if ('problem' in made) return made
  const { script, moments, isCut, start, preamble } = made
  const ends = (['caller', 'callee'] as const).flatMap((end) => {
    const place = call[end]
    return place === null ? [] : [{ end, place, shift: end === 'callee' ? (call.offset?.by ?? 0) : 0 }]
  })
  const read = await Promise.all(
    ends.map(async ({ end, place, shift }) =>
      (await readSamples(place.dump, place.id)).map(({ at, stats }): StatsSample => {
        const since = start === null ? 0 : at - shift - start
        return { at: Math.max(0, since), conn: end, stats }
      }),
    ),
  )
  const samples = read.flat().sort((a, b) => a.at - b.at)
  const redact = redactorFor(made.recording)
  const recording = isHidden ? redactRecording(made.recording, undefined, redact) : made.recording
  const session = openRecording({
    ...recording,
    script,
    samples: isHidden ? redact(samples) : samples,
  })
  session.history.lookAt(null)
  const shown = foreignFrames(
    session.frame.value.now.trace.whole,
    ends.map(({ end }) => end),
    preamble,
  )
  return { session, shown, first: preamble, moments, isCut }
}
