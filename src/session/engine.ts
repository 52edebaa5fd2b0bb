import { firstSnapshots } from '../../machines/log'
import { appendEvent, mergeTabLogs } from './mergeTabLogs'
import { openHistory } from './openHistory'
import { createOwnEnds } from './ownEnds'

/** What runs the ends of a call: machines, connections and signaling. A page draws its first view without it. */
export const engine = { createOwnEnds, openHistory, firstSnapshots, appendEvent, mergeTabLogs }

export type Engine = typeof engine
export type OwnEnds = ReturnType<typeof createOwnEnds>
