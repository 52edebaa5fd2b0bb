import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StepId } from '../../../../machines/steps'
import type { Script } from '../../../../machines/script'
import { animatedSvg } from '../../../../src/evidence/timeline/animatedSvg'
import { sectionName } from '../../../../src/evidence/timeline/itemWords'
import { readTimeline } from '../../../../src/evidence/timeline/readTimeline'
import { toSections } from '../../../../src/evidence/timeline/sections'
import { timelineWords } from '../../../../src/i18n/messages/timeline'
import { stepNames } from '../../../../src/i18n/messages/steps'
import { viewCall } from '../../../../src/session/callView'
import { replayHistory } from '../../../../src/session/replayHistory'
import { withoutNonXml } from '../../../../src/evidence/timeline/xmlText'
import { connectionName } from '../../../../src/ui/connectionName'
import { openExample } from '../../recording/examples'

/** The picture of the README. */
const FILE = 'docs/call.svg'

function draw(title: string = timelineWords.drawing.en, change = (text: string) => text): string {
  const { script, recording } = openExample('chromium-connected')
  const history = replayHistory(script as Script<StepId>, recording.settings, recording.log)
  const { trace } = viewCall(history, undefined, false)
  const timeline = readTimeline(trace)
  return animatedSvg(toSections(timeline), timeline.promises, trace.connections, {
    title,
    wire: timelineWords.wire.en,
    name: (connection) => connectionName(connection).en,
    section: ({ id }) => change(sectionName(id).en),
    t: ({ en }) => en,
  })
}

test('the picture of the README is what the code draws (HANDSHAKE_WRITE_SVG=1 draws it again)', () => {
  const svg = draw('A WebRTC call in 13 steps, recorded in Chromium')
  if (process.env['HANDSHAKE_WRITE_SVG'] !== undefined) writeFileSync(FILE, svg)
  expect(readFileSync(FILE, 'utf8')).toBe(svg)
  expect(readFileSync('README.md', 'utf8')).toContain(`](${FILE})`)
})

test('it names every step and says in words what it draws, without script or anything to load', () => {
  const svg = draw()
  const [, title, text = ''] = /<title id="title">(.*)<\/title>\n<desc id="text">(.*)<\/desc>/.exec(svg) ?? []
  expect(title).toBe(timelineWords.drawing.en)
  for (const { en } of Object.values(stepNames).slice(0, 13)) {
    expect(text).toContain(en)
    expect(svg.split('</desc>')[1]).toContain(en)
  }
  expect(svg).not.toMatch(/<script|<foreignObject|<image|href=|url\(| on\w+=/)
})

test('it moves only for those who have not asked for less motion, and stays whole on paper', () => {
  const [before = '', moving = ''] = draw().split('@media screen and (prefers-reduced-motion:no-preference){')
  expect(before).not.toMatch(/animation:|opacity:0/)
  expect(moving).toContain('.row{animation:appear')
})

test('whatever a name contains is text', () => {
  const plain = draw('⟦⟧', () => '⟦⟧')
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('</title><a>&"')),
      (name) => {
        const svg = draw(`⟦${name}⟧`, () => `⟦${name}⟧`)
        expect(svg).toBe(withoutNonXml(svg))
        expect(svg.replace(/⟦[^⟧]*⟧/g, '⟦⟧')).toBe(plain.replace(/⟦[^⟧]*⟧/g, '⟦⟧'))
        expect(svg.match(/⟦[^⟧]*⟧/g)?.join('') ?? '').not.toMatch(/[<>]/)
      },
    ),
    { numRuns: 20 },
  )
})
