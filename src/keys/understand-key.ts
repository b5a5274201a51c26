import { type Choice, type Grant, wholeGrant } from '../glpi'
import type { Clock } from '../shared/clock'
import type { EndRules } from '../shared/ends'
import { AppError, type InputProblem } from '../shared/errors'
import type { AskedKey, Note } from './asked-key'
import type { AskedCarried } from './carried'
import type { NewKey } from './create-key'
import { chooseNamed, type KeyAsker, type KeyChoices, readKeyChoices } from './key-choices'
import { getPresetCalled } from './manage-presets'
import type { Preset } from './preset'
import { understandAccount, understandBegin, understandEnd } from './understand-times'

export interface UnderstandKeysDeps {
  db: Parameters<typeof readKeyChoices>[0]['db']
  glpi: Parameters<typeof readKeyChoices>[0]['glpi']
  clock: Clock
  config: EndRules
}

/** What is meant, or everything that is wrong with how it was said. */
export type Understood = { key: NewKey } | { problems: readonly InputProblem[] }

/**
 * What is meant by keys that a program asks for: names become ids, times instants, and presets fill in what is left
 * out. Whether they may be made is looked at when they are.
 */
export async function understandKeys(
  deps: UnderstandKeysDeps,
  by: KeyAsker,
  asked: readonly AskedKey[],
): Promise<Understood[]> {
  const choices = await readKeyChoices(deps, by)
  const presets = await readPresets(deps, by, asked)
  return asked.map((one) => {
    const problems: InputProblem[] = []
    const note: Note = (pointer, reason) => problems.push({ pointer, reason })
    const preset = one.preset === undefined ? undefined : presets.get(one.preset)
    if (preset instanceof AppError) return { problems: [{ pointer: '/preset', reason: preset.message }] }
    const key = understand(deps, choices, preset, one, note)
    return problems.length === 0 ? { key } : { problems }
  })
}

/** Each by what it is called, or why there is none. */
async function readPresets(
  { db }: UnderstandKeysDeps,
  { scope }: KeyAsker,
  asked: readonly AskedKey[],
): Promise<Map<string, Preset | AppError>> {
  const names = new Set(asked.flatMap(({ preset }) => preset ?? []))
  const presets = new Map<string, Preset | AppError>()
  for (const name of names) {
    presets.set(
      name,
      await getPresetCalled(db, name, scope).catch((error: unknown) => {
        if (error instanceof AppError) return error
        throw error
      }),
    )
  }
  return presets
}

function understand(
  { clock, config }: UnderstandKeysDeps,
  choices: KeyChoices,
  preset: Preset | undefined,
  asked: AskedKey,
  note: Note,
): NewKey {
  const terms = preset?.terms
  const rules = { ...config, now: clock.now() }
  const notBefore = understandBegin(asked.notBefore, '/notBefore', rules, note)
  const maxUses = asked.maxUses === undefined ? (terms?.maxUses ?? 1) : (asked.maxUses ?? 'unlimited')
  return {
    label: asked.label?.trim() ?? terms?.label ?? '',
    maxUses: maxUses === 'unlimited' ? undefined : maxUses,
    notBefore,
    ...understandEnd(asked, terms?.life, notBefore, rules, note),
    grant: understandGrant(choices, terms?.grant, asked, note),
    addresses: asked.emails ?? [],
    ...understandCarried(preset, asked, rules, note),
    send: asked.send ?? (terms?.send === true && (asked.emails ?? []).length > 0),
  }
}

type AskedGrant = Pick<
  AskedKey,
  'profile' | 'entity' | 'recursive' | 'groups' | 'title' | 'category' | 'location'
>

/** @param own what is given where nothing is said */
export function understandGrant(
  choices: KeyChoices,
  own: Grant | undefined,
  asked: AskedGrant,
  note: Note,
): Grant {
  const [first, ...others] = own?.authorisations ?? []
  const isElsewhere = asked.profile !== undefined || asked.entity !== undefined
  const profilesId =
    chosen('profile', choices.profiles, asked.profile) ?? first?.profilesId ?? choices.defaultProfilesId
  if (profilesId === undefined) note('/profile', 'GLPI has no default profile to give: name one')
  return wholeGrant({
    authorisations: [
      {
        profilesId: profilesId ?? 0,
        entitiesId:
          chosen('entity', choices.entities, asked.entity) ?? first?.entitiesId ?? choices.defaultEntitiesId,
        isRecursive: asked.recursive ?? (asked.entity === undefined && first?.isRecursive === true),
      },
      ...(isElsewhere ? [] : others),
    ],
    groupIds: asked.groups === undefined ? (own?.groupIds ?? []) : distinct(asked.groups.map(groupAt)),
    usertitlesId: chosenOrNone('title', choices.titles, asked.title) ?? own?.usertitlesId ?? 0,
    usercategoriesId:
      chosenOrNone('category', choices.categories, asked.category) ?? own?.usercategoriesId ?? 0,
    locationsId: chosenOrNone('location', choices.locations, asked.location) ?? own?.locationsId ?? 0,
  })

  function chosen(
    what: 'profile' | 'entity' | 'title' | 'category' | 'location',
    among: readonly Choice[],
    name: string | number | undefined,
  ): number | undefined {
    return name === undefined ? undefined : idOf(chooseNamed(what, among, name, `/${what}`))
  }

  function chosenOrNone(
    what: 'title' | 'category' | 'location',
    among: readonly Choice[],
    name: string | number | null | undefined,
  ): number | undefined {
    return name === null ? 0 : chosen(what, among, name)
  }

  function groupAt(name: string | number, index: number): number {
    return idOf(chooseNamed('group', choices.groups, name, `/groups/${index}`))
  }

  function idOf(found: number | InputProblem): number {
    if (typeof found === 'number') return found
    note(found.pointer, found.reason)
    return 0
  }
}

const distinct = (ids: readonly number[]): number[] => Array.from(new Set(ids))

function understandCarried(
  preset: Preset | undefined,
  asked: AskedKey,
  rules: EndRules,
  note: Note,
): AskedCarried {
  const terms = preset?.terms
  return {
    domains: asked.domains ?? terms?.domains,
    accountValidity:
      asked.account === undefined
        ? { from: undefined, end: terms?.accountEnd }
        : understandAccount(asked.account, rules, note),
    language: asked.language === null ? undefined : (asked.language ?? terms?.language),
    fields:
      asked.fields?.map(({ field, value, locked = false }) => ({ field, value, isLocked: locked })) ??
      terms?.fields,
    form: { ...terms?.form, ...asked.form },
    needsProof: asked.proveAddress ?? terms?.needsProof,
    needsApproval: asked.approval ?? terms?.needsApproval,
    message: asked.message === null ? undefined : (asked.message ?? terms?.message),
    sharesInviter: asked.shareInviter ?? terms?.sharesInviter,
    presetUid: preset?.uid,
  }
}
