import * as v from 'valibot'
import { recordingSchema } from '../recording'
import type { Recording } from '../recording'
import { redactAddress, redactAddresses } from './addresses'
import { createPlaceholders } from './placeholders'
import type { Placeholders } from './placeholders'
import { redactSentence, redactServerUrl, redactWire } from './texts'

/** How the text of a field is redacted, by its name; all others lose their addresses. */
const FIELDS: Record<string, (text: string, placeholders: Placeholders) => string> = {
  sdp: redactWire,
  candidate: redactWire,
  usernameFragment: (text, { of }) => of('ufrag', text),
  label: (text, { of }) => of('label', text),
  username: (text, { of }) => of('username', text),
  credential: (text, { of }) => of('credential', text),
  urls: redactServerUrl,
  url: redactServerUrl,
  address: redactAddress,
  title: redactSentence,
  message: redactSentence,
  detail: redactSentence,
  errorText: redactSentence,
}

/** These are the file's own, and nobody's secret. */
const KEPT = ['format', 'made', 'browser']

/**
 * A recording without what tells machines, networks and accounts apart: IP addresses and mDNS names, ufrag, pwd and
 * fingerprints, servers and their logins, names of devices. The same value becomes the same placeholder everywhere,
 * so descriptions and candidates still parse and still belong together. Ports stay.
 */
export function redactRecording(recording: Recording): Recording {
  if (recording.redacted) return recording
  const placeholders = createPlaceholders(JSON.stringify(recording))
  // Once to meet every secret, then once to replace each even where it stands before the place that gives it away.
  redact(recording, '', placeholders)
  const redacted = redact(recording, '', placeholders)
  return v.parse(recordingSchema, { ...Object(redacted), redacted: true })
}

function redact(value: unknown, key: string, placeholders: Placeholders): unknown {
  if (typeof value === 'string') return (FIELDS[key] ?? redactAddresses)(value, placeholders)
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, key, placeholders))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => [
    name,
    KEPT.includes(name) ? field : redact(field, name, placeholders),
  ])
  return Object.fromEntries(entries)
}
