import type { End } from '../../../machines/steps'
import { fill } from '../../i18n/i18n'
import type { Message } from '../../i18n/i18n'
import { common } from '../../i18n/messages/common'

/** A message about one end: `{end}` is replaced by its name, in each language. */
export function nameEnd({ zh, en }: Message, end: End): Message {
  return {
    zh: fill(zh, { end: common[end].zh }),
    en: fill(en, { end: common[end].en.toLowerCase() }),
  }
}
