import { modeOf, type Terms } from '../keys'
import type { Config } from '../shared/config'
import type { Problem } from '../shared/errors'
import type { TermsOfUse } from '../shared/form-settings'
import type { RegistrationForm } from './form'

type Deps = { config: Pick<Config, 'termsOfUse'> }

/** What somebody has accepted. */
export interface Acceptance {
  /** Of the terms of use. */
  version: string
  at: Date
}

/** Of the columns of a registration. */
export const acceptanceFrom = (row: {
  terms_version: string | null
  terms_accepted_at: Date | null
}): Acceptance | undefined =>
  row.terms_version === null || row.terms_accepted_at === null
    ? undefined
    : { version: row.terms_version, at: row.terms_accepted_at }

/** What has to be accepted with this key; undefined: nothing, or nothing any more. */
export const termsToAccept = ({ config }: Deps, terms: Terms): TermsOfUse | undefined =>
  modeOf(terms, 'terms') === 'required' ? config.termsOfUse : undefined

/** Whoever read an earlier version has accepted that one only. */
export function problemOfAcceptance(
  terms: TermsOfUse | undefined,
  form: Pick<RegistrationForm, 'terms' | 'termsVersion'>,
): Problem | undefined {
  if (terms === undefined) return undefined
  if (form.termsVersion !== undefined && form.termsVersion !== '' && form.termsVersion !== terms.version)
    return { code: 'terms-changed' }
  return form.terms === undefined || form.terms === '' ? { code: 'terms-not-accepted' } : undefined
}
