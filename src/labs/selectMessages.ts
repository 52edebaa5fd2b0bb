import type { AppMessage, TrayMessage } from '../../machines/bench/benchContracts'
import { kindOf } from './condition'
import type { Replacement, Selector } from './lab'

/** The messages that a selector names, in the order of the signaling server. */
export function selectMessages(messages: readonly TrayMessage[], selector: Selector): TrayMessage[] {
  const [place, kind] = split(selector)
  const meant = messages.filter((message) => kind === null || kindOf(message) === kind)
  if (place === 'first') return meant.slice(0, 1)
  return place === 'last' ? meant.slice(-1) : meant
}

function split(selector: Selector): [place: string, kind: string | null] {
  const [first = 'all', kind] = selector.split(' ')
  if (kind !== undefined) return [first, kind]
  return first === 'first' || first === 'last' || first === 'all' ? [first, null] : ['all', first]
}

/** A message with other words in its description or candidate. */
export function editMessage(body: AppMessage, replacements: readonly Replacement[]): AppMessage {
  if (body.kind === 'description') {
    const { description } = body
    return { ...body, description: { ...description, sdp: replaceIn(description.sdp, replacements) } }
  }
  if (body.kind !== 'candidate') return body
  const { candidate } = body
  return { ...body, candidate: { ...candidate, candidate: replaceIn(candidate.candidate, replacements) } }
}

/** A text in which each of the exact texts is replaced, wherever it stands. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((changed, { find, put }) => changed.replaceAll(find, () => put), text)
}
