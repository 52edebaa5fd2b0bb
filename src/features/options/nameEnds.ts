import type { End } from '../../../machines/steps'
import type { Message } from '../../i18n/i18n'
import { fill } from '../../i18n/i18n'
import { common } from '../../i18n/messages/common'

/** A message about some of the ends: `{ends}` becomes their names, in each language its own. */
export function nameEnds(message: Message, ends: readonly End[]): Message {
  const zh = ends.map((end) => common[end].zh).join('和')
  const en = ends.map((end) => common[end].en.toLowerCase()).join(' and the ')
  return { zh: fill(message.zh, { ends: zh }), en: fill(message.en, { ends: en }) }
}
