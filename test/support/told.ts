import type { ProblemCode } from '../../src/shared/errors'
import { en } from '../../src/shared/i18n/en'
import { type Answer, textOf } from './browser'

type Words = readonly [name: string, words: readonly string[]]

const explained = (prefix: string, all: Record<string, { heading: string; reason: string }>): Words[] =>
  Object.entries(all).map(([code, { heading, reason }]) => [`${prefix}${code}`, [heading, reason]])

const { undecided, rejected } = en.declined

/** By what each page is known; the first that fits is it. */
const pages: readonly Words[] = [
  ...explained('', en.refusals),
  ...explained('released: ', { ...en.released, undecided, rejected }),
  ...explained('error: ', en.errors),
  // Dates may stand where the reason is.
  ...Object.entries(en.refusals).map(([code, { heading }]): Words => [code, [heading]]),
  ['done', [en.done.title]],
  ['waiting', [en.waiting.title]],
  ['waiting for approval', [en.approval.title]],
  ['confirm', [en.confirm.title]],
  ['form', [en.register.title]],
  ['code box', [en.code.title]],
]

/** What the door answers, in English: the status with the page, or with the fields that have a problem and which. */
export function told(answer: Answer): string {
  const problems = problemsIn(answer)
  const text = textOf(answer)
  const page = pages.find(([, words]) => words.every((word) => text.includes(word)))?.[0]
  return `${answer.status} ${problems.length > 0 ? problems.join(', ') : (page ?? text.slice(0, 300))}`
}

function problemsIn({ text }: Answer): string[] {
  const errors = text.matchAll(/id="(\w+)-error"[^>]*>([^<]*)/g)
  return Array.from(errors, ([, field = '', html = '']) => {
    const words = textOf({ text: html } as Answer)
    if (words === en.form.loginProposed) return `${field}: proposed`
    const code = codes.find(([, pattern]) => pattern.test(words))?.[0]
    return `${field}: ${code ?? html}`
  })
}

const anyNumber = 987_654
const anyText = 'ANY-TEXT'

const codes = Object.entries(en.problems).map(([code, words]) => {
  const literal = words(anyNumber, anyText).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = literal.replace(String(anyNumber), '\\d+').replace(anyText, '.+')
  return [code as ProblemCode, new RegExp(`^${code === 'email-taken' ? en.taken.email : pattern}`)] as const
})
