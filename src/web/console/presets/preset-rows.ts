import type { Context } from '../../../context'
import { readNames } from '../../../glpi'
import { couldUsePreset, listPresets, mayChangePreset, type Preset } from '../../../keys'
import type { Desk } from '../desk'
import { isSimple } from '../making/preset-values'
import { presetKeeperAt } from '../roles'
import type { PresetRowView } from '../views/presets'

/** The presets of the entities that this person looks after, and what they may do with each. */
export async function presetRows(context: Context, desk: Desk): Promise<PresetRowView[]> {
  const { t, format, root, side, actor } = desk
  const by = presetKeeperAt(desk)
  const presets = await listPresets(context.db, actor.scope)
  const held = presets.flatMap(({ terms }) => terms.grant.authorisations)
  const names = await readNames(context.db, side, {
    users: presets.flatMap(({ ownerUsersId }) => (ownerUsersId === undefined ? [] : [ownerUsersId])),
    profiles: held.map(({ profilesId }) => profilesId),
    entities: held.map(({ entitiesId }) => entitiesId),
  })
  const mayTransfer = actor.permissions.has('update-keys')
  const gone = (id: number) => t.keyList.gone(id)

  async function rowOf(preset: Preset): Promise<PresetRowView> {
    const { uid, name, ownerUsersId, terms } = preset
    const isTheirs = by.mayMake && (await couldUsePreset(context, by, preset))
    const mayChange = mayChangePreset(preset, by)
    const mayEdit = mayChange && by.mayMake && isSimple(preset)
    const { maxUses, life } = terms
    return {
      name,
      label: terms.label,
      grants: terms.grant.authorisations.map(({ profilesId, entitiesId, isRecursive }) => {
        const entity = names.entityPath(entitiesId) ?? gone(entitiesId)
        return {
          profile: names.profile(profilesId) ?? gone(profilesId),
          place: isRecursive ? `${entity} (${t.frame.andBelow})` : entity,
        }
      }),
      uses: maxUses === 'unlimited' ? t.presets.unlimited : format.number(maxUses),
      days: life === 'never' ? t.presets.never : t.presets.days(life.days, format.number(life.days)),
      owner: ownerUsersId === undefined ? t.keyList.system : (names.user(ownerUsersId) ?? gone(ownerUsersId)),
      remark: !isSimple(preset)
        ? t.presets.several
        : by.mayMake && !isTheirs
          ? t.presets.notYours
          : undefined,
      keysHref: `${root}/keys?preset=${uid}`,
      useHref: isTheirs && isSimple(preset) ? `${root}/keys/new?preset=${uid}` : undefined,
      useForManyHref: isTheirs && isSimple(preset) ? `${root}/batches/new?preset=${uid}` : undefined,
      editHref: mayEdit ? `${root}/presets/${uid}` : undefined,
      transferHref: mayTransfer ? `${root}/presets/${uid}/transfer` : undefined,
      deleteHref: mayChange ? `${root}/presets/${uid}/deletion` : undefined,
    }
  }

  const rows: PresetRowView[] = []
  for (const preset of presets) rows.push(await rowOf(preset))
  return rows
}
