import { saveFile } from '../browser/saveFile'
import type { CallHistory } from '../session/callHistory'
import type { Call } from '../session/createCall'
import { describeBrowser } from './describeBrowser'
import { fileName } from './fileName'
import { makeRecording } from './makeRecording'
import { MAX_ENTRIES } from './recording'
import type { Recording } from './recording'
import { redactRecording } from './redactRecording'
import type { CallSource } from '../session/callSource'
import { writeRecording } from './writeRecording'

export interface SaveChoices {
  title: string
  redacts: boolean
}

/**
 * Offers the call on screen as a download; returns the file's name. Throws for a file that could not be opened again
 * (writeRecording).
 */
export function saveRecording(source: Pick<CallSource, 'shown' | 'live'>, choices: SaveChoices): string {
  const recording = takeRecording(source, choices)
  const name = fileName(recording)
  saveFile(name, 'application/json', writeRecording(recording))
  return name
}

/**
 * The recording to save. An open recording keeps its date and browser. Of a log that is too long for a file the
 * beginning is saved, which replays by itself.
 */
export function takeRecording(
  { shown, live }: Pick<CallSource, 'shown' | 'live'>,
  { title, redacts }: SaveChoices,
): Recording {
  const recording = shown.value === null ? recordLive(live.value) : shown.value.recording
  const { title: _, ...untitled } = recording
  const titled = title.trim() === '' ? untitled : { ...untitled, title: title.trim() }
  return redacts ? redactRecording(titled) : titled
}

/** A call that has ended as a file that nobody has saved, to be opened at once: nothing is redacted. */
export function unsavedFile(history: CallHistory): Blob {
  return new Blob([writeRecording(recordHistory(history))])
}

function recordLive(live: Call | null): Recording {
  if (live === null) throw new Error('there is no call to save')
  return recordHistory({ ...live.currentHistory(), log: live.log() })
}

function recordHistory({
  script,
  log,
  snapshots,
}: Pick<CallHistory, 'script' | 'log' | 'snapshots'>): Recording {
  const [first] = snapshots
  if (first === undefined) throw new Error('a history has its first snapshots')
  return makeRecording({
    script,
    settings: first.caller.context.settings,
    log: log.slice(0, MAX_ENTRIES),
    browser: describeBrowser(navigator),
    made: new Date(),
  })
}
