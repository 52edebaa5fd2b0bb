import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { positionOf } from '../../../src/composables/addressPosition'
import { lessonOfAddress } from '../../../src/composables/selectedLesson'
import { useTheme } from '../../../src/composables/useTheme'
import { isReading } from '../../../src/i18n/i18n'
import { reading } from '../../../src/i18n/useI18n'
import { isLessonId } from '../../../src/lessons/lessonIds'
import { tabOf } from '../../../src/evidence/evidenceTabs'
import WireMessage from '../../../src/evidence/wire/WireMessage.vue'
import type { WireRow } from '../../../src/evidence/wire/wireRows'
import { createProgress } from '../../../src/progress/progressStore'
import { createAppRouter } from '../../../src/router'
import { readRoomRole } from '../../../src/tabs/roomRole'
import { hostileText, NASTY } from './arbitraries'

// The test is about addresses, so the call page is not loaded.
vi.mock('../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

beforeEach(() => {
  localStorage.clear()
})

const part = fc.oneof(
  hostileText.map(encodeURIComponentLoosely),
  fc.constantFrom('zh', 'en', 'both', 'call', 'concepts', 'create-offer', 'constructor', '__proto__'),
  fc.constantFrom('%', '%E0%A4%A', '%00', '%2F', '..', '.', '%2e%2e', '//', '\\', 'x'.repeat(20_000)),
)

/** Lone surrogates cannot be encoded; they stay. */
function encodeURIComponentLoosely(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text
  }
}

test('any address leads to a page, in a language, with an evidence tab and a moment or none', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  const query = fc.dictionary(fc.constantFrom('at', 'tab', 'room', 'end'), fc.oneof(hostileText, part))
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), query, part, async (path, asked, hash) => {
      const search = Object.entries(asked).map(([key, value]) => `${key}=${value}`).join('&') // prettier-ignore
      // As a browser hands it over.
      const { href, origin } = new URL(`http://x/${path.join('/')}?${search}#${hash}`)
      await router.push(href.slice(origin.length))
      const { name, params, query: found } = router.currentRoute.value
      expect(['home', 'call', 'concepts', 'concept', 'glossary', 'not-found']).toContain(name)
      expect(isReading(reading.value)).toBe(true)
      expect(isLessonId(lessonOfAddress(params['step']))).toBe(true)
      expect([null, 'next', 'sdp', 'ice', 'wire', 'timeline', 'machine', 'slots', 'stats']).toContain(
        tabOf(found),
      )
      expect(positionOf(found) ?? 0).toBeGreaterThanOrEqual(0)
      const place = readRoomRole(new URLSearchParams(search))
      if (place !== null) expect(place.room).toMatch(/^[\w-]{4,32}$/)
      expect(document.title).not.toBe('')
    }),
    { numRuns: 150 },
  )
}, 60_000)

describe('what this browser kept', () => {
  test('may be anything: the theme and the progress are what they can be', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.json()), (text) => {
        for (const key of ['progress', 'theme', 'reading']) localStorage.setItem(`handshake.${key}`, text)
        expect(['auto', 'light', 'dark']).toContain(useThemeOnce())
        const store = createProgress()
        store.judged('q', true)
        store.ranSteps(['capture-media'])
        expect(createProgress().progress.value.predictions['q']?.right).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test('counts on in this visit when there is no room for more', () => {
    createProgress().ranSteps(['capture-media'])
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const store = createProgress()
    store.judged('q', true)
    store.judged('q', true)
    expect(store.progress.value.predictions['q']).toEqual({ right: 2, wrong: 0 })
    expect(store.progress.value.steps).toEqual(['capture-media'])
  })

  function useThemeOnce(): string {
    let found = ''
    const wrapper = mount({
      setup() {
        found = useTheme().theme.value
        return () => null
      },
    })
    wrapper.unmount()
    return found
  }
})

test.each(NASTY)('a refusal for %j is shown as text', async (reason) => {
  const row: WireRow = {
    key: 1,
    from: { id: 'caller', role: 'caller' },
    to: { id: 'callee', role: 'callee' },
    kind: reason,
    seq: null,
    count: null,
    size: 0,
    sentAt: null,
    arrivedAt: 1,
    outcome: 'refused',
    reason,
    detail: reason,
    message: null,
  }
  const wrapper = mount(WireMessage, { props: { row } })
  await wrapper.get('button').trigger('click')
  expect(wrapper.find('img, script').exists()).toBe(false)
  expect(wrapper.text()).toContain(reason.trim())
})
