/** A profile of profile-level-id: its profile_idc, and which flags beside it must be set and which must not. */
type Profile = readonly [name: string, idc: number, set: number, clear: number]

/** RFC 6184 §8.1, table 5; the first match counts. Constrained and Progressive High came with H.264 of 2011. */
const PROFILES: readonly Profile[] = [
  ['Constrained Baseline', 0x42, 0x40, 0],
  ['Constrained Baseline', 0x4d, 0x80, 0],
  ['Constrained Baseline', 0x58, 0xc0, 0],
  ['Baseline', 0x42, 0, 0x40],
  ['Baseline', 0x58, 0x80, 0x40],
  ['Main', 0x4d, 0, 0x80],
  ['Extended', 0x58, 0, 0x80],
  ['Constrained High', 0x64, 0x0c, 0],
  ['Progressive High', 0x64, 0x08, 0x04],
  ['High', 0x64, 0, 0],
  ['High 10 Intra', 0x6e, 0x10, 0],
  ['High 10', 0x6e, 0, 0],
  ['High 4:2:2 Intra', 0x7a, 0x10, 0],
  ['High 4:2:2', 0x7a, 0, 0],
  ['High 4:4:4 Intra', 0xf4, 0x10, 0],
  ['High 4:4:4', 0xf4, 0, 0],
  ['CAVLC 4:4:4 Intra', 0x2c, 0, 0],
]

/** Whether a text is a profile-level-id: profile_idc, flags and level_idc, a byte each in hexadecimal. */
export function isProfileLevelId(id: string): boolean {
  return /^[\da-f]{6}$/i.test(id)
}

/** The profile of `42e01f`; `?` if it is not in the table. */
export function h264Profile(id: string): string {
  const [idc, flags] = [byteAt(id, 0), byteAt(id, 2)]
  const profile = PROFILES.find(
    ([, own, set, clear]) => own === idc && (flags & set) === set && (flags & clear) === 0,
  )
  return profile?.[0] ?? '?'
}

/** Constraint_set3_flag: with 11 it means level 1b, which is between 1 and 1.1 (H.264 §A.3.4). */
const SET3 = 0x10
const WITH_1B: readonly number[] = [0x42, 0x4d, 0x58]

/** The level of `42e01f`: the third byte is ten times the level; level 1b has its own form. */
export function h264Level(id: string): string {
  const [idc, flags, level] = [byteAt(id, 0), byteAt(id, 2), byteAt(id, 4)]
  const is1b = WITH_1B.includes(idc) ? level === 11 && (flags & SET3) !== 0 : level === 9
  return is1b ? '1b' : (level / 10).toFixed(1)
}

function byteAt(id: string, at: number): number {
  return Number.parseInt(id.slice(at, at + 2), 16)
}
