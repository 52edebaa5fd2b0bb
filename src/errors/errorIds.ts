/** All errors and silent failures that have a page, by family, in the order of their list. */
export const ERROR_GROUPS = [
  {
    id: 'calls',
    errors: [
      'wrong-state-stable',
      'wrong-state-have-remote-offer',
      'wrong-state-have-local-offer',
      'remote-description-null',
      'cannot-create-answer',
      'cannot-create-offer',
      'rollback-refused',
      'connection-closed',
      'sdp-modified',
      'track-added-twice',
      'missing-argument',
    ],
  },
] as const

export type ErrorGroupId = (typeof ERROR_GROUPS)[number]['id']

/** Folder under lessons/errors, address `/zh/errors/<id>/`, and target of `error:` links. */
export type ErrorId = (typeof ERROR_GROUPS)[number]['errors'][number]

export const ERROR_IDS: readonly ErrorId[] = ERROR_GROUPS.flatMap(({ errors }): readonly ErrorId[] => errors)

/** Whether a text from outside (an address, a link) names an error. */
export function isErrorId(text: string): text is ErrorId {
  return (ERROR_IDS as readonly string[]).includes(text)
}
