/** What a learner does with a waiting message, or with the choice among them. */
export type TrayAction =
  'deliver' | 'drop' | 'repeat' | 'edit' | 'front' | 'up' | 'down' | 'next' | 'previous'

const KEYS: Readonly<Record<string, TrayAction>> = {
  d: 'deliver',
  x: 'drop',
  'shift+d': 'repeat',
  e: 'edit',
  'alt+home': 'front',
  'alt+arrowup': 'up',
  'alt+arrowdown': 'down',
  arrowup: 'previous',
  arrowdown: 'next',
}

/** The action of a key pressed in a list of messages; null for every other key. */
export function trayKeyOf({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): TrayAction | null {
  if (ctrlKey || metaKey) return null
  return KEYS[`${altKey ? 'alt+' : ''}${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`] ?? null
}
