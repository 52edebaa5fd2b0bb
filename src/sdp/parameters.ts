import type { SectionFacts } from './sectionFacts'
import { codecOf } from './sectionFacts'
import { splitParameter } from './fmtpTokens'
import { h264Profile } from './h264'

/**
 * The parameters of an fmtp line by name, so that neither their order nor spaces matter. A single word without `=`, as
 * for telephone-event, has the empty name. The content of red is given by codec, because numbers may differ.
 */
export function readParameters(
  text: string,
  codec: string,
  facts: SectionFacts,
): ReadonlyMap<string, string> {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 1 && !text.includes('=')) {
    const [word = ''] = parts
    return new Map([['', codec.toLowerCase() === 'red' ? namesOf(word, facts) : word]])
  }
  return new Map(
    parts.map((part) => {
      const { name, value } = splitParameter(part)
      const key = name.trim().toLowerCase()
      return [key, key === 'profile-level-id' ? value.trim().toLowerCase() : value.trim()]
    }),
  )
}

function namesOf(payloads: string, facts: SectionFacts): string {
  return payloads
    .split('/')
    .map((payload) => codecOf(facts, payload) ?? payload)
    .join('/')
}

/** The parameters that must be equal for two ends to be compatible; each end sets the others for itself. */
export function essentialsOf(codec: string, parameters: ReadonlyMap<string, string>): string {
  const get = (name: string, otherwise: string) => parameters.get(name) ?? otherwise
  switch (codec.toLowerCase()) {
    case 'h264':
      return `${h264Profile(get('profile-level-id', '420010'))} ${get('packetization-mode', '0')}`
    case 'h265':
      return `${get('profile-id', '1')} ${get('tier-flag', '0')} ${get('tx-mode', 'SRST')}`
    case 'vp9':
      return get('profile-id', '0')
    case 'av1':
      return get('profile', '0')
    default:
      return ''
  }
}

/** The differences between the parameters of two payload types, as they would be written. */
export function compareParameters(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { more: string[]; fewer: string[]; changed: string[] } {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const [more, fewer, changed]: [string[], string[], string[]] = [[], [], []]
  for (const name of names) {
    const [from, to] = [before.get(name), after.get(name)]
    if (from === to) continue
    if (from === undefined) more.push(write(name, to ?? ''))
    else if (to === undefined) fewer.push(write(name, from))
    else changed.push(`${write(name, from)} → ${to}`)
  }
  return { more, fewer, changed }
}

function write(name: string, value: string): string {
  if (name === '') return value
  return value === '' ? name : `${name}=${value}`
}
