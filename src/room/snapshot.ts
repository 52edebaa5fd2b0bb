/** The widest picture that is sent; a larger video is made smaller. */
const WIDEST = 640

/** What a video shows now, as a JPEG; null if it shows nothing yet. */
export async function takePicture(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return null
  const scale = Math.min(1, WIDEST / videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', 0.85)
  })
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}
