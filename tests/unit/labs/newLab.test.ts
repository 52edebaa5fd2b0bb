import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { labFiles, makeLab } from '../../../scripts/lab.mjs'
import type { Lab, LabWords } from '../../../src/labs/lab'
import { labSchema, labWordsSchema } from '../../../src/labs/labSchema'
import { wordGaps } from '../../../src/labs/wordGaps'

test('a new lab fits the schema, with words for each of its parts', () => {
  const files = labFiles('my-lab')
  expect(v.safeParse(labSchema, files['lab.json']).issues).toBeUndefined()
  for (const file of ['zh.json', 'en.json']) {
    expect(v.safeParse(labWordsSchema, files[file]).issues).toBeUndefined()
    expect(wordGaps(files['lab.json'] as unknown as Lab, files[file] as unknown as LabWords)).toEqual([])
  }
})

test('a new lab gets a folder, once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labs-'))
  try {
    expect(makeLab('my-lab', folder)).toBeNull()
    expect(readdirSync(join(folder, 'my-lab')).sort()).toEqual(['en.json', 'lab.json', 'zh.json'])
    expect(JSON.parse(readFileSync(join(folder, 'my-lab/lab.json'), 'utf8'))).toMatchObject({ id: 'my-lab' })
    expect(makeLab('my-lab', folder)).toContain('exists already')
    expect(makeLab('My lab', folder)).toContain('My lab')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
