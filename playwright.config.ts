import { defineConfig } from '@playwright/test'
import { findBrowser, findHeadlessShell, findWebKit } from './scripts/browsers.mjs'

const port = process.env['HANDSHAKE_TEST_PORT'] ?? '4173'
const address = `http://127.0.0.1:${port}`
const chromium = findBrowser('chromium')
// Tests that need the prompts of the whole browser launch it themselves (tests/browser/errors/seen.ts).
const shell = findHeadlessShell()
const firefox = findBrowser('firefox')
// `npm run test:all` runs every test in both browsers. `npm test` leaves out tests tagged @deep, and runs in Firefox
// only those that depend on the engine (@engine). No run has tests tagged @chromium in Firefox.
const all = process.env['HANDSHAKE_TESTS'] === 'all'

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  // One more than the cores of CI: a test that waits leaves its core to another.
  workers: 3,
  // A retry is counted and reported as flaky; a developer should see the failure at once.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // Each test has a new browser, in which the service worker would cache the whole app: only offline.spec.ts needs
  // that.
  use: { baseURL: address, trace: 'on-first-retry', serviceWorkers: 'block' },
  webServer: { command: `node scripts/serve.mjs --port ${port}`, url: address, reuseExistingServer: false },
  projects: [
    {
      name: 'chromium',
      ...(!all && { grepInvert: /@deep/ }),
      use: {
        browserName: 'chromium',
        permissions: ['camera', 'microphone'],
        launchOptions: {
          ...(chromium && { executablePath: shell ?? chromium.executablePath }),
          args: [
            ...(shell === undefined ? [] : ['--use-fake-ui-for-media-stream']),
            '--use-fake-device-for-media-stream=fps=10',
            // With the permissions above, candidates are found even on a machine without a network.
            '--allow-loopback-in-peer-connection',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
    {
      name: 'firefox',
      ...(all ? { grepInvert: /@chromium/ } : { grep: /@engine/, grepInvert: /@deep|@chromium/ }),
      use: {
        browserName: 'firefox',
        ...(firefox && !firefox.own && { channel: 'moz-firefox' }),
        launchOptions: {
          ...(firefox && { executablePath: firefox.executablePath }),
          firefoxUserPrefs: {
            'media.navigator.streams.fake': true,
            'media.navigator.permission.disabled': true,
            'media.cubeb.force_mock_context': true,
            'media.navigator.video.default_fps': 10,
            'media.navigator.video.default_width': 160,
            'media.navigator.video.default_height': 120,
          },
        },
      },
    },
    // Driven by W3C WebDriver: Playwright's own WebKit is not in Debian's packages.
    ...(findWebKit() ? [{ name: 'webkitgtk', testDir: 'tests/webkit', fullyParallel: false }] : []),
  ],
})
