import { shallowRef } from 'vue'
import type { Message } from '../i18n/i18n'
import { isStep } from '../lessons/lessonIds'
import type { LessonId } from '../lessons/lessonIds'

/** Where the primary button of a connected call leads: the note on the connection, What now?, or its first door. */
export type Lead = 'connected' | 'next' | 'door'

/** Where the primary button of a connected call leads from the note and the evidence tab on screen. */
export function leadOf(lesson: LessonId, tab: unknown): Lead {
  if (isStep(lesson)) return 'connected'
  return tab === 'next' ? 'door' : 'next'
}

/** What a door of What now? asks of the page: a note, a dialog, or the end of the call. */
export type DoorTarget = LessonId | 'two-tabs' | 'end-call' | 'recordings'

/** The first door of What now?, while that is on screen. */
export const firstDoor = shallowRef<{ name: Message; open(): void } | null>(null)

/** Whether the primary button has just opened What now?, which then takes the focus. */
export const isLedOn = shallowRef(false)
