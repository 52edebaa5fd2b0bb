/** Names by profile_idc, the first byte of profile-level-id (ITU-T H.264 Annex A). */
const PROFILES = new Map<string, string>([
  ['42', 'Baseline'],
  ['4d', 'Main'],
  ['58', 'Extended'],
  ['64', 'High'],
  ['6e', 'High 10'],
  ['7a', 'High 4:2:2'],
  ['f4', 'High 4:4:4'],
])

/** Profile of `42e01f`: the second byte's flags make Baseline and High constrained (RFC 6184 §8.1, table 5). */
export function h264Profile(id: string): string {
  const flags = Number.parseInt(id.slice(2, 4), 16)
  const name = PROFILES.get(id.slice(0, 2).toLowerCase()) ?? '?'
  const isConstrained =
    name === 'Baseline' ? (flags & 0x40) !== 0 : name === 'High' && (flags & 0x0c) === 0x0c
  return isConstrained ? `Constrained ${name}` : name
}

/** Level of `42e01f`: the third byte is ten times the level. */
export function h264Level(id: string): string {
  const level = Number.parseInt(id.slice(4, 6), 16) / 10
  return Number.isNaN(level) ? '?' : level.toFixed(1)
}
