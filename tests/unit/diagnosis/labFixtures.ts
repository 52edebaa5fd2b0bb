import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDump } from '../../../src/diagnosis/readDump'
import type { Dump } from '../../../src/diagnosis/dump'

const FOLDER = 'tests/fixtures/labs'

/** The labs whose failing call is stored. */
export const LABS = readdirSync(FOLDER).sort()

/** A stored file of a lab's failing call, as it is on disk. */
export function labBytes(lab: string, file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, lab, file)))
}

/** The dump in a file of a lab. Throws if there is none. */
export async function labDump(lab: string, file: string): Promise<Dump> {
  return dumpIn(labBytes(lab, file))
}

/** The dump in the bytes of a file. Throws if there is none. */
export async function dumpIn(bytes: Uint8Array): Promise<Dump> {
  const reading = await readDump(bytes)
  if ('problem' in reading) throw new Error(`${reading.problem} ${reading.detail}`)
  return reading.dump
}

/** The dump in a text. Throws if there is none. */
export async function dumpOf(text: string): Promise<Dump> {
  return dumpIn(new TextEncoder().encode(text))
}

/** A file of tests/fixtures/dumps, as it is on disk. */
export function storedBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join('tests/fixtures/dumps', file)))
}
