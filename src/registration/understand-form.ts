import {
  type ChosenField,
  findGoneChoices,
  type GlpiSide,
  type Identity,
  listChoices,
  type ListedChoice,
  normaliseName,
  normalisePhone,
  type Particulars,
  readGlpiLanguage,
} from '../glpi'
import { isAsked, type ModedField, modeOf, type Terms, valueOf } from '../keys'
import type { Db } from '../shared/db'
import { type FieldProblems, FormError } from '../shared/errors'
import { identityFrom, type RegistrationForm } from './form'
import { proposeLogins, type ProposeLoginsDeps } from './propose-logins'

/** Who registers: what they are known by, and what else GLPI notes down of them. */
export interface Person {
  identity: Identity
  particulars: Particulars
}

export interface Understood extends Person {
  /** What was chosen from a list and cannot be. */
  problems: FieldProblems
  /** The login was left to us. */
  isLoginMadeUp: boolean
}

/**
 * What the form says of somebody: what they typed where the key asks, and the key's own values elsewhere, whatever was
 * sent. Lists are read only when something was chosen from them.
 */
export async function understandForm(
  deps: ProposeLoginsDeps,
  side: GlpiSide,
  terms: Terms,
  form: RegistrationForm,
): Promise<Understood> {
  const identity = identityFrom(form, terms)
  const said = (field: 'phone' | 'mobile' | 'registrationNumber' | 'language') => saidOf(terms, form, field)
  const problems: FieldProblems = {}
  const language = said('language')
  const known = readGlpiLanguage(language)
  if (language !== '' && known === undefined) problems.language = { code: 'choice-gone' }

  const chosen: Record<ChosenField, number> = { title: 0, category: 0, location: 0 }
  for (const field of chosenFields) {
    const choice = await choose(deps.db, side, terms, form, field)
    if (choice === 'gone') problems[field] = { code: 'choice-gone' }
    else if (choice === 'unknown') problems[field] = { code: 'choice-unknown' }
    else chosen[field] = choice
  }
  const particulars = {
    phone: normalisePhone(said('phone')),
    mobile: normalisePhone(said('mobile')),
    registrationNumber: normaliseName(said('registrationNumber')),
    usertitlesId: chosen.title,
    usercategoriesId: chosen.category,
    locationsId: chosen.location,
    language: known,
  }
  const isLoginMadeUp = identity.login === '' && ['optional', 'hidden'].includes(modeOf(terms, 'login'))
  if (!isLoginMadeUp) return { identity, particulars, problems, isLoginMadeUp }
  const [login = ''] = await proposeLogins(deps, side, identity)
  return { identity: { ...identity, login }, particulars, problems, isLoginMadeUp }
}

export const chosenFields = ['title', 'category', 'location'] as const satisfies readonly ChosenField[]

const saidOf = (
  terms: Terms,
  form: RegistrationForm,
  field: Exclude<ModedField, 'terms' | ChosenField>,
): string => (isAsked(modeOf(terms, field)) ? (form[field] ?? '').trim() : valueOf(terms, field))

async function choose(
  db: Db,
  side: GlpiSide,
  terms: Terms,
  form: RegistrationForm,
  field: ChosenField,
): Promise<number | 'gone' | 'unknown'> {
  if (!isAsked(modeOf(terms, field))) return Number(valueOf(terms, field))
  const id = form[field] ?? ''
  const text = (form[`${field}Text`] ?? '').trim()
  if (id === '' && text === '') return 0
  const choices = await listChoices(db, side, field, terms.grant.authorisations)
  if (id !== '') return choices.find((choice) => String(choice.id) === id)?.id ?? 'gone'
  return choices.find((choice) => isSameText(choice.text, text))?.id ?? 'unknown'
}

/** Of a list that is too long to be shown: those that have what was typed in them. */
export const choicesLike = (choices: readonly ListedChoice[], typed: string): ListedChoice[] =>
  choices.filter(({ text }) => plain(text).includes(plain(typed)))

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)

/** @throws {FormError} when GLPI lost what was chosen since the form was sent; call it in the transaction */
export async function ensureChoicesStand(
  trx: Db,
  side: GlpiSide,
  terms: Terms,
  particulars: Particulars,
): Promise<void> {
  const gone = await goneOf(trx, side, terms, particulars)
  if (gone.length === 0) return
  throw new FormError(Object.fromEntries(gone.map((field) => [field, { code: 'choice-gone' as const }])))
}

/**
 * What is left of the choices when an account is made long after the form was sent: whoever chose what GLPI has lost
 * meanwhile gets the account without it, since they can choose no more.
 */
export async function withoutGoneChoices(
  trx: Db,
  side: GlpiSide,
  terms: Terms,
  particulars: Particulars,
): Promise<Particulars> {
  const gone = await goneOf(trx, side, terms, particulars)
  return {
    ...particulars,
    ...(gone.includes('title') ? { usertitlesId: 0 } : {}),
    ...(gone.includes('category') ? { usercategoriesId: 0 } : {}),
    ...(gone.includes('location') ? { locationsId: 0 } : {}),
  }
}

/** What the key itself gives is looked at with the rest of its grant. */
async function goneOf(
  trx: Db,
  side: GlpiSide,
  terms: Terms,
  { usertitlesId, usercategoriesId, locationsId }: Particulars,
): Promise<ChosenField[]> {
  const chosen = { title: usertitlesId, category: usercategoriesId, location: locationsId }
  const asked = chosenFields.filter((field) => isAsked(modeOf(terms, field)))
  if (asked.length === 0) return []
  const own = Object.fromEntries(asked.map((field) => [field, chosen[field]]))
  return findGoneChoices(trx, side, own, terms.grant.authorisations)
}
