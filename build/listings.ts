import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The programs that pages print whole; some of them run there too. */
const FOLDER = fileURLToPath(new URL('../lessons/code/', import.meta.url))

const NAME = /^[a-z][a-z-]*\.(m?js|html)$/

/** Whether a text from a lesson names a program of lessons/code/. */
export function isListing(name: string): boolean {
  return NAME.test(name) && existsSync(FOLDER + name)
}

/** The text of a program, byte by byte. */
export function readListing(name: string): string {
  return readFileSync(FOLDER + name, 'utf8')
}

/** The language that a program is coloured in. */
export function listingLanguage(name: string): string {
  return name.endsWith('.html') ? 'html' : 'js'
}
