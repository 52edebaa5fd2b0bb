/** Characters that a recording may contain and XML may not, not even escaped (XML 1.0 §2.2). */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Replaces what no XML file may contain. */
export function withoutNonXml(text: string): string {
  return text.replace(NOT_XML, '\uFFFD')
}

/** Escapes a text for an element of XML, whatever it contains. */
export function escapeXml(text: string): string {
  return withoutNonXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
