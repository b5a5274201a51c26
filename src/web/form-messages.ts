import { type FieldProblems, type FormField, formFields } from '../shared/errors'
import { anyOf, type Language, type Messages } from '../shared/i18n'

/** What is wrong with each field, in words. */
export function messagesFor(
  language: Language,
  messages: Messages,
  problems: FieldProblems,
): Partial<Record<FormField, string>> {
  const texts: Partial<Record<FormField, string>> = {}
  for (const field of formFields) {
    const problem = problems[field]
    if (problem === undefined) continue
    const { code, limit = 0, endings = [] } = problem
    texts[field] = messages.problems[code](limit, anyOf(language, endings))
  }
  return texts
}
