import type { PreviewServer } from 'vite'
import { preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pagesPlugin } from '../../build/pages-plugin'
import { makeSampleSite } from './sample'

// Building, serving and the first colouring of code take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('the preview of a build', () => {
  const site = makeSampleSite()
  let server: PreviewServer

  beforeAll(async () => {
    site.write('dist/zh/call/index.html', 'the call')
    site.write('dist/404.html', 'not found')
    server = await preview({
      root: site.root,
      appType: 'mpa',
      configFile: false,
      logLevel: 'silent',
      plugins: [pagesPlugin()],
      preview: { host: '127.0.0.1', port: 47320 },
    })
  })

  afterAll(async () => {
    await server.close()
    site.remove()
  })

  test.each([
    ['/zh/call/', 200, 'the call'],
    ['/zh/call?moment=3', 200, 'the call'],
    ['/zh/call/make-tea/', 404, 'not found'],
    ['/nowhere', 404, 'not found'],
    ['/assets/gone.js', 404, 'not found'],
  ])('answers %s with %i', async (path, status, text) => {
    const response = await fetch(new URL(path, server.resolvedUrls!.local[0]))
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(text)
  })
})
