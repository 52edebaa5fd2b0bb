import type { End } from '../../machines/steps'
import type { RoomRole } from './roomRole'

/** unknown: nobody has been seen at this end; gone: the tab that played it has closed. */
export type Presence = 'unknown' | 'here' | 'gone'

/** How this tab shares its call with others. */
export interface TabsState {
  /** Where the address puts this tab. */
  readonly role: RoomRole
  /**
   * in: it plays its end; full: another tab plays that end, so this one may watch; cut-off: the channel between the
   * tabs is closed, or was never reached, and only a reload brings this tab back into its room.
   */
  readonly status: 'joining' | 'in' | 'full' | 'watching' | 'cut-off'
  /** The end that this tab plays; null while it plays none. */
  readonly own: End | null
  /** Who plays each end, this tab included. */
  readonly presence: Readonly<Record<End, Presence>>
  /** Another tab of the room runs another version of this app: neither takes what the other shares. */
  readonly hasOtherVersion: boolean
}

/** What is known before anybody has answered. */
export function joiningAt(role: RoomRole): TabsState {
  const status = role.end === null ? 'watching' : 'joining'
  const presence = { caller: 'unknown', callee: 'unknown' } as const
  return { role, status, own: null, presence, hasOtherVersion: false }
}

/** Whether a click in this tab can make an end act. A call on one page plays both. */
export function plays(tabs: TabsState | null, end: End): boolean {
  return tabs === null || tabs.own === end
}
