import type { ViteDevServer } from 'vite'
import { createServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lessonsPlugin } from '../../build/lessons-plugin'
import { pagesPlugin } from '../../build/pages-plugin'
import { makeSampleSite } from './sample'

// Building, serving and the first colouring of code take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('the dev server', () => {
  const site = makeSampleSite()
  let server: ViteDevServer

  beforeAll(async () => {
    server = await createServer({
      root: site.root,
      base: './',
      appType: 'mpa',
      configFile: false,
      logLevel: 'silent',
      plugins: [lessonsPlugin(), pagesPlugin()],
      server: { host: '127.0.0.1', port: 47310 },
    })
    await server.listen()
  })

  afterAll(async () => {
    await server.close()
    site.remove()
  })

  async function ask(path: string): Promise<{ url: string; status: number; text: string }> {
    const response = await fetch(new URL(path, server.resolvedUrls!.local[0]), {
      headers: { accept: 'text/html' },
    })
    const { pathname, search } = new URL(response.url)
    return { url: pathname + search, status: response.status, text: await response.text() }
  }

  test('serves a known address filled for that address', async () => {
    const { status, text } = await ask('/en/call/create-offer/')
    expect(status).toBe(200)
    expect(text).toContain('<html lang="en" data-root="../../../">')
    expect(text).toContain('<title>Lesson &lt;create-offer&gt; | Handshake</title>')
    expect(text).toContain('src="/src/main.ts"')
  })

  test('adds the last slash and keeps the query', async () => {
    expect(await ask('/zh/call/create-offer?tab=sdp')).toMatchObject({
      url: '/zh/call/create-offer/?tab=sdp',
      status: 200,
    })
  })

  test('does not know other addresses', async () => {
    expect((await ask('/zh/call/no-such-step/')).status).toBe(404)
    expect((await ask('/fr/')).status).toBe(404)
  })

  test('serves each lesson as a module, and reloads the page after an edit', async () => {
    const send = vi.spyOn(server.environments.client.hot, 'send')
    const load = async () => {
      const module = await server.transformRequest('/lessons/steps/03-create-offer/en.md')
      return module?.code ?? ''
    }
    expect(await load()).toContain('Ask the browser first.')
    site.write('lessons/steps/03-create-offer/en.md', '---\ntitle: a\nsummary: b\n---\n\nEdited.\n')
    await expect.poll(load, { timeout: 15_000 }).toContain('Edited.')
    expect(send).toHaveBeenCalledWith({ type: 'full-reload' })
  })
})
