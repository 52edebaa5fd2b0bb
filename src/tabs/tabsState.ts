import type { End } from '../../machines/steps'
import type { ClockOffset } from './roomClock'
import type { RoomRole } from './roomRole'

/** unknown: no tab has been seen at this end; gone: the tab that played it was closed. */
export type Presence = 'unknown' | 'here' | 'gone'

/** How this tab shares its call with others. */
export interface TabsState {
  /** The role in this tab's address. */
  readonly role: RoomRole
  /**
   * in: it plays its end; full: another tab plays that end, so this one may watch; cut-off: the channel between the
   * tabs is closed or was never opened, and only a reload brings this tab back into its room.
   */
  readonly status: 'joining' | 'in' | 'full' | 'watching' | 'cut-off'
  /** The end that this tab plays; null if it plays none. */
  readonly own: End | null
  /** Whether each end is played, by this tab or another. */
  readonly presence: Readonly<Record<End, Presence>>
  /** How far the clock of the room is ahead of this device's; null: unknown, or a tab of the same browser. */
  readonly clock: ClockOffset | null
  /** Whether another tab of the room runs another version of this app: the two ignore each other's messages. */
  readonly hasOtherVersion: boolean
}

/** The state before any tab has answered. */
export function joiningAt(role: RoomRole): TabsState {
  const status = role.end === null ? 'watching' : 'joining'
  const presence = { caller: 'unknown', callee: 'unknown' } as const
  return { role, status, own: null, presence, clock: null, hasOtherVersion: false }
}

/** Whether a click in this tab can make an end act. Without a room the page plays both ends. */
export function plays(tabs: TabsState | null, end: End): boolean {
  return tabs === null || tabs.own === end
}
