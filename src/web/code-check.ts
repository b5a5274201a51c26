import type { Messages } from '../shared/i18n'

const some = 1_000

/** The words for the check while one types, as the script takes them: `{n}` and `{c}` stand for what it finds. */
export function codeCheckWords({ codeBox: { check } }: Messages): string {
  const many = (text: string) => text.replace(String(some), '{n}')
  return JSON.stringify({
    complete: check.complete,
    completeLink: check.completeLink,
    test: check.test,
    otherStart: check.otherStart,
    mistyped: check.mistyped,
    otherCharacter: check.otherCharacter('{c}'),
    more: { one: check.more(1), many: many(check.more(some)) },
    tooMany: { one: check.tooMany(1), many: many(check.tooMany(some)) },
  })
}
