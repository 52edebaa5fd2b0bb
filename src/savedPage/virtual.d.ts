declare module 'virtual:saved-page/player' {
  /** The script and the style of a saved page, made small. */
  export const player: { readonly script: string; readonly style: string }
  /** The Content Security Policy of a saved page: it allows exactly these two. */
  export const filePolicy: string
}
