import { sdpLineWords } from '../../i18n/messages/sdpLines'
import type { useI18n } from '../../i18n/useI18n'
import type { SdpSection } from '../../sdp/lines'

/** The name of a section: the session part, or a media section by its kind and mid. */
export function sectionName({ media, mid }: SdpSection, t: ReturnType<typeof useI18n>['t']): string {
  return media === null ? t(sdpLineWords.session) : t(sdpLineWords.section, { media, mid: mid ?? '–' })
}
