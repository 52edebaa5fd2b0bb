/** An iframe element as text (docs/embed.md). It needs no permissions. Height in CSS px. */
export function embedCode({
  address,
  title,
  height,
}: {
  readonly address: string
  readonly title: string
  readonly height: number
}): string {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`
}
