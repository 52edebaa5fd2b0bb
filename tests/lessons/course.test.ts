import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import en from '../../lessons/course/en.json'
import zh from '../../lessons/course/zh.json'
import { isStepId } from '../../machines/steps'
import { isErrorId } from '../../src/errors/errorIds'
import { COURSE } from '../../src/features/course/courseLessons'
import { isLabId } from '../../src/labs/labIds'
import { isConceptId } from '../../src/lessons/conceptIds'
import { isLessonId } from '../../src/lessons/lessonIds'
import { isExampleId } from '../../src/recording/exampleIds'

const IS_KNOWN: Readonly<Record<string, (id: string) => boolean>> = {
  step: isLessonId,
  concept: isConceptId,
  error: isErrorId,
  lab: isLabId,
  sheet: (id) => isLessonId(id) || isLabId(id),
  example: isExampleId,
  page: (id) => ['home', 'labs', 'diagnose', 'room'].includes(id),
}

describe.each(Object.entries({ zh, en }))('the course in %s', (_, words) => {
  test('has the words of every lesson and of no other', () => {
    expect(Object.keys(words)).toEqual(COURSE.map(({ id }) => id))
  })

  test.each(COURSE)('has a text for each part and each stop of $id, and something to hand in', (lesson) => {
    const { title, aim, prepare, plan, stops, handIn } = words[lesson.id]
    expect(plan).toHaveLength(lesson.plan.length)
    expect(Object.keys(stops)).toEqual(lesson.stops)
    expect(handIn.length).toBeGreaterThan(0)
    const asked = Object.values<{ ask: string; expect: string }>(stops)
    const all = [title, aim, ...prepare, ...plan, ...handIn, ...asked.flatMap((one) => [one.ask, one.expect])]
    expect(all.filter((text) => text.trim() === '')).toEqual([])
  })
})

test.each(COURSE)(
  'the lesson $id takes 45 minutes, stops in the order of the call, and leads to pages',
  (lesson) => {
    expect(lesson.plan.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45)
    expect(lesson.stops.every(isStepId)).toBe(true)
    const targets = [...lesson.plan.flatMap(({ show }) => show), ...lesson.sheets]
    for (const target of targets) {
      const [kind = '', id = ''] = target.split(':')
      expect(IS_KNOWN[kind]?.(id), target).toBe(true)
    }
  },
)

test('both languages say equally much in each list', () => {
  expect(readdirSync('lessons/course')).toEqual(['en.json', 'zh.json'])
  for (const { id } of COURSE)
    for (const list of ['prepare', 'plan', 'handIn'] as const)
      expect(zh[id][list], `${id} ${list}`).toHaveLength(en[id][list].length)
})
