import mermaid from 'mermaid'
import { expect, test } from 'vitest'
import { stepNames } from '../../../../src/i18n/messages/steps'
import { readTimeline } from '../../../../src/evidence/timeline/readTimeline'
import { sectionName } from '../../../../src/evidence/timeline/itemWords'
import { toSections } from '../../../../src/evidence/timeline/sections'
import { toMermaid } from '../../../../src/evidence/timeline/toMermaid'
import { connectionName } from '../../../../src/ui/connectionName'
import { happyLog, repairedLog, traceOf, troubledLog } from './logs'

async function write(makeLog: typeof happyLog, language: 'zh' | 'en', hasServers = false) {
  const trace = traceOf(await makeLog())
  const timeline = readTimeline(trace)
  return toMermaid(toSections(timeline), timeline.promises, trace.connections, hasServers, {
    name: (connection) => connectionName(connection)[language],
    lanes: { signaling: 'signaling; clock', ice: 'ICE/DTLS' },
    wire: 'Wire',
    title: ({ id }) => sectionName(id)[language],
  })
}

test.each([
  ['a call that connects', happyLog],
  ['a call that is refused a camera and hung up', troubledLog],
  ['a call that an ICE restart repaired', repairedLog],
] as const)('Mermaid reads %s, in both languages', async (_name, makeLog) => {
  for (const language of ['zh', 'en'] as const) {
    const text = await write(makeLog, language, language === 'en')
    await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'sequence' })
  }
})

test('Mermaid refuses what is not a sequence diagram, so the test above can fail', async () => {
  await expect(mermaid.parse('sequenceDiagram\n  A->>')).rejects.toThrow()
})

test('the text names every step, pairs its promises and escapes what Mermaid would read', async () => {
  const text = await write(happyLog, 'en')
  for (const { en } of Object.values(stepNames).slice(0, 13)) expect(text).toContain(en)
  expect(text.match(/^ {2}activate/gm)).toHaveLength(11)
  expect(text.match(/^ {2}deactivate/gm)).toHaveLength(11)
  expect(text).toMatch(/A->>B: description offer/)
  expect(text).toMatch(/AI->>BI: candidate/)
  expect(await write(troubledLog, 'en')).toContain('Permission denied#59; #35;1 #60;b#62;#37;#37;')
})
