/** The props that UiButton passes to its native button; the template checker calls `data-action` `dataAction`. */
export interface NativeButton {
  disabled?: boolean
  onClick?: (event: MouseEvent) => void
  [attribute: `aria-${string}` | `data${Capitalize<string>}`]: string | boolean | undefined
}
