import { createApp } from 'vue'
import type { Component } from 'vue'
import { trustOwnScripts } from '../browser/trustedScripts'
import { firstLanguage, isReading, langTag } from '../i18n/i18n'
import { reading } from '../i18n/useI18n'
import { createLazyCall, LAZY_CALL } from '../session/lazyCall'
import { reportHeight } from './reportHeight'
import '../styles/tokens.css'
import '../styles/base.css'
import './embed.css'

/**
 * Shows one part of the app in a frame of another page. The build wrote the reading into the page; the theme is a
 * parameter of the address (docs/embed.md). Nothing is stored, because a browser may block that in such a frame.
 */
export function startEmbed(component: Component, props: Readonly<Record<string, unknown>>): void {
  const { dataset } = document.documentElement
  trustOwnScripts()
  if (isReading(dataset['reading'] ?? '')) reading.value = dataset['reading'] as typeof reading.value
  document.documentElement.lang = langTag(firstLanguage(reading.value))
  followTheme()
  createApp(component, props)
    .provide(
      LAZY_CALL,
      createLazyCall(() => Promise.reject(new Error('an embedded part has no call'))),
    )
    .mount('#app')
  reportHeight(document.body)
}

/** `theme=light` or `theme=dark`; anything else is the system's theme, also when it changes. */
function followTheme() {
  const { dataset } = document.documentElement
  const asked = new URLSearchParams(location.search).get('theme')
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const set = () => {
    dataset['theme'] = asked === 'light' || asked === 'dark' ? asked : dark.matches ? 'dark' : 'light'
  }
  set()
  dark.addEventListener('change', set)
}
