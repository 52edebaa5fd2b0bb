import { HELLO_CHANNEL } from './inspectorMessages'

/**
 * The channel on which an app that was reloaded finds a window that stayed open. null where the browser has none, or
 * throws because the site may store nothing: then the window must be opened again.
 */
export function openHello(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(HELLO_CHANNEL)
  } catch {
    return null
  }
}
