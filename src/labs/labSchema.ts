import * as v from 'valibot'
import { condition, text } from './conditionSchema'
import { ROADS } from './lab'
import type { Lab, LabWords } from './lab'
import { actions, appRules, tool, trayRules } from './routeSchema'

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40))
const ids = v.pipe(v.array(id), v.maxLength(20))
const rule = { id, when: condition }
const bothEnds = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.strictObject({ caller: v.exactOptional(entry), callee: v.exactOptional(entry) })

/** Without ICE servers: a lab must not decide whom a learner's browser talks to. The learner's own stay. */
const settings = v.strictObject({
  media: v.exactOptional(v.literal('test-pattern')),
  trickle: v.exactOptional(v.boolean()),
  relayOnly: v.exactOptional(v.boolean()),
})

/** lab.json. */
export const labSchema = v.strictObject({
  id,
  road: v.picklist(ROADS),
  level: v.picklist([1, 2, 3]),
  world: v.strictObject({
    rules: v.exactOptional(bothEnds(appRules)),
    tray: v.exactOptional(bothEnds(trayRules)),
    settings: v.exactOptional(settings),
  }),
  setUp: actions,
  tools: v.pipe(v.array(tool), v.minLength(1), v.maxLength(40)),
  goals: v.pipe(
    v.array(v.strictObject({ ...rule, atEnd: v.exactOptional(v.literal(true)) })),
    v.minLength(1),
    v.maxLength(12),
    v.check((goals) => goals.some(({ atEnd }) => atEnd === true), 'no goal has atEnd'),
  ),
  forbidden: v.pipe(v.array(v.strictObject(rule)), v.maxLength(12)),
  par: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  solutions: v.pipe(v.array(v.strictObject({ id, actions })), v.minLength(2), v.maxLength(8)),
  wrongIdeas: v.pipe(
    v.array(v.strictObject({ id, actions, shows: condition })),
    v.minLength(1),
    v.maxLength(8),
  ),
  links: v.strictObject({ steps: ids, errors: ids, concepts: ids, recordings: v.exactOptional(ids) }),
  browser: v.exactOptional(v.literal(true)),
  slow: v.exactOptional(v.literal(true)),
  differs: v.exactOptional(v.strictObject({ after: id, chromium: condition, firefox: condition })),
}) as v.GenericSchema<Lab>

const line = v.pipe(text(1_000), v.minLength(1))

const question = v.strictObject({
  question: line,
  options: v.strictTuple([line, line, line]),
  right: v.picklist([0, 1, 2]),
  because: line,
})

const byId = <Entry extends v.GenericSchema>(entry: Entry) => v.record(id, entry)

/** zh.json and en.json. */
export const labWordsSchema = v.strictObject({
  title: v.pipe(text(120), v.minLength(1)),
  story: line,
  predict: question,
  goals: byId(v.strictObject({ met: line, missing: line })),
  forbidden: v.exactOptional(byId(line)),
  hints: v.strictTuple([line, line, line]),
  solutions: byId(line),
  wrongIdeas: byId(v.strictObject({ idea: line, because: line })),
  why: v.pipe(text(4_000), v.minLength(1)),
  choose: question,
  review: v.strictTuple([question, question, question]),
  differs: v.exactOptional(line),
}) as v.GenericSchema<LabWords>
