/** The attributes that make an element the panel of a tab of `UiTabs`. */
export function tabPanel(name: string, id: string) {
  return {
    id: `${name}-panel-${id}`,
    role: 'tabpanel',
    'aria-labelledby': `${name}-tab-${id}`,
    'data-state': 'active',
  }
}
