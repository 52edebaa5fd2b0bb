import type { RangeName } from './rangeNames'

/** A range of bytes of a packet that have one meaning. */
export interface ByteRange {
  /** Index of the first byte. */
  readonly from: number
  /** Index after the last byte. */
  readonly to: number
  readonly name: RangeName
  /** The value in the notation of the protocol; the same in every language. */
  readonly value: string
  /** The attribute or extension it belongs to, named as in the RFC. */
  readonly of?: string
  /** How the value is computed, one line of arithmetic each. */
  readonly work?: readonly string[]
}
