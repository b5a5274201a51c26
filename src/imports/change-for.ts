import type { ImportColumn, RowCells, RowProblem } from '../csv'
import {
  type CarriedChange,
  type DetailedKey,
  isForNobody,
  type KeyChange,
  type KeyField,
  keyFieldNames,
  type PreparedKey,
} from '../keys'

/** A key gives for ever what it was made to give. */
const fixed: readonly ImportColumn[] = [
  'preset',
  'profile',
  'entity',
  'recursive',
  'groups',
  'title',
  'category',
  'location',
]

export function problemsOfChange(columns: readonly ImportColumn[], cells: RowCells): RowProblem[] {
  const problems: RowProblem[] = columns
    .filter((column) => fixed.includes(column))
    .map((column) => ({
      column,
      code: 'fixed',
      message: 'what a key gives stays as it was made: revoke the key, and give the row another externalId',
    }))
  if (columns.includes('email') && cells.email === '')
    problems.push({
      column: 'email',
      code: 'fixed',
      message: 'without its address anybody could use the key: revoke it if nobody is to',
    })
  return problems
}

/** What the key is to be like now, of that what the columns say which have changed. */
export function changeFor(
  before: DetailedKey,
  { terms, person }: PreparedKey,
  columns: readonly ImportColumn[],
): KeyChange & CarriedChange {
  const has = (...some: ImportColumn[]): boolean => some.some((one) => columns.includes(one))
  const isRenamed = has('name', 'firstname', 'realname') && isCalledByName(before)
  const isRebound = has('email') || isForNobody(before)
  return {
    ...(has('label') || isRenamed ? { label: person.label } : {}),
    ...(has('maxUses') ? { maxUses: terms.maxUses ?? 'unlimited' } : {}),
    ...(has('notBefore') ? { notBefore: terms.notBefore ?? 'now' } : {}),
    ...(has('expiresAt') ? { expiresAt: terms.expiresAt ?? 'never', graceDays: terms.graceDays } : {}),
    ...(isRebound ? { addresses: person.addresses } : {}),
    ...(has('domains') ? { domains: terms.domains } : {}),
    ...(has('language') ? { language: terms.language ?? '' } : {}),
    ...(has('message') ? { message: terms.message ?? '' } : {}),
    ...(has('accountFrom', 'accountUntil') ? { accountValidity: terms.accountValidity } : {}),
    ...(has('proveAddress') ? { needsProof: terms.needsProof } : {}),
    ...(has('approval') ? { needsApproval: terms.needsApproval } : {}),
    ...(has('hideInviter') ? { sharesInviter: terms.sharesInviter } : {}),
    fields: fieldsAfter(before.fields, person, columns),
  }
}

const isCalledByName = ({ label, fields }: DetailedKey): boolean => {
  const value = (name: KeyField['field']) => fields.find(({ field }) => field === name)?.value ?? ''
  return label === `${value('firstname')} ${value('realname')}`.trim()
}

/** What is locked stays locked, with its new value. */
function fieldsAfter(
  before: readonly KeyField[],
  { fields, addresses }: PreparedKey['person'],
  columns: readonly ImportColumn[],
): KeyField[] {
  return keyFieldNames.flatMap((field) => {
    const was = before.find((one) => one.field === field)
    const isName = field === 'firstname' || field === 'realname'
    if (!columns.includes(field) && !(isName && columns.includes('name'))) return was ?? []
    if (field === 'email') return was === undefined ? [] : { ...was, value: addresses[0] ?? was.value }
    const is = fields.find((one) => one.field === field)
    return is === undefined ? [] : { ...is, isLocked: is.isLocked || was?.isLocked === true }
  })
}
