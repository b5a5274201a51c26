import {
  findAccountsById,
  type GlpiSide,
  listAccountsWithAddress,
  listAccountsWithLogin,
  normaliseEmail,
  normaliseLogin,
  type PersonAccount,
} from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { listNamesMailed, listNamesPrefilled, listOwnRegistrations } from './person-store'
import type { FullName, KnownBy } from './redact'

/** Whom it is about: at least an address or a login. */
export interface AskedPerson {
  email?: string | undefined
  login?: string | undefined
}

export interface Person extends KnownBy {
  /** Their accounts in GLPI, which are GLPI's business. */
  accounts: { usersId: number; login: string }[]
  /** Whoever has the address in GLPI, when that is more than one person: then none of them is meant by it. */
  sharedBy: { usersId: number; login: string }[]
}

/**
 * What somebody is known by here: from our own rows, and from their account in GLPI. An account counts only when a
 * registration became it and its login is still that one, since GLPI gives ids to others after a restore; when it has
 * the login that was asked for; or when nobody else has the address.
 *
 * @throws {AppError} INPUT_INVALID when nobody is named
 */
export async function identifyPerson(db: Db, side: GlpiSide, asked: AskedPerson): Promise<Person> {
  const email = normaliseEmail(asked.email ?? '')
  const login = normaliseLogin(asked.login ?? '')
  if (email === '' && login === '') throw new AppError('INPUT_INVALID', 'name an address or a login')

  const registered = await listOwnRegistrations(db, { emails: given(email), logins: given(login) })
  const withAddress = email === '' ? [] : await listAccountsWithAddress(db, side, email)
  const isShared = withAddress.length > 1
  const accounts = unique([
    ...(isShared ? [] : withAddress),
    ...(login === '' ? [] : await listAccountsWithLogin(db, side, login)),
    ...(await accountsOf(db, side, registered)),
  ])
  const emails = distinct([
    ...given(email),
    ...registered.map((one) => one.email),
    ...accounts.flatMap((one) => one.emails),
  ])
  const logins = distinct([
    ...given(login),
    ...registered.map((one) => one.login),
    ...accounts.map((one) => one.login),
  ])
  return {
    emails,
    logins,
    names: distinctNames([
      ...accounts,
      ...(await listNamesPrefilled(db, { emails, logins })),
      ...(await listNamesMailed(db, emails)).map(splitName),
    ]),
    accounts: accounts.map(idAndLogin),
    sharedBy: isShared ? withAddress.map(idAndLogin) : [],
  }
}

async function accountsOf(
  db: Db,
  side: GlpiSide,
  registered: readonly { usersId: number | undefined; login: string }[],
): Promise<PersonAccount[]> {
  const ids = registered.flatMap(({ usersId }) => (usersId === undefined ? [] : [usersId]))
  const found = await findAccountsById(db, side, ids)
  return found.filter((account) =>
    registered.some(({ usersId, login }) => usersId === account.usersId && isSame(login, account.login)),
  )
}

const given = (text: string): string[] => (text === '' ? [] : [text])
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
const idAndLogin = ({ usersId, login }: PersonAccount) => ({ usersId, login })

const unique = (accounts: readonly PersonAccount[]): PersonAccount[] =>
  Array.from(new Map(accounts.map((account) => [account.usersId, account])).values())

function distinct(texts: readonly string[]): string[] {
  return Array.from(
    new Map(texts.filter((text) => text !== '').map((text) => [text.toLowerCase(), text])).values(),
  )
}

function distinctNames(names: readonly FullName[]): FullName[] {
  const whole = names.filter(({ firstname, realname }) => firstname !== '' && realname !== '')
  return Array.from(
    new Map(
      whole.map(({ firstname, realname }) => [
        `${firstname}\n${realname}`.toLowerCase(),
        { firstname, realname },
      ]),
    ).values(),
  )
}

/** `Marie Curie`, as mails are addressed: which of the words is the last name makes no difference here. */
function splitName(name: string): FullName {
  const [firstname = '', ...rest] = name.trim().split(/\s+/)
  return { firstname, realname: rest.join(' ') }
}
