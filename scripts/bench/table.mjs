/** A Markdown table with columns as wide as their content, as Prettier writes it. */
export function table(/** @type {string[]} */ head, /** @type {string[][]} */ rows) {
  const widths = head.map((cell, at) =>
    Math.max(3, ...[cell, ...rows.map((row) => row[at] ?? '')].map(({ length }) => length)),
  )
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
