/**
 * The colours of tokens.css, whose text it is given, as one style for what loads no style sheet: they follow the
 * system's theme, unless the root element has another one in `data-theme`. Paper has the light ones.
 */
export function themeStyle(tokens: string): string {
  const [light = '', dark = ''] = tokens
    .split(":root[data-theme='dark']")
    .map((part) => [...part.matchAll(/--[\w-]+: #[0-9a-f]{6}/g)].map(([token]) => token).join(';'))
  return [
    `:root{color-scheme:light;${light}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;${dark}}}`,
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${dark}}}`,
  ].join('')
}

/** The fonts of tokens.css as one style. */
export function fontStyle(tokens: string): string {
  const found = [...tokens.matchAll(/--(?:sans|mono):[^;]*;/g)].map(([token]) => token.replace(/\s+/g, ' '))
  return `:root{${found.join('')}}`
}
