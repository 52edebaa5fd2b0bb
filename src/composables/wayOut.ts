import { shallowRef } from 'vue'
import type { Message } from '../i18n/i18n'

/** What the card of a failed step offers first, and so the primary button; null while no card is shown. */
export const wayOut = shallowRef<{ name: Message; act(): void } | null>(null)
