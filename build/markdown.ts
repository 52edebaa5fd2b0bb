import type { Lesson, LessonLanguage } from '../src/lessons/lessons'
import { lessonMarkdown, outline } from './lesson-outline'

const FIELDS = ['title', 'summary']

function field(fields: Readonly<Record<string, string>>, name: string, file: string): string {
  const value = fields[name]
  if (!value) throw new Error(`${file}:1: front matter lacks "${name}"`)
  return value
}

/** Renders a lesson to HTML, block by block; throws, with file and line, if it is invalid. */
export function renderLesson(
  source: string,
  { file, language }: { readonly file: string; readonly language: LessonLanguage },
): Lesson {
  const { fields, sections } = outline(source, file)
  const strange = Object.keys(fields).find((name) => !FIELDS.includes(name))
  if (strange) throw new Error(`${file}:1: front matter holds words only, not "${strange}"`)
  // A term is marked only at its first mention in a lesson.
  const env = { language, marked: new Set<string>() }
  return {
    title: field(fields, 'title', file),
    summary: field(fields, 'summary', file),
    sections: sections.map(({ id, title, blocks }) => ({
      id,
      title,
      blocks: blocks.map(({ tokens }) =>
        lessonMarkdown.renderer.render(tokens, lessonMarkdown.options, env).trim(),
      ),
    })),
  }
}
