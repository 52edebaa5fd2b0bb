/** Name of the BroadcastChannel that both ends of a call use. */
export function channelNameOf(channelId: string): string {
  return `handshake/${channelId}`
}

/** The ends that this page plays: both, one if another tab plays the other, or none if it only watches. */
