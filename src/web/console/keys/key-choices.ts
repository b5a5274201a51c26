import { isInScope, listEntities, listProfiles, readNames } from '../../../glpi'
import {
  type KeyFilter,
  keySorts,
  type KeySort,
  keyStates,
  listIssuers,
  listPresets,
  mailFilters,
} from '../../../keys'
import type { Db } from '../../../shared/db'
import { keyProblemWordsFor } from '../../../shared/i18n/key-problems'
import { keyProblems } from '../../../shared/key-problems'
import type { Desk } from '../desk'
import type { Choice, KeysView } from '../views/keys'

/** What the list can be filtered by: only entities and issuers that this person sees keys of. */
export async function choicesFor(
  db: Db,
  { actor, side, language, t: { keyList, mails } }: Desk,
  filter: KeyFilter,
  sort: KeySort,
): Promise<KeysView['choices']> {
  const [entities, profiles, issuers, presets] = await Promise.all([
    listEntities(db, side),
    listProfiles(db, side),
    listIssuers(db, actor.scope),
    listPresets(db, actor.scope),
  ])
  const asked = filter.issuer === undefined || issuers.includes(filter.issuer) ? [] : [filter.issuer]
  const people = [...issuers, ...asked]
  const names = await readNames(db, side, { users: issuers.filter((issuer) => issuer !== 'system') })
  const nameOf = (issuer: number | 'system') =>
    issuer === 'system' ? keyList.system : (names.user(issuer) ?? keyList.gone(issuer))

  return {
    state: withAny(
      keyList.anyOf.state,
      keyStates.toReversed().map((state) => choice(state, keyList.states[state], filter.state)),
    ),
    issuer: withAny(
      keyList.anyOf.issuer,
      people.map((issuer) => choice(issuer, nameOf(issuer), filter.issuer)).sort(byText),
    ),
    entity: withAny(
      keyList.anyOf.entity,
      entities
        .filter(({ id }) => isInScope(actor.scope, id) || id === filter.entitiesId)
        .map(({ id, path }) =>
          choice(id, isInScope(actor.scope, id) ? path : keyList.gone(id), filter.entitiesId),
        ),
    ),
    profile: withAny(
      keyList.anyOf.profile,
      profiles.map(({ id, name }) => choice(id, name, filter.profilesId)),
    ),
    preset: withAny(keyList.anyOf.preset, [
      ...presets.map(({ uid, name }) => choice(uid, name, filter.presetUid)),
      ...unlisted(filter.presetUid, presets),
    ]),
    problem: withAny(keyList.anyOf.problem, [
      choice('any', keyList.anyProblem, filter.problem),
      ...keyProblems.map((problem) =>
        choice(problem, keyProblemWordsFor(language)[problem].short, filter.problem),
      ),
    ]),
    mail: withAny(
      keyList.anyOf.mail,
      mailFilters.map((state) => choice(state, mails.list[state], filter.mail)),
    ),
    sort: keySorts.map((name) => choice(name, keyList.sorts[name], sort)),
  }
}

const choice = (value: string | number, text: string, chosen: string | number | undefined): Choice => ({
  value: String(value),
  text,
  isChosen: value === chosen,
})

/** One that was deleted: keys remember it. */
const unlisted = (asked: string | undefined, presets: readonly { uid: string }[]): Choice[] =>
  asked === undefined || presets.some(({ uid }) => uid === asked)
    ? []
    : [choice(asked, `…${asked.slice(-4)}`, asked)]

const withAny = (text: string, choices: Choice[]): Choice[] => [
  { value: '', text, isChosen: choices.every(({ isChosen }) => !isChosen) },
  ...choices,
]

const byText = (one: Choice, other: Choice) => one.text.localeCompare(other.text)
