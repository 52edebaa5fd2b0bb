import { timelineWords } from '../../i18n/messages/timeline'
import { fill } from '../../i18n/i18n'
import type { Message } from '../../i18n/i18n'
import { connectionName } from '../../ui/connectionName'
import { formatClock } from '../../ui/format'
import { itemLabel, kindWords, messageDetail, sectionName } from './itemWords'
import type { Row } from './layout'

/** A row of the drawing in words, for readers who do not see it. */
export function rowWords(row: Row, t: (message: Message) => string): string {
  if (row.kind === 'gap' || row.kind === 'undrawn') return ''
  if (row.kind === 'section') {
    const { id, number, connection } = row.section
    const name = t(sectionName(id))
    const hidden = row.hidden > 0 ? fill(t(timelineWords.hiddenCount), { n: row.hidden }) : ''
    return join([number === null ? name : `${String(number)} ${name}`, t(connectionName(connection)), hidden])
  }
  const { item } = row
  const detail = item.path === null ? item.detail : messageDetail(item)
  const own = t(connectionName(item.connection))
  return join([formatClock(item.at), own, ...kindWords(item).map(t), itemLabel(item), detail])
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}
