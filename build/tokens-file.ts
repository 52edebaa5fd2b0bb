import { readFileSync } from 'node:fs'

/** The text of the file that holds the colours and fonts of the app. */
export function tokensFile(): string {
  return readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8')
}
