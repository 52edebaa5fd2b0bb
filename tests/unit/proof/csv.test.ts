import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../../../src/proof/csv'

/** Reads what RFC 4180 allows with every cell quoted. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows: string[][] = []
  let row: string[] = []
  let rest = csv.slice(1)
  while (rest !== '') {
    const [all = '', text = '', end] = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest) ?? []
    expect(all).not.toBe('')
    row.push(text.replaceAll('""', '"'))
    if (end === '\r\n') {
      rows.push(row)
      row = []
    }
    rest = rest.slice(all.length)
  }
  return rows
}

test('cells that a spreadsheet would run are text; others and numbers stay as they are', () => {
  const cells = ['=1+1', '+49 30', '-cmd', '@SUM(A1)', '\tx', ' =1', '＝1', '王"小"明', 'a,b\nc', -3, '']
  expect(parse(toCsv([cells]))).toEqual([
    ["'=1+1", "'+49 30", "'-cmd", "'@SUM(A1)", "'\tx", "' =1", "'＝1", '王"小"明', 'a,b\nc', '-3', ''],
  ])
})

test('any rows come back whole, and no text cell begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 })), (rows) => {
      const read = parse(toCsv(rows))
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length))
      for (const [at, row] of read.entries())
        for (const [column, text] of row.entries()) {
          const given = rows[at]?.[column] ?? ''
          expect([given, `'${given}`]).toContain(text)
          expect(text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        }
    }),
  )
})
