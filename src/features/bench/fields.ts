import type { EndContext } from '../../../machines/contracts'
import { transceiversOf } from '../../labs/transceivers'
import type { argumentChoices, argumentNames } from '../../i18n/messages/operations'

export type FieldId = keyof typeof argumentNames
export type ChoiceId = keyof typeof argumentChoices

/** The values of a row's arguments, as they stand in the form. */
export type Values = Readonly<Record<string, string>>

/** A choice of an argument: a name in code, or words. */
export interface Option {
  readonly value: string
  /** Words for it; without them the value itself is its name. */
  readonly words?: ChoiceId
}

/** An argument of an operation, as the form asks for it. */
export interface Field {
  readonly id: FieldId
  /** choice: one of a list; the others are typed. */
  readonly kind: 'choice' | 'text' | 'json' | 'sdp'
  /** The choices at this moment, for `choice`. */
  options?(context: EndContext, values: Values): readonly Option[]
  /** What a typed field holds before the learner types. */
  first?(context: EndContext): string
  /** Whether it is asked for with these values; by default always. */
  shown?(values: Values): boolean
}

const named =
  (...words: ChoiceId[]) =>
  (): Option[] =>
    words.map((value) => ({ value, words: value }))

const coded =
  (...values: string[]) =>
  (): Option[] =>
    values.map((value) => ({ value }))

/** A field whose choices are words. */
export function wordsField(id: FieldId, ...words: ChoiceId[]): Field {
  return { id, kind: 'choice', options: named(...words) }
}

/** A field whose choices are names in code. */
export function codeField(id: FieldId, ...values: string[]): Field {
  return { id, kind: 'choice', options: coded(...values) }
}

/** The tracks that the end has captured: `video`, or `screen video` of another capture. */
export function capturedTracks({ bench, media }: EndContext): Option[] {
  const others = (bench?.operations ?? []).flatMap(({ operation, state }) => {
    const { call, name, source } = operation
    if (call !== 'capture' || state !== 'done' || typeof name !== 'string' || name === '') return []
    return [[name, source] as const]
  })
  // The last capture of a name counts.
  const captures = new Map<string, unknown>([
    ...(media === null ? [] : [['', media.source] as const]),
    ...others,
  ])
  return [...captures].flatMap(([name, source]) =>
    (source === 'screen' ? ['video'] : ['video', 'audio']).map((kind) => ({
      value: `${name} ${kind}`.trim(),
    })),
  )
}

/** A choice among captured tracks. */
export const trackField: Field = {
  id: 'track',
  kind: 'choice',
  options: (context) => orNone(capturedTracks(context), 'noTracks'),
}

/** A choice among the transceivers of the connection. */
export const transceiverField: Field = {
  id: 'transceiver',
  kind: 'choice',
  options: ({ peer }) =>
    orNone(
      transceiversOf(peer).map(({ id }) => ({ value: id })),
      'noTransceivers',
    ),
}

/** A choice among the data channels of the end. */
export const channelField: Field = {
  id: 'channel',
  kind: 'choice',
  options: ({ bench }) =>
    orNone(
      (bench?.channels ?? []).map(({ id }) => ({ value: id })),
      'noChannels',
    ),
}

/** A list that is empty says so; its value is empty, so the operation is incomplete. */
function orNone(options: Option[], words: ChoiceId): Option[] {
  return options.length > 0 ? options : [{ value: '', words }]
}

/** The values that the form shows: what was chosen while it is still a choice, otherwise the first. */
export function valuesOf(fields: readonly Field[], chosen: Values, context: EndContext): Values {
  const values: Record<string, string> = {}
  for (const field of fields) {
    const wish = chosen[field.id]
    const options = field.options?.(context, values)
    if (options === undefined) values[field.id] = wish ?? field.first?.(context) ?? ''
    else
      values[field.id] = options.some(({ value }) => value === wish)
        ? (wish ?? '')
        : (options[0]?.value ?? '')
  }
  return values
}

/** The track that a choice names: `screen video`. */
export function trackOf(value: string): { kind: string; media?: string } {
  const at = value.lastIndexOf(' ')
  return at === -1 ? { kind: value } : { media: value.slice(0, at), kind: value.slice(at + 1) }
}
