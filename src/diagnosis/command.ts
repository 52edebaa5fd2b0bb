import { fill } from '../i18n/i18n'
import type { Language } from '../i18n/i18n'
import { commandWords, dumpProblemWords } from '../i18n/messages/diagnosis'
import { diagnose } from './diagnose'
import type { Diagnosis } from './diagnose'
import type { Dump } from './dump'
import { readDump } from './readDump'
import { toJson, writeReport } from './report'

/** What the command needs of its surroundings. `-` is standard input. Reading rejects if there is no such file. */
export interface CommandInput {
  readonly read: (name: string) => Promise<Uint8Array>
}

export interface CommandResult {
  /** 0: healthy; 1: a fault; 2: unreadable. */
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly err: string
}

interface Options {
  readonly files: readonly string[]
  readonly form: 'text' | 'markdown' | 'json'
  readonly language: Language
}

/** `handshake-diagnose FILE… [--json] [--markdown] [--lang zh|en]`: reads the files together and writes a report. */
export async function runCommand(args: readonly string[], input: CommandInput): Promise<CommandResult> {
  const options = readOptions(args)
  if ('problem' in options) return { code: 2, out: '', err: `${options.problem}\n` }
  const { files, form, language } = options
  const dumps: Dump[] = []
  const problems: string[] = []
  for (const name of files) {
    const reading = await readFile(name, input, language)
    if ('dump' in reading) dumps.push(reading.dump)
    else problems.push(reading.problem)
  }
  const err = problems.map((problem) => `${problem}\n`).join('')
  if (dumps.length === 0) return { code: 2, out: '', err }
  const diagnosis = diagnose(dumps)
  const out =
    form === 'json'
      ? `${JSON.stringify(toJson(diagnosis, dumps, language), null, 2)}\n`
      : writeReport(diagnosis, dumps, language, form)
  return { code: problems.length > 0 ? 2 : hasFault(diagnosis) ? 1 : 0, out, err }
}

/** An open question about a call that works is no fault; about one that does not connect, it is what there is. */
export function hasFault({ verdicts, healthy }: Diagnosis): boolean {
  return verdicts.length > 0 && !healthy
}

async function readFile(
  name: string,
  { read }: CommandInput,
  language: Language,
): Promise<{ dump: Dump } | { problem: string }> {
  let bytes: Uint8Array
  try {
    bytes = await read(name)
  } catch {
    return { problem: fill(commandWords.missing[language], { name }) }
  }
  const reading = await readDump(bytes)
  if ('dump' in reading) return reading
  const reason = dumpProblemWords[reading.problem][language]
  return { problem: fill(commandWords.unreadable[language], { name, reason }) }
}

function readOptions(args: readonly string[]): Options | { problem: string } {
  const files: string[] = []
  let form: Options['form'] = 'text'
  let language: Language = 'en'
  let isOver = false
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const given = /^--lang(?:=(.*))?$/.exec(arg)
    if (isOver || arg === '-' || !arg.startsWith('-')) files.push(arg)
    else if (arg === '--') isOver = true
    else if (arg === '--json') form = 'json'
    else if (arg === '--markdown') form = 'markdown'
    else if (given) {
      const value = given[1] ?? args[(index += 1)]
      if (value !== 'zh' && value !== 'en')
        return { problem: fill(commandWords.option.en, { name: `--lang ${value ?? ''}` }) }
      language = value
    } else if (arg === '--help' || arg === '-h') return { problem: commandWords.usage[language] }
    else
      return {
        problem: `${fill(commandWords.option[language], { name: arg })}\n${commandWords.usage[language]}`,
      }
  }
  return files.length > 0 ? { files, form, language } : { problem: commandWords.usage[language] }
}
