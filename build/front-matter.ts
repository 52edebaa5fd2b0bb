/** The two parts of a lesson file; `firstLine` is where the body starts, for error messages. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, string>>
  readonly body: string
  readonly firstLine: number
}

/** Splits a lesson into its plain `key: value` lines and its body. */
export function splitFrontMatter(source: string, file: string): FrontMatter {
  const lines = source.split(/\r?\n/)
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0)
    throw new Error(`${file}:1: front matter must stand between two --- lines`)
  const fields: Record<string, string> = {}
  for (const [index, line] of lines.slice(1, end).entries()) {
    const where = `${file}:${index + 2}`
    const [, key, value] = /^([a-z]+): +(\S.*)$/.exec(line) ?? []
    if (!key || !value) throw new Error(`${where}: front matter must be lines of "key: value"`)
    if (/^["'[{>|&*!]/.test(value))
      throw new Error(`${where}: "${key}" must be plain text, without YAML marks`)
    if (key in fields) throw new Error(`${where}: "${key}" is given twice`)
    fields[key] = value.trim()
  }
  return { fields, body: lines.slice(end + 1).join('\n'), firstLine: end + 2 }
}
