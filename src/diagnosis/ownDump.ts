import { replay } from '../../machines/log'
import { scriptOf } from '../recording/recording'
import type { Recording } from '../recording/recording'
import type { Dump } from './dump'
import { readOwnCall } from './formats/ownRecording'

/** A recording of this app as a dump. Throws where nothing of a connection is recorded. */
export function ownDump(recording: Recording): Dump {
  const { log, settings, browser, made } = recording
  const snapshots = replay(scriptOf(recording), settings, log)
  const reading = readOwnCall({ log, snapshots, browser, began: Date.parse(made) })
  if ('problem' in reading) throw new Error(reading.problem)
  return reading.dump
}
