import { DEFAULT_SETTINGS } from './contracts'
import type { EndContext, EndInput } from './contracts'
import type { End } from './steps'

/**
 * The context of an end before its first step. XState's `transition()`, which replays a log, creates an actor without
 * input for each event. An exception each time, even a caught one, would take most of the time of a long replay.
 */
export function initialContext(end: End) {
  return ({ input }: { input: EndInput | undefined }): EndContext<string> => ({
    end,
    settings: input?.settings ?? DEFAULT_SETTINGS,
    done: [],
    media: null,
    peer: null,
    draft: null,
    receivedDescription: null,
    descriptionSent: false,
    gathered: false,
    local: [],
    remote: [],
    candidateErrors: [],
    patience: 'unknown',
    placeholder: null,
    tracks: [],
    problem: null,
    otherEnd: 'unknown',
    delivery: { state: 'confirmed', sent: -1, asks: 0 },
    closedBy: null,
  })
}
