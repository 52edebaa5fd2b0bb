import { mkdirSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { PAGE_POLICY, ROOM_POLICY } from '../scripts/policy.mjs'
import { attachRelay } from '../scripts/relay.mjs'
import { ADDRESSES, findAddress, rootFrom } from './page-addresses'
import { addFirstFiles, firstFiles, styleFiles } from './first-view'
import { CONCEPT_COLLECTION, ERROR_COLLECTION, readCollection, STEP_COLLECTION } from './lesson-folders'
import { baseFolder, notFoundPage } from './not-found'
import { knownAddresses, pathOf, serveNotFound, withLastSlash } from './page-server'
import { withRenderer } from './renderer'
import { renderedPage } from './rendered-page'
import { readLabs } from './labs-list'
import { siteAddress, sitemap } from './sitemap'
import { fillTemplate, rebaseAssets, replacePolicy, withPolicy } from './page'
import type { Texts } from './page-content'
import { describePage } from './page-content'

function write(file: string, html: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, html)
}

function readTexts(root: string): Texts {
  return {
    steps: readCollection(root, STEP_COLLECTION),
    concepts: readCollection(root, CONCEPT_COLLECTION),
    errors: readCollection(root, ERROR_COLLECTION),
    labs: readLabs(root),
  }
}

/**
 * Gives every known address its own page: as files in a build, on request in dev and preview. `findFirst` finds the
 * files that a page loads at once; `useRenderer` gives what renders the app's pages.
 */
export function pagesPlugin(findFirst = firstFiles, useRenderer = withRenderer): Plugin {
  let lessonsRoot = ''
  return {
    name: 'handshake:pages',
    configResolved({ root }) {
      lessonsRoot = join(root, 'lessons')
    },
    configureServer({ middlewares, httpServer }) {
      if (httpServer) {
        const relay = attachRelay(httpServer as Server)
        httpServer.once('close', relay.close)
      }
      middlewares.use(withLastSlash)
      middlewares.use(knownAddresses)
    },
    configurePreviewServer({ middlewares, config }) {
      const folder = resolve(config.root, config.build.outDir)
      middlewares.use(withLastSlash)
      return () => middlewares.use(serveNotFound(folder))
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, { server, originalUrl, path }) {
        const address = findAddress(pathOf(originalUrl ?? path))
        // A build has one index.html for all addresses; it is filled after Vite has written its links.
        // No policy in development: Vite inserts styles into the page and uses a WebSocket.
        if (!server) return withPolicy(html, PAGE_POLICY)
        if (!address) return undefined
        return fillTemplate(html, describePage(address, readTexts(lessonsRoot)))
      },
    },
    async writeBundle({ dir }, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset' || !dir) return
      const template = index.source.toString()
      const texts = readTexts(lessonsRoot)
      const site = siteAddress(process.env['HANDSHAKE_SITE'])
      await useRenderer(dirname(lessonsRoot), async (render) => {
        for (const address of ADDRESSES) {
          const { page, components } = await renderedPage(address, describePage(address, texts, site), render)
          const files = [...new Set([...findFirst(address, bundle), ...styleFiles(components, bundle)])]
          const based = rebaseAssets(addFirstFiles(template, files), rootFrom(address.path))
          const html = address.page === 'room' ? replacePolicy(based, ROOM_POLICY) : based
          write(join(dir, address.path, 'index.html'), fillTemplate(html, page))
        }
      })
      if (site !== undefined) write(join(dir, 'sitemap.xml'), sitemap(site))
      write(join(dir, '404.html'), notFoundPage(baseFolder(process.env['HANDSHAKE_BASE'])))
      this.info(`${ADDRESSES.length} pages and 404.html`)
    },
  }
}
