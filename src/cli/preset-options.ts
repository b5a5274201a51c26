import type { Context } from '../context'
import type { Grant } from '../glpi'
import { type AskedCarried, getPresetCalled, type Preset } from '../keys'
import { endAfter } from '../shared/ends'
import { askedGrant, type GrantOptions } from './grant-options'
import { resolveGrant } from './resolve-grant'

/** The preset of that name or uid; the command line looks after everything. */
export const presetCalled = async (
  { db }: Context,
  asked: string | undefined,
): Promise<Preset | undefined> =>
  asked === undefined ? undefined : getPresetCalled(db, asked, { kind: 'all' })

/** What is granted by the options and, where they say nothing, by the preset. */
export async function grantWith(
  context: Context,
  options: GrantOptions,
  preset: Preset | undefined,
): Promise<Grant> {
  const asked = askedGrant(options)
  const [first, ...others] = preset?.terms.grant.authorisations ?? []
  if (preset === undefined || first === undefined) return resolveGrant(context, asked)
  const { grant } = preset.terms
  const idOf = (id: number) => (id === 0 ? undefined : String(id))
  const own = await resolveGrant(context, {
    profile: asked.profile ?? String(first.profilesId),
    entity: asked.entity ?? String(first.entitiesId),
    recursive: asked.recursive || (asked.entity === undefined && first.isRecursive),
    groups: asked.groups.length > 0 ? asked.groups : grant.groupIds.map(String),
    title: asked.title ?? idOf(grant.usertitlesId),
    category: asked.category ?? idOf(grant.usercategoriesId),
    location: asked.location ?? idOf(grant.locationsId),
  })
  const isOther = asked.profile !== undefined || asked.entity !== undefined
  return isOther ? own : { ...own, authorisations: [...own.authorisations, ...others] }
}

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
