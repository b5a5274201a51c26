import type { Context } from '../../../context'
import { latestEnd, listPresets, type Preset, type PresetTerms } from '../../../keys'
import { dayAt } from '../../../shared/time'
import type { Desk } from '../desk'
import { accountLike, asksOf, fills, type FormValues, usualValues } from './form-values'
import { lives } from './life'

/** Those that the form can show whole: it has one profile and one entity. */
export async function usablePresets({ db }: Pick<Context, 'db'>, { actor }: Desk): Promise<Preset[]> {
  return (await listPresets(db, actor.scope)).filter(isSimple)
}

export const isSimple = ({ terms }: Pick<Preset, 'terms'>): boolean => terms.grant.authorisations.length === 1

/** What a preset says, as it would have been typed into the form that makes a key. */
export function valuesOfTerms(
  { grant, life, fields, ...terms }: PresetTerms,
  { clock, config }: Pick<Context, 'clock' | 'config'>,
): FormValues {
  const [first] = grant.authorisations
  const text = (id: number) => (id === 0 ? '' : String(id))
  const filled = Object.fromEntries(fields.map(({ field, value }) => [fills[field], value]))
  return {
    ...usualValues,
    label: terms.label,
    uses: terms.maxUses === 'unlimited' ? '1' : String(terms.maxUses),
    unlimited: terms.maxUses === 'unlimited' ? 'yes' : '',
    ...(life === 'never' ? { life } : valuesOfDays(life.days, { clock, config })),
    profile: String(first?.profilesId ?? ''),
    entity: String(first?.entitiesId ?? ''),
    recursive: first?.isRecursive === true ? 'yes' : '',
    groups: grant.groupIds.map(String),
    title: text(grant.usertitlesId),
    category: text(grant.usercategoriesId),
    location: text(grant.locationsId),
    domains: terms.domains.join('\n'),
    ...accountLike({ from: undefined, end: terms.accountEnd }, config.timeZone),
    language: terms.language ?? '',
    ...filled,
    asks: asksOf({ form: terms.form, fields }),
    locks: fields.filter(({ isLocked }) => isLocked).map(({ field }) => field),
    message: terms.message ?? '',
    prove: terms.needsProof ? 'yes' : '',
    approve: terms.needsApproval ? 'yes' : '',
    share: terms.sharesInviter ? 'yes' : '',
    send: terms.send ? 'yes' : '',
  }
}

const dayMs = 86_400_000

/** So many days from now: as a life that is offered, or else as its last day. */
export function valuesOfDays(
  days: number,
  { clock, config }: Pick<Context, 'clock' | 'config'>,
): Pick<FormValues, 'life' | 'until'> {
  const life = lives.find((one) => one === `${days}d`)
  if (life !== undefined) return { life, until: '' }
  const last = latestEnd({ ...config, graceDays: 0, maxLifetimeMs: days * dayMs }, clock.now())
  return { life: 'date', until: dayAt(last, config.timeZone) }
}

/** What no preset holds. */
const kept = ['addresses', 'starts', 'accountFrom', 'people', 'count', 'bind'] as const
/** What a preset may leave to whoever makes the key. */
const free = ['label', 'message', 'language', 'send', ...Object.values(fills)] as const

/** The form with another preset: what was typed stays as far as the preset leaves it open. */
export function usePreset(
  typed: FormValues,
  before: FormValues | undefined,
  { uid, values }: { uid: string; values: FormValues },
): FormValues {
  const next = { ...values, preset: uid }
  for (const field of kept) next[field] = typed[field]
  for (const field of free)
    if (next[field] === '' && typed[field] !== before?.[field]) next[field] = typed[field]
  return next
}
