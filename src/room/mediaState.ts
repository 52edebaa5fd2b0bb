import * as v from 'valibot'

/** What a member sends of its own devices now, as it tells its partner on the data channel of files. */
const mediaState = v.strictObject({
  kind: v.literal('media'),
  /** Whether its microphone can be heard. */
  audio: v.boolean(),
  /** Whether its camera is on. */
  video: v.boolean(),
})

export type MediaState = Omit<v.InferOutput<typeof mediaState>, 'kind'>

export function writeMediaState({ audio, video }: MediaState): string {
  return JSON.stringify({ kind: 'media', audio, video })
}

/** Reads what a partner says of its media; null if a text is something else. Never throws. */
export function readMediaState(text: string): MediaState | null {
  try {
    const { success, output } = v.safeParse(mediaState, JSON.parse(text))
    return success ? { audio: output.audio, video: output.video } : null
  } catch {
    return null
  }
}
