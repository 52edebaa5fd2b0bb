import type { Lab, LabWords, Rule } from './lab'

/** Where the words of a lab do not fit its data: a goal, a rule or a route without words, or words for none. */
export function wordGaps(lab: Lab, words: LabWords): string[] {
  const parts: [name: string, items: readonly Pick<Rule, 'id'>[], words: object][] = [
    ['goals', lab.goals, words.goals],
    ['forbidden', lab.forbidden, words.forbidden ?? {}],
    ['solutions', lab.solutions, words.solutions],
    ['wrongIdeas', lab.wrongIdeas, words.wrongIdeas],
    [
      'differs',
      lab.differs === undefined ? [] : [{ id: 'differs' }],
      words.differs === undefined ? {} : { differs: '' },
    ],
  ]
  return parts.flatMap(([name, items, texts]) => {
    const ids = items.map(({ id }) => id)
    const known = Object.keys(texts)
    return [
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${name}.${id}: twice`),
      ...ids.filter((id) => !known.includes(id)).map((id) => `${name}.${id}: no words`),
      ...known.filter((id) => !ids.includes(id)).map((id) => `${name}.${id}: words for nothing`),
    ]
  })
}
