import { stepNames } from '../../i18n/messages/steps'
import { timelineWords } from '../../i18n/messages/timeline'
import type { Message } from '../../i18n/i18n'
import { formatDuration } from '../../ui/format'
import type { SectionId } from './sections'
import type { TimelineItem } from './timelineItem'

/** The text of an item: its name, its count, its detail. */
export function itemLabel({ name, members }: TimelineItem): string {
  return members.length > 0 ? `${name} ×${String(members.length)}` : name
}

/** The text after a message's name: its size and the time it took. */
export function messageDetail({ detail, transit, path }: TimelineItem): string {
  const time = transit !== null && path !== 'out' && transit >= 1 ? formatDuration(transit) : ''
  return [detail, time].filter((part) => part !== '').join(' · ')
}

/** What kind of item it is, for readers who do not see its sign. */
export function kindWords(item: TimelineItem): Message[] {
  const { kind, path, server } = item
  return [
    timelineWords[kind],
    ...(path === null || kind === 'refused' ? [] : [timelineWords[isLost(item) ? 'lost' : path]]),
    ...(server === null
      ? []
      : [server === 'answers' ? timelineWords.serverAnswers : timelineWords.serverSilent]),
  ]
}

/** Whether a message was sent and nobody received it: a BroadcastChannel has no buffer. */
export function isLost({ path, transit }: TimelineItem): boolean {
  return path === 'out' && transit === null
}

/** A short text for a pause. */
export function formatPause(milliseconds: number): string {
  const seconds = milliseconds / 1000
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`
}

/** The name of a section. */
export function sectionName(id: SectionId): Message {
  if (id === 'before' || id === 'trace' || id === 'bench' || id === 'restart') return timelineWords[id]
  // A step of another script has only its id as a name.
  return Object.hasOwn(stepNames, id) ? stepNames[id as keyof typeof stepNames] : { zh: id, en: id }
}
