/** How many cameras and microphones the browser reports; null where it does not say. Asks for no permission. */
export async function countDevices(
  devices: Pick<MediaDevices, 'enumerateDevices'> | undefined,
): Promise<{ cameras: number; microphones: number } | null> {
  try {
    const found = (await devices?.enumerateDevices()) ?? null
    if (found === null) return null
    const count = (kind: MediaDeviceKind) => found.filter((device) => device.kind === kind).length
    return { cameras: count('videoinput'), microphones: count('audioinput') }
  } catch {
    return null
  }
}
