import type { End } from '../../machines/steps'
import type { Message } from '../i18n/i18n'
import { common } from '../i18n/messages/common'

/** A connection as far as its name goes; without a role nobody knows who offered. */
export interface NamedConnection {
  readonly id: string
  readonly role: End | null
}

/** What a connection is called: by its role, otherwise by its id. */
export function connectionName({ id, role }: NamedConnection): Message {
  return role === null ? { zh: id, en: id } : common[role]
}

/** A connection's colour: that of its role; one without a role has none of its own. */
export function connectionColour({ role }: NamedConnection): string {
  return role === null ? 'var(--ink-2)' : `var(--${role})`
}

/** The light colour behind a connection's words. */
export function connectionTint({ role }: NamedConnection): string {
  return role === null ? 'var(--faint)' : `var(--${role}-tint)`
}
