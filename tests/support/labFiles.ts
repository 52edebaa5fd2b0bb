import { readdirSync, readFileSync } from 'node:fs'
import type { Lab } from '../../src/labs/lab'

const FOLDER = 'lessons/labs'

/** The folders of all labs. */
export function labFolders(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

/** A file of a lab, as it is. */
export function readLabFile(id: string, file: 'lab' | 'zh' | 'en'): unknown {
  return JSON.parse(readFileSync(`${FOLDER}/${id}/${file}.json`, 'utf8'))
}

/** Every lab; labs.test.ts checks that they are what they claim to be. */
export function allLabs(): Lab[] {
  return labFolders().map((id) => readLabFile(id, 'lab') as Lab)
}
