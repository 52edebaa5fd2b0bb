import { stepNames } from '../../i18n/messages/steps'
import { timelineWords } from '../../i18n/messages/timeline'
import type { Message } from '../../i18n/i18n'
import { formatDuration } from '../../ui/format'
import type { SectionId } from './sections'
import type { TimelineItem } from './timelineItem'

/** What is written of an item: its name, how many of them, its detail. */
export function itemLabel({ name, members }: TimelineItem): string {
  return members.length > 0 ? `${name} ×${String(members.length)}` : name
}

/** What a message says of its way: its size and the time it took. */
export function messageDetail({ detail, transit, path }: TimelineItem): string {
  const time = transit !== null && path !== 'out' && transit >= 1 ? formatDuration(transit) : ''
  return [detail, time].filter((part) => part !== '').join(' · ')
}

/** What an item is, for those who do not see its sign. */
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

/** Whether a message left and nobody has seen it arrive: a BroadcastChannel keeps nothing for latecomers. */
export function isLost({ path, transit }: TimelineItem): boolean {
  return path === 'out' && transit === null
}

/** A pause, short. */
export function formatPause(milliseconds: number): string {
  const seconds = milliseconds / 1000
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`
}

/** What a part of the call is called. */
export function sectionName(id: SectionId): Message {
  if (id === 'before' || id === 'trace' || id === 'restart') return timelineWords[id]
  // Another script's step has no name here but its id.
  return Object.hasOwn(stepNames, id) ? stepNames[id as keyof typeof stepNames] : { zh: id, en: id }
}
