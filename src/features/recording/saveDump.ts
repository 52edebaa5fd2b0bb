import { saveFile } from '../../browser/saveFile'
import { ownDump } from '../../diagnosis/ownDump'
import { toV3 } from '../../diagnosis/toV3'
import { fileName } from '../../recording/fileName'
import { takeRecording } from '../../recording/saveRecording'
import type { SaveChoices } from '../../recording/saveRecording'
import type { CallSource } from '../../session/callSource'

/**
 * Offers the call on screen as a download in RTCStatsDump v3, which other tools open too; returns the file's name.
 * Statistics are not in it, as they are not part of a recording.
 */
export function saveDump(source: Pick<CallSource, 'shown' | 'live'>, choices: SaveChoices): string {
  const recording = takeRecording(source, choices)
  const name = fileName(recording).replace(/\.json$/, '-rtcstats-v3.jsonl')
  saveFile(name, 'application/json', toV3(ownDump(recording)))
  return name
}
