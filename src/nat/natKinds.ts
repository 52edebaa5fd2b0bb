/** The classic kinds of NAT, from no NAT at all to the strictest. */
export const NAT_KINDS = ['none', 'full-cone', 'restricted', 'port-restricted', 'symmetric'] as const
export type NatKind = (typeof NAT_KINDS)[number]

/** What a public port, or the permission to use it, depends on (RFC 4787 §4.1 and §5). */
export type Dependence = 'independent' | 'address' | 'address-and-port'

export interface Behavior {
  /** Which public port an outgoing packet gets. */
  readonly mapping: Dependence
  /** Who may send to that port. */
  readonly filtering: Dependence
}

/** The two behaviors of each classic kind. */
export const BEHAVIORS: Readonly<Record<NatKind, Behavior>> = {
  none: { mapping: 'independent', filtering: 'independent' },
  'full-cone': { mapping: 'independent', filtering: 'independent' },
  restricted: { mapping: 'independent', filtering: 'address' },
  'port-restricted': { mapping: 'independent', filtering: 'address-and-port' },
  symmetric: { mapping: 'address-and-port', filtering: 'address-and-port' },
}
