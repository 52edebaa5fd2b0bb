import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('fixtures/', import.meta.url)

/** Descriptions of real browsers; `HANDSHAKE_WRITE_SDP=1 npx playwright test sdp` writes them again. */
export const FIXTURES = ['chromium', 'firefox'].flatMap((browser) =>
  readdirSync(new URL(`${browser}/`, FOLDER)).map((file) => `${browser}/${file.replace('.sdp', '')}`),
)

/**
 * Whole descriptions in the dialects of servers, libraries and old browsers: written after the output of these ends,
 * with addresses of the documentation ranges (RFC 5737, RFC 3849) and made-up credentials.
 */
export const ENDS = readdirSync(new URL('ends/', FOLDER)).map((file) => `ends/${file.replace('.sdp', '')}`)

export function readFixture(name: string): string {
  return readFileSync(new URL(`${name}.sdp`, FOLDER), 'utf8')
}
