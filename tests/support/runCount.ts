/** How often a property is tried: `short` in `npm test`, `whole` in `npm run test:all`. */
export function runCount(short: number, whole: number): number {
  return process.env['HANDSHAKE_TESTS'] === 'all' ? whole : short
}
