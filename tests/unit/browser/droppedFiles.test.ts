import { expect, test } from 'vitest'
import { droppedFiles, namedFiles } from '../../../src/browser/droppedFiles'

const fileAt = (fullPath: string) => ({
  isFile: true,
  isDirectory: false,
  fullPath,
  file: (done: (file: File) => void) => {
    done(new File(['x'], fullPath.split('/').at(-1) ?? ''))
  },
})

/** A folder whose reader gives two entries at a time. */
const folderAt = (fullPath: string, children: readonly object[]) => ({
  isFile: false,
  isDirectory: true,
  fullPath,
  createReader: () => {
    let at = 0
    return {
      readEntries: (done: (entries: object[]) => void) => {
        done(children.slice(at, (at += 2)))
      },
    }
  },
})

const dropOf = (entries: readonly object[], files: readonly File[] = []) =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer

test('all files of a dropped folder are found, also in folders inside it; what cannot be read is left out', async () => {
  const broken = { ...fileAt('/class/broken.json'), file: (_: unknown, fail: () => void) => fail() }
  const inner = folderAt('/class/group', [fileAt('/class/group/c.json')])
  const folder = folderAt('/class', [fileAt('/class/a.json'), broken, inner, fileAt('/class/b.json')])
  const found = await droppedFiles(dropOf([folder, fileAt('/alone.json')]))
  expect(found.map(({ path }) => path)).toEqual([
    'class/a.json',
    'class/group/c.json',
    'class/b.json',
    'alone.json',
  ])
})

test('where a browser gives no entries, the plain files are taken', async () => {
  const found = await droppedFiles(dropOf([], [new File(['x'], 'a.json')]))
  expect(found.map(({ path }) => path)).toEqual(['a.json'])
  expect(await droppedFiles(null)).toEqual([])
  expect(namedFiles([Object.assign(new File([], 'a'), { webkitRelativePath: 'f/a' })])[0]?.path).toBe('f/a')
})
