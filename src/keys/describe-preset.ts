import { type CarriedDescription } from './describe-carried'
import { type DescribeDeps, type KeyDescription, nameGrant } from './describe-key'
import type { FormModes } from './form-modes'
import type { Preset } from './preset'

/** A preset as programs are told of it, in the words of keys: null where there is nothing. */
export interface PresetDescription extends Omit<CarriedDescription, 'account' | 'form'> {
  uid: string
  name: string
  /** The id in GLPI; null: the server. */
  owner: number | null
  /** Of keys made with it. */
  label: string
  /** Null: unlimited. */
  maxUses: number | null
  /** How long they work; null: for ever. */
  days: number | null
  grant: KeyDescription['grant']
  account: Omit<CarriedDescription['account'], 'from'>
  /** Where the form is not as usual. */
  form: FormModes
  /** Mail the link to those whom a key is for. */
  send: boolean
  createdAt: string
  changedAt: string
}

export async function describePreset(
  deps: Pick<DescribeDeps, 'db' | 'glpi'>,
  { uid, name, ownerUsersId, terms, createdAt, changedAt }: Preset,
): Promise<PresetDescription> {
  const { accountEnd: end } = terms
  return {
    uid,
    name,
    owner: ownerUsersId ?? null,
    label: terms.label,
    maxUses: terms.maxUses === 'unlimited' ? null : terms.maxUses,
    days: terms.life === 'never' ? null : terms.life.days,
    grant: await nameGrant(deps, await deps.glpi.side(), terms.grant),
    domains: [...terms.domains],
    account: {
      days: end?.kind === 'days' ? end.days : null,
      months: end?.kind === 'months' ? end.months : null,
      until: end?.kind === 'date' ? end.at.toISOString() : null,
    },
    language: terms.language ?? null,
    fields: terms.fields.map(({ field, value, isLocked }) => ({ field, value, locked: isLocked })),
    form: { ...terms.form },
    proveAddress: terms.needsProof,
    approval: terms.needsApproval,
    message: terms.message ?? null,
    shareInviter: terms.sharesInviter,
    send: terms.send,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  }
}
