import type { End } from '../../machines/steps'
import type { Message } from '../i18n/i18n'
import { common } from '../i18n/messages/common'

/** A connection as far as its name needs it; without a role it is not known which end offered. */
export interface NamedConnection {
  readonly id: string
  readonly role: End | null
}

/** The name of a connection: its role, otherwise its id. */
export function connectionName({ id, role }: NamedConnection): Message {
  return role === null ? { zh: id, en: id } : common[role]
}

/** The colour of a connection: that of its role; a connection without a role has a neutral one. */
export function connectionColour({ role }: NamedConnection): string {
  return role === null ? 'var(--ink-2)' : `var(--${role})`
}

/** The light background for the words of a connection. */
export function connectionTint({ role }: NamedConnection): string {
  return role === null ? 'var(--faint)' : `var(--${role}-tint)`
}
