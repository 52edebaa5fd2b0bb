import type { Message } from '../i18n/i18n'
import { fill } from '../i18n/i18n'
import { common } from '../i18n/messages/common'
import { natFacts, natMoments, natOutcomes } from '../i18n/messages/natFigure'
import type { SimulationStep, Outcome, Trip } from '../nat/simulationStep'
import { otherNatEnd } from '../nat/simulationStep'

type Filling = Readonly<Record<string, string | Message>>

/** A message whose placeholders are filled with words of the same language. */
export function fillMessage(message: Message, filling: Filling): Message {
  const inLanguage = (language: 'zh' | 'en') => {
    const values = Object.entries(filling).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value[language],
    ])
    return fill(message[language], Object.fromEntries(values) as Record<string, string>)
  }
  const en = inLanguage('en')
  return { zh: inLanguage('zh'), en: en.charAt(0).toUpperCase() + en.slice(1) }
}

/** Names of the ends inside a sentence. */
const NAMES: Readonly<Record<'caller' | 'callee', Message>> = {
  caller: { zh: common.caller.zh, en: `the ${common.caller.en.toLowerCase()}` },
  callee: { zh: common.callee.zh, en: `the ${common.callee.en.toLowerCase()}` },
}

/** The name of an end in a sentence. */
export function nameOf(side: 'caller' | 'callee'): Message {
  return NAMES[side]
}

/** What happens at a moment, as a sentence. */
export function titleOf({ kind, side, outcome }: SimulationStep): Message {
  if (outcome) return outcomeWords(outcome).title
  return fillMessage(natMoments[kind], { who: NAMES[side], other: NAMES[otherNatEnd(side)] })
}

function tripFacts({ sender, receiver, legs, entry, verdict }: Trip): Message[] {
  const facts: Message[] = []
  const onInternet = legs.find(({ place }) => place === 'internet')
  if (sender !== 'server' && entry) {
    const [inside, outside] = [legs[0]?.from ?? '', onInternet?.from ?? '']
    facts.push(fillMessage(natFacts[entry], { who: NAMES[sender], inside, outside }))
  }
  if (receiver !== 'server' && verdict) {
    const { result, why } = verdict
    const key =
      why === 'no-nat' || why === 'no-entry' || why === 'independent'
        ? why
        : (`${result === 'let-in' ? 'let' : 'drop'}-${why}` as const)
    facts.push(fillMessage(natFacts[key], { who: NAMES[receiver], from: onInternet?.from ?? '' }))
  }
  return facts
}

/** What the NATs did at a moment, and what was learned from it. */
export function factsOf({ trip, learned, outcome }: SimulationStep): Message[] {
  if (outcome) return [outcomeWords(outcome).why]
  const facts = trip ? tripFacts(trip) : []
  if (!learned) return facts
  const { kind, side, endpoint } = learned
  return [...facts, fillMessage(natFacts[kind], { who: NAMES[side], endpoint })]
}

/** How a simulated call ends, and why. */
export function outcomeWords(outcome: Outcome): { title: Message; why: Message } {
  if (outcome.kind === 'needs-turn') {
    return { title: natOutcomes['needs-turn'], why: natOutcomes.whyTurn }
  }
  const { caller, callee } = outcome
  const title = fillMessage(natOutcomes[outcome.kind], { caller, callee })
  const types = [caller, callee]
  if (outcome.kind === 'relay') return { title, why: natOutcomes.whyRelay }
  if (types.includes('host')) return { title, why: natOutcomes.whyHost }
  return { title, why: types.includes('prflx') ? natOutcomes.whyPrflx : natOutcomes.whySrflx }
}
