import { inject, watch } from 'vue'
import type { InjectionKey } from 'vue'
import { afterHydration, browserValue } from '../browser/hydration'
import { readStored, writeStored } from '../browser/storage'
import { useMedia } from '../browser/useMedia'
import { shell } from '../i18n/messages/shell'

/** `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

/** What the button says that steps through them. */
export const THEME_NAMES = { auto: shell.themeAuto, light: shell.themeLight, dark: shell.themeDark }

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

/** The theme of the app, for its header and for menus where the header is hidden. */
export const THEME: InjectionKey<ReturnType<typeof useTheme>> = Symbol('theme')

/** The theme of the app. Throws outside the app, where nothing provides one. */
export function useShownTheme() {
  const theme = inject(THEME)
  if (theme === undefined) throw new Error('no theme is provided')
  return theme
}
