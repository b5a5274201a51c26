import type { Context } from '../context'
import type { Grant } from '../glpi'
import { type AskedCarried, getPresetCalled, type Preset } from '../keys'
import { endAfter } from '../shared/ends'
import type { GrantOptions } from './grant-options'
import { resolveGrant } from './resolve-grant'

/** The preset of that name or uid; the command line looks after everything. */
export const presetCalled = async (
  { db }: Context,
  asked: string | undefined,
): Promise<Preset | undefined> =>
  asked === undefined ? undefined : getPresetCalled(db, asked, { kind: 'all' })

/** What is granted by the options and, where they say nothing, by the preset. */
export const grantWith = (
  context: Context,
  options: GrantOptions,
  preset: Preset | undefined,
): Promise<Grant> => resolveGrant(context, options, preset?.terms.grant)

/** What keys made with it carry, before what options say; but for the form, of which options say a part. */
export function carriedWith(preset: Preset | undefined): AskedCarried {
  if (preset === undefined) return {}
  const { domains, accountEnd, language, fields, needsProof, needsApproval, message, sharesInviter } =
    preset.terms
  return {
    domains,
    accountValidity: { from: undefined, end: accountEnd },
    language,
    fields,
    needsProof,
    needsApproval,
    message,
    sharesInviter,
    presetUid: preset.uid,
  }
}

/** When a key ends that is made with it. */
export function endWith(
  { terms }: Preset,
  { clock, config }: Context,
  notBefore: Date | undefined,
): { expiresAt: Date | undefined; graceDays: number } {
  if (terms.life === 'never') return { expiresAt: undefined, graceDays: 0 }
  const now = clock.now()
  const begin = notBefore !== undefined && notBefore > now ? notBefore : now
  return endAfter(`${terms.life.days}d`, begin, config) ?? { expiresAt: now, graceDays: 0 }
}
