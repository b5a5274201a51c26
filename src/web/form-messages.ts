import {
  type FieldProblems,
  type FormField,
  formFields,
  type Problem,
  type ProblemCode,
} from '../shared/errors'
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
    texts[field] = isFurther(messages, code)
      ? messages.form.problems[code]
      : (takenText(messages, problem) ?? messages.problems[code](limit, anyOf(language, endings)))
  }
  return texts
}

/** What to do about somebody's account depends on what kind it is. */
function takenText({ problems, taken }: Messages, { code, account }: Problem): string | undefined {
  if (account === undefined) return undefined
  const advice = taken.advice[account.standing]
  if (code === 'email-taken') return `${taken.email} ${advice}`
  return code === 'login-taken' ? `${problems['login-taken'](0, '')} ${advice}` : undefined
}

const isFurther = ({ form }: Messages, code: ProblemCode): code is keyof Messages['form']['problems'] =>
  Object.hasOwn(form.problems, code)
