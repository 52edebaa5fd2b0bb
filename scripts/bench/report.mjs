// The results as a page: how each was measured, the numbers, and whether each goal is met. Pure.

import { reportCall, reportLoad, reportLog, reportMemory, reportSteps, reportWatching } from './sections.mjs'

import { reportDiagnose } from './diagnoseSection.mjs'
import { reportRelay } from './relaySection.mjs'
import { reportSearch } from './searchSection.mjs'
import { reportPackages, reportWeight } from './weightSections.mjs'
import { REASONS } from './reasons.mjs'

/** @import { Section } from './sections.mjs' */

/** @type {Record<string, (results: any) => Section>} */
const SECTIONS = {
  call: reportCall,
  weight: reportWeight,
  packages: reportPackages,
  load: reportLoad,
  steps: reportSteps,
  log: reportLog,
  memory: reportMemory,
  watching: reportWatching,
  search: reportSearch,
  relay: reportRelay,
  diagnose: reportDiagnose,
}

const OPENING = `# Benchmarks

\`npm run bench\` writes this page and \`benchmarks.json\`; \`npm run bench -- call weight\` measures only these parts again.

- Values that are compared were measured in the same run, in turns, each in its own window: compare **ratios, never milliseconds** of different runs or machines.
- Numbers are medians, with the 10th and 90th percentile after them, and the number of measurements.
- Chromium's fake camera and microphone, on one machine, without a network between the ends.
- Every page, the app or a bare one, has the same probe (\`scripts/bench/instrument.mjs\`). It records when \`createOffer()\` is called, when an end is \`connected\`, and when a video shows its first remote frame.
`

/** The page of all results. @param {Record<string, any>} results by measure; one that is missing is left out */
export function writeReport(results) {
  const parts = Object.entries(SECTIONS)
    .filter(([name]) => results[name])
    .map(([name, section]) => writeSection(name, results[name], section))
  return `${[OPENING, ...parts].join('\n')}`
}

function writeSection(
  /** @type {string} */ name,
  /** @type {any} */ result,
  /** @type {(results: any) => Section} */ section,
) {
  const { machine, failed, ...measured } = result
  const made = `_${machine.date}, Chromium ${machine.chromium}, Node ${machine.node}, ${machine.processor}, ${machine.system}; rounds: ${machine.rounds}._`
  if (failed !== undefined)
    return `## Not measured: ${name}\n\nIt failed: ${failed.split('\n')[0]}\n\n${made}\n`
  const { title, how, tables, goals } = section(measured)
  const verdicts = goals.map(
    ({ goal, met, got }) => `- **${met ? 'Met' : 'Missed'}**: ${goal}. Measured: ${got}.`,
  )
  const why = goals.some(({ met }) => !met) ? REASONS[name] : undefined
  return [
    `## ${title}`,
    how,
    ...tables,
    ...(verdicts.length > 0 ? [verdicts.join('\n')] : []),
    ...(why === undefined ? [] : [`Why: ${why}`]),
    made,
    '',
  ].join('\n\n')
}
