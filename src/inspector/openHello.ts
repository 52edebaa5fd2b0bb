import { HELLO_CHANNEL } from './inspectorMessages'

/**
 * The channel on which an app that was reloaded says hello to a window that stayed open. null where the browser has
 * none, or throws because the site may keep nothing: then the window has to be opened again.
 */
export function openHello(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(HELLO_CHANNEL)
  } catch {
    return null
  }
}
