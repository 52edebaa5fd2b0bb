/** A test of `npm run test:all` only: it takes long, and a shorter test covers the same less completely. */
export const DEEP = '@deep'

/**
 * A test that `npm test` also runs in Firefox, because its outcome depends on the engine. `npm run test:all` runs all
 * there.
 */
export const ENGINE = '@engine'

/** A test that never runs in Firefox: it needs what Playwright can do only with Chromium, or shows another scene there. */
export const CHROMIUM = '@chromium'
