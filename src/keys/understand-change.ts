import type { Clock } from '../shared/clock'
import type { EndRules } from '../shared/ends'
import { InputInvalid, type InputProblem } from '../shared/errors'
import { staysLocked } from '../shared/key-form'
import type { AskedChange, Note } from './asked-key'
import type { AccountValidity, KeyField } from './carried'
import type { CarriedChange } from './change-carried'
import type { DetailedKey } from './key'
import type { KeyChange } from './key-terms'
import { understandAccount, understandBegin, understandEnd } from './understand-times'

/**
 * What is meant by a change that a program asks for. Whether the key may become so is looked at when it is changed.
 *
 * @throws {InputInvalid} with everything that is wrong with how it was said
 */
export function understandChange(
  { clock, config }: { clock: Clock; config: EndRules },
  before: Pick<DetailedKey, 'form' | 'fields'>,
  asked: AskedChange,
): KeyChange & CarriedChange {
  const problems: InputProblem[] = []
  const note: Note = (pointer, reason) => problems.push({ pointer, reason })
  const rules = { ...config, now: clock.now() }
  const wanted = {
    label: asked.label,
    maxUses: asked.maxUses === null ? ('unlimited' as const) : asked.maxUses,
    notBefore:
      asked.notBefore === null
        ? ('now' as const)
        : understandBegin(asked.notBefore, '/notBefore', rules, note),
    ...endOf(asked, rules, note),
    addresses: asked.emails,
    domains: asked.domains,
    accountValidity: accountOf(asked.account, rules, note),
    language: asked.language === null ? '' : asked.language,
    fields: fieldsOf(asked, before),
    form: asked.form && { ...before.form, ...asked.form },
    needsProof: asked.proveAddress,
    needsApproval: asked.approval,
    sharesInviter: asked.shareInviter,
    message: asked.message === null ? '' : asked.message,
  }
  if (problems.length > 0) throw new InputInvalid(problems)
  return wanted
}

function fieldsOf(
  { fields, form }: AskedChange,
  before: Pick<DetailedKey, 'fields'>,
): KeyField[] | undefined {
  if (fields !== undefined)
    return fields.map(({ field, value, locked = false }) => ({ field, value, isLocked: locked }))
  return (
    form && before.fields.map((one) => ({ ...one, isLocked: one.isLocked && staysLocked(form, one.field) }))
  )
}

type Rules = EndRules & { now: Date }

function endOf(asked: AskedChange, rules: Rules, note: Note): Pick<KeyChange, 'expiresAt' | 'graceDays'> {
  const { expiresAt, expiresIn } = asked
  if (expiresAt === undefined && expiresIn === undefined) return {}
  const end = understandEnd({ expiresAt, expiresIn }, undefined, undefined, rules, note)
  return end.expiresAt === undefined ? { expiresAt: 'never' } : end
}

function accountOf(asked: AskedChange['account'], rules: Rules, note: Note): AccountValidity | undefined {
  if (asked === undefined) return undefined
  return asked === null ? { from: undefined, end: undefined } : understandAccount(asked, rules, note)
}
