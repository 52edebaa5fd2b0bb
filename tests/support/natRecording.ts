import type { Settings } from '../../machines/contracts'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import type { End } from '../../machines/steps'
import { makeRecording } from '../../src/recording/makeRecording'
import type { CapturedPacket } from '../../src/recording/packetSchema'
import type { Recording } from '../../src/recording/recording'
import { writeRecording } from '../../src/recording/writeRecording'
import { mergeTabLogs } from '../../src/session/mergeTabLogs'
import type { SharedEntry } from '../../src/tabs/tabMessage'
import type { NatReport } from './natInPage'

/** What takes the place of a TURN password; its form is that of other redacted recordings (src/redact/placeholders.ts). */
const CREDENTIAL = 'credential-1'

export interface NatCall {
  title: string
  settings: Settings
  /** Milliseconds since 1970. */
  began: number
  made: Date
  reports: Record<End, NatReport>
  packets: readonly CapturedPacket[]
}

/** The recording of a call whose ends were in two browsers, as a text, without the passwords of TURN servers. */
export function write({ title, settings, began, made, reports, packets }: NatCall): string {
  const sessionOf = (end: End) => ({
    id: end,
    settings,
    entries: reports[end].entries.map(({ at, event }) => ({
      at: Math.max(0, at - began),
      event: event as SharedEntry['event'],
    })),
  })
  const { log } = mergeTabLogs(HANDSHAKE_13, settings, {
    caller: sessionOf('caller'),
    callee: sessionOf('callee'),
  })
  // The headless shell calls itself by another name.
  const names = [reports.caller.browser, reports.callee.browser].map((name) =>
    name.replace('HeadlessChrome', 'Chromium'),
  )
  const browsers = [...new Set(names)].join(' → ')
  const recording = makeRecording({ script: HANDSHAKE_13, settings, log, browser: browsers, made, title })
  return writeRecording({ ...withoutCredentials(recording), packets: [...packets] })
}

function withoutCredentials(recording: Recording): Recording {
  return JSON.parse(
    JSON.stringify(recording, (name, value: unknown) =>
      name === 'credential' && typeof value === 'string' ? CREDENTIAL : value,
    ),
  ) as Recording
}
