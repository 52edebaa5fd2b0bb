/** A cell that a spreadsheet would run as a formula (OWASP, CSV injection); also in the full width of Chinese input. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Rows as a CSV file (RFC 4180) for spreadsheets: every cell is quoted, and one that would be a formula begins with an
 * apostrophe, so that it stays text. It begins with a byte order mark, without which Excel misreads Chinese.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  const text = String(value)
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
