import type { InspectionEvent } from 'xstate'
import { openSignaling } from '../../broadcast-signaling/signaling'
import type { EndEvent, Settings } from '../../machines/contracts'
import type { MachineEvent } from '../../machines/machineEvents'
import type { EndSnapshot } from '../../machines/progress'
import type { Script } from '../../machines/script'
import type { End } from '../../machines/steps'
import { createPeer } from '../peer/createPeer'
import type { EndStreams } from './callSession'
import type { CallWorld } from './callWorld'
import { channelNameOf } from './channelName'
import { hangUpAsLeft, hangUp, closeSignalingWhenOver } from './hangUp'
import { openEnd } from './openEnd'
import type { OpenEnd } from './openEnd'

/** What the ends report until they are closed. */
export interface EndEvents {
  onEvent(end: End, event: EndEvent | MachineEvent, snapshot: EndSnapshot): void
  onStreams(end: End, streams: EndStreams): void
  onInspect(report: InspectionEvent): void
}

export function createOwnEnds(world: CallWorld, news: EndEvents) {
  let ends: Partial<Record<End, OpenEnd>> = {}
  // A new object for each opening, so that a late event of a closed end cannot enter the next call.
  let opening = {}
  let cancelGoodbye: () => void = () => undefined

  const list = () => Object.values(ends)

  return {
    /** Opens ends on a signaling channel; earlier ends must have been closed. */
    open(script: Script, own: readonly End[], channelId: string, settings: Settings) {
      const current = (opening = {})
      for (const end of own) ends[end] = open(end)

      function open(end: End): OpenEnd {
        return openEnd({
          script,
          end,
          room: channelId,
          settings,
          // Only an end in another tab can be reloaded.
          partner: own.length > 1 ? 'first' : 'latest',
          openSignaling: (options) =>
            world.openSignaling?.(options) ??
            openSignaling({ ...options, channel: world.openChannel(channelNameOf(channelId)) }),
          createPeer: ({ onFact }) =>
            createPeer({
              end,
              ...world,
              onFact,
              onStreams: (streams) => {
                if (current === opening) news.onStreams(end, streams)
              },
            }),
          onInspect: news.onInspect,
          onEvent: (event, snapshot) => {
            if (current !== opening) return
            news.onEvent(end, event, snapshot)
            closeSignalingWhenOver(list())
          },
        })
      }
    },
    /** One of the ends; undefined for an end that another tab plays, and between two calls. */
    get: (end: End) => ends[end],
    list,
    hangUp() {
      cancelGoodbye()
      cancelGoodbye = hangUp(list())
    },
    /** Closes the ends because the page is being left. */
    hangUpAsLeft() {
      hangUpAsLeft(list())
    },
    close() {
      cancelGoodbye()
      // From here on, events of the old ends are ignored.
      opening = {}
      for (const end of list()) end.close()
      ends = {}
    },
  }
}
