import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import QrCode from '../../../src/ui/QrCode.vue'

/** The three finder patterns of ISO/IEC 18004 §6.3.3: 7×7, in three corners. */
function hasFinders(path: string, size: number, border: number): boolean {
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${String(x)} ${String(y)}`))
  const corners = [
    [border, border],
    [size - border - 7, border],
    [border, size - border - 7],
  ] as const
  return corners.every(([left, top]) =>
    Array.from({ length: 7 }, (_, n) => n).every((n) =>
      [`${left + n} ${top}`, `${left} ${top + n}`, `${left + n} ${top + 6}`, `${left + 6} ${top + n}`].every(
        (module) => dark.has(module),
      ),
    ),
  )
}

it('draws any address as a code with its finders and a border of light, and with a name', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
      const code = mount(QrCode, { props: { text, label: 'the address' } })
      const size = Number(code.get('rect').attributes('width'))
      const path = code.get('path').attributes('d') ?? ''
      expect(hasFinders(path, size, 4)).toBe(true)
      for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g))
        for (const at of [Number(x), Number(y)]) {
          expect(at).toBeGreaterThanOrEqual(4)
          expect(at).toBeLessThan(size - 4)
        }
      expect(code.get('[role="img"]').attributes('aria-label')).toBe('the address')
    }),
    { numRuns: 8 },
  )
})
