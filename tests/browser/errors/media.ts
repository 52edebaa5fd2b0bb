import type { Row } from './provocation'

/** Media that cannot be captured; no device is used. */
export const MEDIA: readonly Row[] = [
  [
    'neither audio nor video',
    'no-kinds-requested',
    'capture-media',
    () => navigator.mediaDevices.getUserMedia({}),
  ],
  [
    'a width that no camera has',
    'overconstrained',
    'capture-media',
    () => navigator.mediaDevices.getUserMedia({ video: { width: { exact: 99_999 } } }),
  ],
  [
    'a device that is not there',
    'overconstrained',
    'capture-media',
    () => navigator.mediaDevices.getUserMedia({ video: { deviceId: { exact: 'none' } } }),
  ],
]
