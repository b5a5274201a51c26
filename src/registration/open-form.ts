import {
  type ChosenField,
  findChoiceName,
  type GlpiSide,
  type ListedChoice,
  listChoices,
  type PasswordRules,
  readGlpiSettings,
} from '../glpi'
import {
  checkCode,
  endingOf,
  type FieldMode,
  type FormTerms,
  isAsked,
  type ModedField,
  modedFields,
  modeOf,
  type Terms,
  valueOf,
} from '../keys'
import type { Db } from '../shared/db'
import type { TermsOfUse } from '../shared/form-settings'
import { ensureGivable } from './ensure-givable'
import { termsToAccept } from './accepted-terms'
import { loginFrom } from './login-pattern'
import type { RedeemKeyDeps } from './redeem-key'
import { chosenFields } from './understand-form'

export interface OpenForm {
  passwordRules: PasswordRules
  /** The address the key is bound to, when it is one. */
  boundAddress: string | undefined
  /** How an address has to end, for a key that is for domains. */
  emailEndings: readonly string[]
  modes: Readonly<Record<ModedField, FieldMode>>
  /** What stands in the form already, as the form sends it; `''`: nothing. */
  values: Readonly<Record<ModedField, string>>
  /** What can be chosen, in fields that ask for it. */
  choices: Readonly<Partial<Record<ChosenField, readonly ListedChoice[]>>>
  /** What was chosen by the key, in fields that it locks. */
  lockedChoices: Readonly<Partial<Record<ChosenField, string>>>
  /** Logins are made like this as one types; undefined: they are not. */
  loginPattern: string | undefined
  /** What has to be accepted. */
  termsOfUse: TermsOfUse | undefined
  /** Of the key, as GLPI writes it. */
  language: string | undefined
}

/**
 * What the form needs to know, or the true reason why there will be no account: nobody types into a form that cannot
 * be accepted.
 *
 * @throws {AppError} with a RefusalCode
 */
export async function openForm(deps: RedeemKeyDeps, typedCode: string, openedAt: Date): Promise<OpenForm> {
  const { key } = await checkCode(deps, typedCode, openedAt)
  const side = await deps.glpi.side()
  const terms = await ensureGivable(deps, key)

  const { passwordPolicy } = await readGlpiSettings(deps.db, deps.glpiDatabase)
  const passwordRules = { glpi: passwordPolicy, algorithm: deps.passwords.algorithm }
  const modes = forEachField((field) => modeOf(terms, field))
  const { loginPattern } = deps.config
  return {
    passwordRules,
    boundAddress: boundAddressOf(terms),
    emailEndings: terms.domains.map(endingOf),
    modes,
    values: withLogin(valuesOf(terms), modes, loginPattern),
    ...(await readChoices(deps.db, side, terms, modes)),
    loginPattern: modes.login === 'required' ? loginPattern : undefined,
    termsOfUse: termsToAccept(deps, terms),
    language: terms.language,
  }
}

/** With a domain beside it, whoever holds the link may be somebody else, who must not learn the address. */
const boundAddressOf = ({ addresses, domains }: Terms): string | undefined =>
  addresses.length === 1 && domains.length === 0 ? addresses[0] : undefined

const forEachField = <T>(of: (field: ModedField) => T): Record<ModedField, T> =>
  Object.fromEntries(modedFields.map((field) => [field, of(field)])) as Record<ModedField, T>

const valuesOf = (terms: FormTerms) => forEachField((field) => valueOf(terms, field))

/** For whom the name stands there already, a login does; that somebody has it is found when the form is sent. */
function withLogin(
  values: OpenForm['values'],
  modes: OpenForm['modes'],
  pattern: string | undefined,
): OpenForm['values'] {
  const isNamed = values.firstname !== '' && values.realname !== ''
  if (pattern === undefined || modes.login !== 'required' || values.login !== '' || !isNamed) return values
  return { ...values, login: loginFrom(pattern, values) }
}

/** No list is read that the form does not show. */
async function readChoices(
  db: Db,
  side: GlpiSide,
  terms: Terms,
  modes: OpenForm['modes'],
): Promise<Pick<OpenForm, 'choices' | 'lockedChoices'>> {
  const choices: Partial<Record<ChosenField, ListedChoice[]>> = {}
  const lockedChoices: Partial<Record<ChosenField, string>> = {}
  for (const field of chosenFields) {
    if (isAsked(modes[field])) choices[field] = await listChoices(db, side, field, terms.grant.authorisations)
    else if (modes[field] === 'locked')
      lockedChoices[field] = (await findChoiceName(db, side, field, Number(valueOf(terms, field)))) ?? ''
  }
  return { choices, lockedChoices }
}
