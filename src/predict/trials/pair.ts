import { linesOf } from '../act'
import type { TrialWorld } from '../trial'
import { did, didNot } from '../trial'

type Stat = Readonly<Record<string, unknown>>

/** The pair that getStats() reports as selected: by its transport, or in Firefox by itself (webrtc-stats §8.2). */
function selectedPair(stats: RTCStatsReport): { local: Stat; remote: Stat } | null {
  const all = [...stats.values()] as Stat[]
  const named = all.find((stat) => typeof stat['selectedCandidatePairId'] === 'string')
  const pair = all.find(
    (stat) =>
      stat['type'] === 'candidate-pair' &&
      (stat['id'] === named?.['selectedCandidatePairId'] || stat['selected'] === true),
  )
  const find = (id: unknown) => all.find((stat) => stat['id'] === id)
  const local = find(pair?.['localCandidateId'])
  const remote = find(pair?.['remoteCandidateId'])
  return local && remote ? { local, remote } : null
}

const portIn = (line: string) => Number(/:(\d+) /.exec(line)?.[1])
const protocolIn = (line: string) => line.split(' ')[0]
const seenOf = (stat: Stat) =>
  `${String(stat['protocol'])} :${String(stat['port'])} ${String(stat['candidateType'])}`

/** Compares the chosen candidates with the selected pair of the learner's call; null before one is selected. */
export async function choosePair(guess: string, { getStats }: TrialWorld) {
  const stats = await getStats('caller')
  const selected = stats && selectedPair(stats)
  if (!selected) return null
  // Browsers withhold addresses of the other end, but not ports; and on one machine a port belongs to one candidate.
  const isRight = [selected.local, selected.remote].every((stat, at) => {
    const line = linesOf(guess)[at] ?? ''
    return portIn(line) === stat['port'] && protocolIn(line) === stat['protocol']
  })
  const seen = `${seenOf(selected.local)} ↔ ${seenOf(selected.remote)}`
  return isRight ? did(seen) : didNot('pair', seen)
}
