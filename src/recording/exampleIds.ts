/** Recordings of calls on one page that come with the app, made by scripts/record.mjs. Named by browser and ending. */
export const EXAMPLE_IDS = [
  'chromium-connected',
  'firefox-connected',
  'firefox-ice-failed',
  'firefox-ice-repaired',
  'chromium-camera-refused',
  'chromium-no-candidates',
] as const

export type ExampleId = (typeof EXAMPLE_IDS)[number]

/** Recordings of calls through real NATs, made by `npm run nat-bench`; named as its cases (scripts/nat/cases.mjs). */
export const NAT_EXAMPLE_IDS = [
  'direct-srflx',
  'address-restricted',
  'hole-punched',
  'double-nat',
  'symmetric-prflx',
  'symmetric-failed',
  'symmetric-relay',
  'relay-only',
  'turn-tcp',
  'turn-tls',
  'turn-wrong-password',
  'turn-expired',
  'stun-blocked',
  'network-change',
  'firefox-hole-punched',
] as const

export type NatExampleId = (typeof NAT_EXAMPLE_IDS)[number]

/** Whether a text is the id of a recording of a real network. */
export function isNatExampleId(text: string): text is NatExampleId {
  return (NAT_EXAMPLE_IDS as readonly string[]).includes(text)
}

/** Whether a text from outside (an address) is the id of an example. */
export function isExampleId(text: string): text is ExampleId | NatExampleId {
  return (EXAMPLE_IDS as readonly string[]).includes(text) || isNatExampleId(text)
}
