import { describe, expect, it } from 'vitest'
import { scrollTopFor } from '../../../../src/features/map/scrollWithin'

describe('scrollTopFor', () => {
  const view = { top: 100, height: 400 }

  it('stays where the piece is seen', () => {
    expect(scrollTopFor(view, { start: 200, end: 240 })).toBeNull()
  })

  it('goes up to a piece above, not past the start', () => {
    expect(scrollTopFor(view, { start: 60, end: 100 })).toBe(44)
    expect(scrollTopFor(view, { start: 4, end: 44 })).toBe(0)
  })

  it('goes down just far enough for a piece below', () => {
    expect(scrollTopFor(view, { start: 490, end: 530 })).toBe(146)
  })
})
