import type { RangeName } from './rangeNames'

/** A range of bytes of a packet with one meaning. */
export interface ByteRange {
  /** Index of the first byte. */
  readonly from: number
  /** Index after the last byte. */
  readonly to: number
  readonly name: RangeName
  /** What the bytes say, in the notation of the protocol; the same in every language. */
  readonly value: string
  /** The attribute or extension it belongs to, by its name in the RFC. */
  readonly of?: string
  /** How the value is worked out, a line of arithmetic each. */
  readonly work?: readonly string[]
}
