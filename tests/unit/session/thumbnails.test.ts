import { expect, it, vi } from 'vitest'
import { createThumbnails, thumbnailAt } from '../../../src/session/thumbnails'

const image = () => ({ close: vi.fn() }) as unknown as ImageBitmap

it('finds the nearest thumbnail at or before a moment, and none before the first', () => {
  const stills = createThumbnails()
  for (const index of [20, 5, 12]) stills.add('caller.local', { index, image: image() })
  const kept = stills.kept.value.get('caller.local')
  expect([4, 5, 11, 12, 100].map((at) => thumbnailAt(kept, at)?.index)).toEqual([undefined, 5, 5, 12, 20])
  expect(thumbnailAt(stills.kept.value.get('callee.local'), 100)).toBeNull()
})

it('keeps a bounded number, and frees the memory of the others', () => {
  const stills = createThumbnails(3)
  const images = [1, 2, 3, 4].map((index) => ({ index, image: image() }))
  for (const still of images) stills.add('callee.remote', still)
  expect(stills.kept.value.get('callee.remote')?.map(({ index }) => index)).toEqual([1, 3, 4])
  expect(images.map(({ image: { close } }) => vi.mocked(close).mock.calls.length)).toEqual([0, 1, 0, 0])
  stills.clear()
  expect(stills.kept.value.size).toBe(0)
  expect(images.every(({ image: { close } }) => vi.mocked(close).mock.calls.length === 1)).toBe(true)
})

it('replaces a moment’s first thumbnail by the second', () => {
  const stills = createThumbnails()
  const [first, second] = [image(), image()]
  stills.add('caller.local', { index: 7, image: first })
  stills.add('caller.local', { index: 7, image: second })
  expect(stills.kept.value.get('caller.local')?.map((still) => still.image)).toEqual([second])
  expect(first.close).toHaveBeenCalledOnce()
})
