import type { EndContext } from '../../../machines/contracts'
import type { Operation } from '../../../machines/endActors'
import type { Field, Values } from './fields'

export const GROUPS = ['media', 'description', 'candidates', 'channels', 'repair', 'close'] as const
export type Group = (typeof GROUPS)[number]

/** One operation that a learner can run at an end. */
export interface Row {
  /** Its name on the page; a method that stands in two groups has two names. */
  readonly name: string
  readonly group: Group
  /** The method, by which a lab opens it. */
  readonly call: string
  readonly fields: readonly Field[]
  /** The operation with these arguments; null while one is missing. Throws a SyntaxError for an argument that is no JSON. */
  make(values: Values, context: EndContext): Operation | null
}

/** The same operation without the fields that are undefined. */
export function operation(call: string, fields: Record<string, unknown> = {}): Operation {
  return { call, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) }
}

/** A row that has the name of its method. */
export function simple(group: Group, call: string, ...fields: Field[]): Omit<Row, 'make'> {
  return { name: call, group, call, fields }
}

/** Needs a transceiver, a track or a channel that exists. */
export function complete(made: Operation, ...needed: (string | undefined)[]): Operation | null {
  return needed.every((value) => value !== undefined && value !== '') ? made : null
}

/** A field that holds JSON. */
export function jsonField(id: 'encodings' | 'json', first: string): Field {
  return { id, kind: 'json', first: () => first }
}
