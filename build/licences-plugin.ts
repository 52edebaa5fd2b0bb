import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = /.*\/node_modules\/(?:@[^/]+\/)?[^/?]+/

/**
 * Vite lists the licences of the packages in pages, but not of those only in workers. `ofWorkers` belongs to the
 * plugins of workers and records their packages; `ofPages` adds them to Vite's list, a file of the same name.
 */
export function licencesPlugins(fileName: string): { ofWorkers: () => Plugin; ofPages: Plugin } {
  const folders = new Set<string>()
  return {
    ofWorkers: () => ({
      name: 'handshake:worker-licences',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          for (const id of chunk.moduleIds) {
            const [folder] = PACKAGE.exec(id) ?? []
            if (folder !== undefined) folders.add(folder)
          }
        }
      },
    }),
    ofPages: {
      name: 'handshake:licences',
      apply: 'build',
      writeBundle: {
        order: 'post',
        sequential: true,
        handler({ dir }) {
          if (dir) addLicences(join(dir, fileName), folders)
        },
      },
    },
  }
}

function addLicences(file: string, folders: ReadonlySet<string>) {
  const listed = readFileSync(file, 'utf8')
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string
      version: string
      license: string
    }
    const heading = `\n## ${name} - ${version} (${license})\n`
    if (!listed.includes(heading)) appendFileSync(file, `${heading}\n${licenceText(folder)}\n`)
  }
}

function licenceText(folder: string): string {
  const name = readdirSync(folder).find((file) => /^(?:licen[cs]e|copying)/i.test(file))
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim()
}
