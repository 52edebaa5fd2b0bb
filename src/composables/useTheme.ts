import { watch } from 'vue'
import { afterHydration, browserValue } from '../browser/hydration'
import { readStored, writeStored } from '../browser/storage'
import { useMedia } from '../browser/useMedia'

/** `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

/** The theme that follows another, for the one key or button that steps through all of them. */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
}

/**
 * The page's theme, stored for later visits; `<html data-theme>` holds the theme in effect. public/early.js sets it
 * before the first paint.
 */
export function useTheme() {
  const theme = browserValue<Theme>('auto', () => THEMES.find((one) => one === readStored('theme')) ?? 'auto')
  const isDark = useMedia('(prefers-color-scheme: dark)')

  function apply() {
    const preferred = isDark.value ? 'dark' : 'light'
    document.documentElement.dataset['theme'] = theme.value === 'auto' ? preferred : theme.value
  }

  watch([theme, isDark], apply)
  if (!import.meta.env.SSR) afterHydration(apply)

  function cycle() {
    theme.value = nextTheme(theme.value)
    writeStored('theme', theme.value)
  }

  return { theme, cycle }
}
