import { identityOf, type ImportColumn, type RowCells, type RowProblem } from '../csv'
import { isEmail, readGlpiLanguage } from '../glpi'
import {
  type AskedAccount,
  type AskedKey,
  isDomain,
  type KeyFieldName,
  labelLength,
  messageLength,
  normaliseDomain,
  splitName,
} from '../keys'
import { readAccountLife } from '../shared/account-life'
import { normaliseEmail } from '../shared/email-address'
import type { ImportDefaults } from './outcome'
import { meansNever, meansUnlimited, readYesOrNo, severalIn } from './words'

type Note = (column: ImportColumn | undefined, message: string) => void

/** What a row asks for, with what all have where its own cell is empty. */
export interface AskedRow {
  /** What the key is for, and whom. */
  person: {
    label: string | undefined
    address: string | undefined
    fields: { field: KeyFieldName; value: string }[]
  }
  /** All the rest: many rows ask for the same. */
  terms: AskedKey
  problems: RowProblem[]
}

const ownFields = ['firstname', 'realname', 'login', 'phone', 'mobile', 'registrationNumber'] as const

export function readCells(cells: RowCells, defaults: ImportDefaults): AskedRow {
  const problems: RowProblem[] = []
  const note: Note = (column, message) => problems.push({ column, code: 'not-understood', message })
  const said = (column: ImportColumn): string | undefined => cells[column]?.trim() || undefined
  if (identityOf(cells) === undefined)
    problems.push({ column: 'email', code: 'unknown-row', message: 'it needs an address or an externalId' })

  const address = said('email')
  if (address !== undefined && !isEmail(normaliseEmail(address)))
    note('email', `${address} is no e-mail address`)
  const names = namesIn(cells)
  const label = said('label') ?? names.whole ?? defaults.label
  if (label !== undefined && Array.from(label).length > labelLength)
    note('label', `it has more than ${labelLength} characters`)
  const fields = ownFields.flatMap((field) => {
    const value = field === 'firstname' || field === 'realname' ? names[field] : said(field)
    return value === undefined ? [] : [{ field, value }]
  })
  return { person: { label, address, fields }, terms: termsIn(said, defaults, note), problems }
}

/** In parts, or as a whole that can be parted. */
function namesIn({ name = '', firstname = '', realname = '' }: RowCells) {
  const whole = name.trim()
  const split = firstname === '' && realname === '' ? splitName(whole) : undefined
  const first = split?.firstname ?? firstname.trim()
  const last = split?.realname ?? realname.trim()
  return {
    firstname: first || undefined,
    realname: last || undefined,
    whole: whole || `${first} ${last}`.trim() || undefined,
  }
}

function termsIn(
  said: (column: ImportColumn) => string | undefined,
  defaults: ImportDefaults,
  note: Note,
): AskedKey {
  const shared = { ...defaults, label: undefined }
  const language = said('language')
  if (language !== undefined && readGlpiLanguage(language) === undefined)
    note('language', `not a language of GLPI: ${language}. Try fr_FR or en_GB`)
  const message = said('message')
  if (message !== undefined && Array.from(message).length > messageLength)
    note('message', `it has more than ${messageLength} characters`)
  return {
    ...shared,
    ...given({
      preset: said('preset'),
      notBefore: said('notBefore'),
      profile: said('profile'),
      entity: said('entity'),
      title: said('title'),
      category: said('category'),
      location: said('location'),
      language,
      message,
      groups: listIn(said('groups')),
      domains: domainsIn(said('domains'), note),
      maxUses: usesIn(said('maxUses'), note),
      recursive: yesOrNo('recursive'),
      proveAddress: yesOrNo('proveAddress'),
      approval: yesOrNo('approval'),
      shareInviter: negated(yesOrNo('hideInviter')),
    }),
    ...endIn(said('expiresAt'), shared),
    account: accountIn(said('accountFrom'), said('accountUntil'), shared.account),
  }

  function yesOrNo(column: ImportColumn): boolean | undefined {
    const text = said(column)
    const answer = text === undefined ? undefined : readYesOrNo(text)
    if (text !== undefined && answer === undefined) note(column, `neither yes nor no: ${text}`)
    return answer
  }
}

const negated = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer

const given = (asked: AskedKey): AskedKey =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))

const listIn = (text: string | undefined): string[] | undefined =>
  text === undefined ? undefined : severalIn(text)

function domainsIn(text: string | undefined, note: Note): string[] | undefined {
  const domains = listIn(text)
  const wrong = domains?.filter((domain) => !isDomain(normaliseDomain(domain))) ?? []
  if (wrong.length > 0) note('domains', `not a domain: ${wrong.join(', ')}`)
  return domains
}

function usesIn(text: string | undefined, note: Note): number | null | undefined {
  if (text === undefined) return undefined
  if (meansUnlimited(text)) return null
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  note('maxUses', `neither a whole number from 1 on nor “unlimited”: ${text}`)
  return undefined
}

function endIn(
  text: string | undefined,
  { expiresAt, expiresIn }: ImportDefaults,
): Pick<AskedKey, 'expiresAt' | 'expiresIn'> {
  if (text === undefined) return { expiresAt, expiresIn }
  if (meansNever(text)) return { expiresAt: null, expiresIn: undefined }
  const isLife = /^(\d{1,5}[mhdw]|P\w+)$/i.test(text)
  return isLife ? { expiresIn: text, expiresAt: undefined } : { expiresAt: text, expiresIn: undefined }
}

function accountIn(
  from: string | undefined,
  until: string | undefined,
  shared: AskedAccount | undefined,
): AskedAccount | undefined {
  if (from === undefined && until === undefined) return shared
  const begin = from ?? shared?.from
  if (until === undefined) return { ...shared, from: begin }
  const life = readAccountLife(until)
  return life === undefined ? { from: begin, until } : { from: begin, [life.kind]: life.count }
}
