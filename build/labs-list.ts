import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lab, LabWords } from '../src/labs/lab'
import { LAB_IDS } from '../src/labs/labIds'
import type { LabId } from '../src/labs/labIds'

/** A lab as its files hold it. `root` is the folder of the lessons. */
export function readLabFiles(root: string, id: string): { lab: Lab; zh: LabWords; en: LabWords } {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(root, 'labs', id, `${name}.json`), 'utf8'))
  return { lab: read('lab') as Lab, zh: read('zh') as LabWords, en: read('en') as LabWords }
}

/** The words of the labs in both languages; a site without labs has none. */
export type LabTexts = Readonly<Partial<Record<LabId, { readonly zh: LabWords; readonly en: LabWords }>>>

/** The words of every lab that the folder of the lessons holds. */
export function readLabs(root: string): LabTexts {
  const ids = LAB_IDS.filter((id) => existsSync(join(root, 'labs', id)))
  return Object.fromEntries(ids.map((id) => [id, readLabFiles(root, id)]))
}

/** What lists and links need of every lab: its title, its level and the pages that it belongs to. */
export function labList(root: string): Record<string, unknown> {
  return Object.fromEntries(
    LAB_IDS.map((id) => {
      const { lab, zh, en } = readLabFiles(root, id)
      return [id, { title: { zh: zh.title, en: en.title }, level: lab.level, links: lab.links }]
    }),
  )
}
