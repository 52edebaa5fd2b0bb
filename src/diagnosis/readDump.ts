import type { DumpFormat, Reading } from './dump'
import { readFirefox } from './formats/firefox'
import { readHar } from './formats/har'
import { readInternals } from './formats/internals'
import { readOwnRecording } from './formats/ownRecording'
import { createPace } from './formats/pace'
import type { Pace, ReadOptions } from './formats/pace'
import { readPasted } from './formats/pasted'
import { readJitsi, readRtcstats } from './formats/rtcstats'
import { embeddedIn } from './embedded'
import { isErrorText, recognise } from './recognise'
import { unpack } from './unpack'

type Reader = (text: string, pace: Pace) => Promise<Reading>

/** The reader of each format. */
const READERS: Partial<Record<DumpFormat, Reader>> = {
  'webrtc-internals': readInternals,
  'rtcstats-v3': readRtcstats,
  'jitsi-rtcstats': readJitsi,
  'firefox-report': readFirefox,
  har: readHar,
  recording: readOwnRecording,
  sdp: readPasted('sdp'),
  candidates: readPasted('candidates'),
  signals: readPasted('signals'),
  'error-text': readPasted('error-text'),
}

/**
 * Reads a file that somebody brought, of any format that `recognise` knows, by its content alone: browsers and trackers
 * change names. Pure: it runs in a worker and in Node. It rejects only with the reason of `options.signal`.
 */
export async function readDump(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const unpacked = await unpack(bytes, options.signal)
  if ('problem' in unpacked) return { format: null, ...unpacked }
  if (options.as !== undefined) return readAs(options.as, unpacked.text, options)
  const format = recognise(unpacked.text)
  const isLoose = format === null || LOOSE.includes(format)
  const embedded = isLoose ? embeddedIn(unpacked.text) : null
  if (embedded !== null) return readAs(embedded.format, embedded.text, options)
  if (format === null) return { problem: 'unknown', format: null, detail: '' }
  const reading = await readAs(format, unpacked.text, options)
  // Error texts quote the beginning of a description.
  const isError =
    'problem' in reading && reading.problem === 'unknown' && isLoose && isErrorText(unpacked.text)
  return isError ? readAs('error-text', unpacked.text, options) : reading
}

/** What any text may look like that holds something else. */
const LOOSE: readonly DumpFormat[] = ['sdp', 'candidates', 'signals', 'error-text']

/** Reads a text as the format that a person says it is. Like `readDump`, it rejects only with the signal's reason. */
export async function readAs(format: DumpFormat, text: string, options: ReadOptions = {}): Promise<Reading> {
  const reader = READERS[format]
  if (reader === undefined) return { problem: 'unknown', format, detail: '' }
  try {
    return await reader(text.replace(/^\uFEFF/, ''), createPace(options))
  } catch (error) {
    options.signal?.throwIfAborted()
    // No input is known that comes here; a person still gets an answer.
    return { problem: 'unknown', format, detail: error instanceof Error ? error.message.slice(0, 200) : '' }
  }
}
