import type { Context } from '../../../context'
import { isSameEmail } from '../../../glpi'
import type { DetailedKey } from '../../../keys'
import { type ListedRegistration, listRegistrations } from '../../../registration'
import { type Moment, writeMoment } from '../../../shared/moment'
import type { Desk } from '../desk'
import { glpiUserHref } from '../audit/event-rows'
import type { KeyView, RegistrationRow } from '../views/key'
import { whoMayUse } from './key-facts'

const pageLength = 50

/** Who registered with the key, a page at a time, with what became of the account. */
export async function registrationRows(
  { db, config }: Context,
  desk: Desk,
  key: DetailedKey,
  after: Moment | undefined,
): Promise<KeyView['registrations']> {
  const path = `${desk.root}/keys/${key.uid}`
  const found = await listRegistrations(db, desk.side, key.uid, { after, limit: pageLength + 1 })
  const shown = found.slice(0, pageLength)
  const last = found.length > pageLength ? shown.at(-1) : undefined
  return {
    rows: shown.map((registration) => rowOf(desk, config.glpiUrl, key, registration)),
    older: last && `${path}?registrations=${writeMoment(last)}#registrations`,
    newest: after && `${path}#registrations`,
  }
}

function rowOf(
  { t, format }: Desk,
  glpiUrl: string,
  key: DetailedKey,
  { at, login, email, ip, userAgent, usersId, account, accepted }: ListedRegistration,
): RegistrationRow {
  const { registrations: words } = t.key
  const invited =
    email === undefined ? undefined : key.addresses.find((address) => isSameEmail(address, email))
  const shownLogin = login ?? words.erased
  return {
    when: format.instant(at),
    iso: format.iso(at),
    login: shownLogin,
    account: account && { href: glpiUserHref(glpiUrl, usersId), label: words.openInGlpi(shownLogin) },
    accountState: stateOfAccount(words.account, account),
    email: email ?? words.erased,
    invited: invited ?? (key.isBound ? whoMayUse({ t }, key).join(', ') : words.anybody),
    ip: ip ?? '–',
    userAgent: userAgent ?? '',
    terms: accepted && words.terms(accepted.version, format.instant(accepted.at)),
    lastLogin: account?.lastLogin === undefined ? words.notYet : format.instant(account.lastLogin),
  }
}

function stateOfAccount(
  words: Record<'active' | 'inactive' | 'deleted' | 'gone', string>,
  account: ListedRegistration['account'],
): RegistrationRow['accountState'] {
  if (account === undefined) return { text: words.gone, tone: 'bad' }
  if (account.isDeleted) return { text: words.deleted, tone: 'bad' }
  return account.isActive ? { text: words.active, tone: 'good' } : { text: words.inactive, tone: 'warn' }
}
