import { expect, it } from 'vitest'
import { describeBrowser } from '../../../src/recording/describeBrowser'
import { fileName } from '../../../src/recording/fileName'
import { openExample } from './examples'

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const brand = (name: string, version = '156') => ({ brand: name, version })

it.each([
  ['Google Chrome 156', CHROME, [brand('Not;A=Brand', '8'), brand('Chromium'), brand('Google Chrome')]],
  ['Chromium 156', CHROME, [brand('Chromium'), brand('Not A(Brand', '24')]],
  ['Chrome 156', CHROME, undefined],
  ['Edge 156', `${CHROME} Edg/156.0.3000.1`, undefined],
  ['Firefox 153', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', undefined],
  [
    'Safari 26.1',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    undefined,
  ],
  ['curl/8', 'curl/8', undefined],
  ['?', '', undefined],
])('%s', (name, userAgent, brands) => {
  expect(describeBrowser({ userAgent, ...(brands && { userAgentData: { brands } }) })).toBe(name)
})

it('names a file by time and browser', () => {
  const { recording } = openExample('chromium-connected')
  const made = '2026-05-04T03:02:01.000Z'
  expect(fileName({ ...recording, made, browser: 'Edge 156' })).toBe(
    'handshake-2026-05-04T03-02-01-edge-156.json',
  )
})
