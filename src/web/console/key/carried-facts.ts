import { type DetailedKey, modedFields, modeOf, usualMode } from '../../../keys'
import type { Desk } from '../desk'
import { languageName } from '../language-name'
import type { Fact } from '../views/key'

/** What the key carries besides what it grants; a term without values is left out by whoever shows it. */
export function carriedFacts(desk: Desk, key: DetailedKey): Fact[] {
  const { summary: t } = desk.t.key
  const { names } = desk.t.formFields
  const texts = (...all: string[]) => all.map((text) => ({ text }))
  const { told } = desk.t.formFields
  const asked = modedFields.flatMap((field) => {
    const mode = modeOf(key, field)
    const isToldWithValue = mode === 'locked' && key.fields.some((one) => one.field === field)
    return mode === usualMode(field) || isToldWithValue ? [] : [told[mode](names[field])]
  })
  return [
    { term: t.proof, values: texts(...(key.needsProof ? [t.proofNeeded] : [])) },
    {
      term: desk.t.approvals.onKey.fact,
      values: texts(...(key.needsApproval ? [desk.t.approvals.onKey.needed] : [])),
    },
    { term: t.inviter, values: texts(...(key.sharesInviter ? [] : [t.inviterHidden])) },
    { term: t.account, values: texts(...accountTexts(desk, key)) },
    {
      term: t.language,
      values: texts(...(key.language === undefined ? [] : [languageName(desk.language, key.language)])),
    },
    {
      term: t.fields,
      values: texts(
        ...key.fields.map(({ field, value, isLocked }) =>
          isLocked ? t.fieldLocked(names[field], value) : t.field(names[field], value),
        ),
      ),
    },
    { term: desk.t.formFields.title, values: texts(...asked) },
    { term: t.message, values: texts(...(key.message === undefined ? [] : key.message.split(/\n+/))) },
  ]
}

function accountTexts({ t: { key }, format }: Desk, { accountValidity }: DetailedKey): string[] {
  const { summary: t } = key
  const { from, end } = accountValidity
  const ends =
    end === undefined
      ? []
      : end.kind === 'date'
        ? [t.accountUntil(format.instant(end.at))]
        : [end.kind === 'days' ? t.accountDays(end.days) : t.accountMonths(end.months)]
  return [...(from === undefined ? [] : [t.accountFrom(format.day(from))]), ...ends]
}
