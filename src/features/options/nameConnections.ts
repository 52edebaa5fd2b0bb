import type { Message } from '../../i18n/i18n'
import { fill } from '../../i18n/i18n'
import { connectionName } from '../../ui/connectionName'
import type { NamedConnection } from '../../ui/connectionName'

/** A message about some connections: `{ends}` is replaced by their names, in each language. */
export function nameConnections(message: Message, connections: readonly NamedConnection[]): Message {
  const names = connections.map(connectionName)
  const zh = names.map((name) => name.zh).join('和')
  const en = names.map((name) => name.en.toLowerCase()).join(' and the ')
  return { zh: fill(message.zh, { ends: zh }), en: fill(message.en, { ends: en }) }
}
