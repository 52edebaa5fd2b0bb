import type { Browser, BrowserType, Page } from '@playwright/test'
import type { ErrorId } from '../../../src/errors/errorIds'
import { findBrowser } from '../../../scripts/browsers.mjs'
import { ERROR_FACTS } from '../../../src/errors/errors'
import { installTools } from './inPage'
import type { TestedEngine } from './provocation'

/** Gives a Chromium without a camera a fake one. */
export const FAKE_DEVICE = '--use-fake-device-for-media-stream'

/** An empty page. */
export const BLANK = { contentType: 'text/html', body: '<!doctype html><title>blank</title>' }

/** Opens an empty page with the tools, on an origin; by default the app's own. */
export async function openBlank(page: Page, origin = ''): Promise<void> {
  await page.route('**/blank/', (route) => route.fulfill(BLANK))
  await page.goto(`${origin}blank/`)
  await page.evaluate(installTools)
}

/** The texts that the page of an error prints as seen in an engine. */
export function seenOf(error: ErrorId, engine: TestedEngine): readonly string[] {
  return ERROR_FACTS[error].texts[engine]?.seen ?? []
}

/** The engine of a Playwright project. */
export function engineOf(browserName: string): TestedEngine {
  return browserName === 'firefox' ? 'firefox' : 'chromium'
}

/**
 * Starts a browser that reads its permissions and devices when it starts. Chromium's is the whole browser: its headless
 * shell has no permission prompts.
 */
export async function launch(
  type: BrowserType,
  options: object,
  prefs: object,
  args: string[],
): Promise<Browser> {
  const { firefoxUserPrefs = {} } = options as { firefoxUserPrefs?: object }
  const firefox = { ...firefoxUserPrefs, ...prefs } as Record<string, string | number | boolean>
  const chromium = type.name() === 'chromium' ? findBrowser('chromium') : undefined
  const executable = chromium && { executablePath: chromium.executablePath }
  return type.launch({ ...options, ...executable, args, firefoxUserPrefs: firefox })
}
