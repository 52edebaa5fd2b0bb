/** What UiButton passes on to its native button; `data-action` is `dataAction` to the template's checker. */
export interface NativeButton {
  disabled?: boolean
  onClick?: (event: MouseEvent) => void
  [attribute: `aria-${string}` | `data${Capitalize<string>}`]: string | boolean | undefined
}
