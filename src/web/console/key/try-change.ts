import { ChangeRefused, type KeyChange, PolicyExceeded, type PolicyLimit } from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import { type ChangeProblems, fieldOf } from './change-form'

/**
 * Changes a key as a form asked for, where the form could be read: undefined then, or what is wrong, beside the fields
 * of the form.
 */
export async function tryChange(
  { actor }: Desk,
  { wanted, problems }: { wanted: KeyChange; problems: ChangeProblems },
  change: () => Promise<unknown>,
): Promise<ChangeProblems | undefined> {
  if (Object.keys(problems).length > 0) return problems
  try {
    await change()
    return undefined
  } catch (error) {
    if (error instanceof PolicyExceeded && isOfTerms(error.limit.kind)) return beyond[error.limit.kind]
    if (error instanceof ChangeRefused) return { [fieldOf[error.problem]]: error.problem }
    if (!(error instanceof AppError) || !refusals.has(error.code)) throw error
    const unbounds = wanted.maxUses === 'unlimited' || wanted.expiresAt === 'never'
    const mayMake = actor.permissions.has('create-keys')
    return { form: unbounds && mayMake ? 'not-yours-to-unbound' : 'not-yours-to-widen' }
  }
}

/** A limit of the configuration, beside the field that can mend it. */
const beyond = {
  uses: { limit: 'beyond-uses' },
  life: { end: 'beyond-life' },
  unlimited: { limit: 'beyond-unlimited' },
  never: { end: 'beyond-never' },
} as const satisfies Partial<Record<PolicyLimit['kind'], ChangeProblems>>

const isOfTerms = (kind: PolicyLimit['kind']): kind is keyof typeof beyond => kind in beyond

const refusals = new Set<AppError['code']>(['NOT_ALLOWED', 'KEY_ISSUER_REFUSED', 'KEY_GRANT_REFUSED'])
