import type { Engine, ErrorFacts } from './errorFacts'
import { ENGINES } from './errorFacts'
import type { ErrorId } from './errorIds'
import { CALLS } from './facts/calls'
import { CAMERA } from './facts/camera'
import { DATA } from './facts/data'
import { ICE } from './facts/ice'
import { MEDIA } from './facts/media'
import { PATH } from './facts/path'
import { SDP } from './facts/sdp'
import { SETUP } from './facts/setup'

/** The facts of every error; the words are in lessons/errors/<id>/. */
export const ERROR_FACTS: Readonly<Record<ErrorId, ErrorFacts>> = {
  ...CALLS,
  ...CAMERA,
  ...SETUP,
  ...SDP,
  ...ICE,
  ...DATA,
  ...PATH,
  ...MEDIA,
}

/** The texts of one error, engine by engine, as a page lists them: the ones that were seen come first. */
export function listTexts(id: ErrorId): { engine: Engine; text: string; isSeen: boolean }[] {
  const { texts } = ERROR_FACTS[id]
  return ENGINES.flatMap((engine) => {
    const { seen = [], reported = [] } = texts[engine] ?? {}
    return [
      ...seen.map((text) => ({ engine, text, isSeen: true })),
      ...reported.map((text) => ({ engine, text, isSeen: false })),
    ]
  })
}

/** The same list, with one row for all texts of an engine that are seen, and one for those that are reported. */
export function groupTexts(id: ErrorId): { engine: Engine; isSeen: boolean; texts: readonly string[] }[] {
  const { texts } = ERROR_FACTS[id]
  return ENGINES.flatMap((engine) => {
    const { seen = [], reported = [] } = texts[engine] ?? {}
    return [
      { engine, isSeen: true, texts: seen },
      { engine, isSeen: false, texts: reported },
    ].filter((row) => row.texts.length > 0)
  })
}
