import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Reading } from '../i18n/i18n'
import { reading } from '../i18n/useI18n'
import { nextReading } from './reading'
import { writeStored } from '../browser/storage'

/**
 * The reading of the page. Choosing another replaces the address: same page, same step, and no component is created
 * anew.
 */
export function useReading() {
  const route = useRoute()
  const router = useRouter()

  function choose(next: Reading) {
    writeStored('reading', next)
    const { name = 'home', params, query, hash } = route
    void router.replace({ name, params: { ...params, reading: next }, query, hash })
  }

  return {
    chosen: computed({ get: () => reading.value, set: choose }),
    cycle: () => choose(nextReading(reading.value)),
  }
}
