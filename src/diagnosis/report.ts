import { fill } from '../i18n/i18n'
import type { Language, Message } from '../i18n/i18n'
import {
  adviceWords,
  certaintyWords,
  diagnosisWords as words,
  lookAlikeWords,
  missingWords,
  notRecordedWords,
} from '../i18n/messages/diagnosis'
import { stepNames } from '../i18n/messages/steps'
import { stepIndex } from '../../machines/steps'
import { createRedactor } from '../redact/createRedactor'
import type { Diagnosis, NotRecorded } from './diagnose'
import type { Dump } from './dump'
import { faultPath, VERDICT_TITLES } from './faults'
import type { Proof, Verdict } from './verdict'
import { VERDICT_LINKS, VERDICT_WORDS, whatHappened } from './words'

export type ReportForm = 'text' | 'markdown'

/** A diagnosis as text to copy, without what identifies machines, networks and accounts. Texts of a dump are quoted. */
export function writeReport(
  diagnosis: Diagnosis,
  dumps: readonly Dump[],
  language: Language,
  form: ReportForm = 'text',
): string {
  const redact = createRedactor({ keepsScope: true })
  const say = (message: Message, facts: Readonly<Record<string, string>> = {}) =>
    plain(fill(message[language], facts), form)
  const heading = (title: string) => (form === 'markdown' ? `## ${title}` : title)
  const parts = diagnosis.verdicts.map((verdict) =>
    [
      heading(say(VERDICT_TITLES[verdict.fault])),
      ...verdictLines(redactFacts(verdict, redact), dumps, language, form),
    ].join('\n'),
  )
  // An open question about a call that works comes after the good news.
  if (diagnosis.healthy) parts.unshift(heading(say(words.healthy)))
  else if (parts.length === 0) parts.push(heading(say(words.undecided)))
  const lists: [Message, string[]][] = [
    [words.advice, unique(diagnosis.advice.map(({ id, facts }) => say(adviceWordOf(id), facts)))],
    [words.lookAlikes, unique(diagnosis.lookAlikes.map(({ id }) => say(lookAlikeWordOf(id))))],
    [words.notRecorded, unique(diagnosis.notRecorded.map((one) => sayNotRecorded(one, language)))],
  ]
  for (const [title, lines] of lists)
    if (lines.length > 0) parts.push([heading(say(title)), ...lines.map((line) => `- ${line}`)].join('\n'))
  return `${parts.join('\n\n')}\n`
}

/** One verdict as the lines of a report, without its title. */
export function verdictLines(
  verdict: Verdict,
  dumps: readonly Dump[],
  language: Language,
  form: ReportForm = 'text',
): string[] {
  const { fault, step, certainty, connection, facts, follows, missing, proof } = verdict
  const say = (message: Message, values: Readonly<Record<string, string>> = {}) =>
    plain(fill(message[language], values), form)
  const row = (name: Message, value: string) =>
    `- ${name[language]}${language === 'zh' ? '：' : ': '}${value}`
  const { look, mend, settles } = VERDICT_WORDS[fault]
  const place = [
    connection.id,
    ...(dumps.length > 1 ? [say(words.file, { n: String(connection.dump + 1) })] : []),
  ]
  const needs = missing.flatMap((id) => (isKey(missingWords, id) ? [say(missingWords[id])] : []))
  return [
    say(whatHappened(verdict), facts),
    ...(follows === undefined ? [] : [say(words.followsFrom, { title: VERDICT_TITLES[follows][language] })]),
    ...(facts['harmless'] === 'yes' ? [say(words.survived)] : []),
    row(words.step, `${stepIndex(step) + 1} ${stepNames[step][language]} (${step})`),
    row(words.certainty, say(certaintyWords[certainty])),
    ...(connection.id === '' ? [] : [row(words.connection, place.join(', '))]),
    ...(proof.length === 0
      ? []
      : [row(words.proof, proof.map((one) => sayProof(one, dumps, language)).join('; '))]),
    row(words.look, say(look)),
    ...(certainty === 'proved'
      ? []
      : [row(words.settles, needs.length > 0 ? needs.join('; ') : say(settles))]),
    row(words.mend, say(mend)),
    row(words.page, faultPath(fault, language)),
  ]
}

/** A diagnosis as plain JSON for other programs, redacted. Ids stay, words are in one language. */
export function toJson(diagnosis: Diagnosis, dumps: readonly Dump[], language: Language): unknown {
  const redact = createRedactor({ keepsScope: true })
  return {
    healthy: diagnosis.healthy,
    files: dumps.map(({ format, dialect, browser }) => ({ format, dialect, browser })),
    calls: diagnosis.calls.map(({ id, caller, callee, pairedBy, offset }) => ({
      id,
      caller: caller && { file: caller.dump, connection: caller.id },
      callee: callee && { file: callee.dump, connection: callee.id },
      pairedBy,
      clockOffset: offset,
    })),
    connections: diagnosis.connections.map(({ reach, ...one }) => ({
      ...one,
      steps: Object.fromEntries(reach.map(({ step, state }) => [step, state])),
    })),
    verdicts: diagnosis.verdicts.map((found) => {
      const verdict = redactFacts(found, redact)
      const { look, mend } = VERDICT_WORDS[verdict.fault]
      const { errors, labs, concept } = VERDICT_LINKS[verdict.fault]
      return {
        ...verdict,
        title: VERDICT_TITLES[verdict.fault][language],
        what: fill(whatHappened(verdict)[language], verdict.facts),
        look: look[language],
        mend: mend[language],
        page: faultPath(verdict.fault, language),
        links: { errors, labs, concept },
      }
    }),
    lookAlikes: diagnosis.lookAlikes,
    notRecorded: diagnosis.notRecorded,
    advice: redact(diagnosis.advice),
  }
}

/** The facts are texts from outside; each is a sentence, a URL or an address that may name a machine. */
export function redactFacts(verdict: Verdict, redact: <T>(value: T) => T): Verdict {
  const facts = Object.entries(verdict.facts).map(([name, text]) => {
    if (name === 'url') return [name, redact({ url: text }).url]
    if (name === 'urls')
      return [
        name,
        text
          .split(', ')
          .map((url) => redact({ url }).url)
          .join(', '),
      ]
    if (name === 'addresses')
      return [
        name,
        text
          .split(', ')
          .map((address) => redact({ address }).address)
          .join(', '),
      ]
    if (name === 'page') return [name, text.replace(/^(\w+:\/\/).*$/, '$1…')]
    if (name === 'label') return [name, redact({ label: text }).label]
    return [name, redact({ message: text }).message]
  })
  return { ...verdict, facts: Object.fromEntries(facts) as Record<string, string> }
}

function sayProof({ dump, line, report }: Proof, dumps: readonly Dump[], language: Language): string {
  const found = line === undefined ? undefined : dumps[dump]?.lines.find(({ seq }) => seq === line)
  const where = found
    ? `${found.name} (${found.source})`
    : fill(words.report[language], { id: createRedactor({ keepsScope: true })(report ?? '') })
  return dumps.length > 1 ? `${fill(words.file[language], { n: dump + 1 })}: ${where}` : where
}

function sayNotRecorded(one: NotRecorded, language: Language): string {
  return fill(notRecordedWords[one.what][language], { id: 'connection' in one ? one.connection : '' })
}

function adviceWordOf(id: string): Message {
  return isKey(adviceWords, id) ? adviceWords[id] : { zh: id, en: id }
}

function lookAlikeWordOf(id: string): Message {
  return isKey(lookAlikeWords, id) ? lookAlikeWords[id] : { zh: id, en: id }
}

function isKey<T extends object>(words_: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(words_, key)
}

/** Backticks mark code; a plain text does without them. */
function plain(text: string, form: ReportForm): string {
  return form === 'markdown' ? text : text.replaceAll('`', '')
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)]
}
