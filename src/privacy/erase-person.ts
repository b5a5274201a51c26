import { type EventActor, type Origin, recordEvent } from '../audit'
import type { GlpiWatch } from '../glpi'
import { releaseHold, replaceWords, revokeKeys } from '../keys'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction, uidFromBytes, uidToBytes } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { emptyKeys } from './empty-keys-store'
import {
  deleteRegistrationDetailsOf,
  forgetMails,
  forgetMutexes,
  forgetOriginsOf,
  leaveKeysOfOthers,
} from './erase-store'
import { forgetImports } from './import-rows-store'
import type { AskedPerson } from './identify-person'
import { type PersonFile, readPerson } from './read-person'
import { replaceText } from './texts-store'

export interface PrivacyDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
}

/** At whose hands. */
export interface By {
  actor: EventActor
  from?: Origin | undefined
}

/** Usable keys that are for this person alone: erasing takes from them whom they are for, so they have to end. */
export const keysToRevoke = ({ keys }: PersonFile): PersonFile['keys'] =>
  keys.filter(({ isTheirsAlone, isUsable }) => isTheirsAlone && isUsable)

/**
 * Erases every trace of somebody in our tables: names, addresses, logins, network addresses. Counters, the numbers of
 * keys and the record stay, which hold ids. Doing it twice is no error.
 *
 * Their account in GLPI, and the history that GLPI keeps of it, are GLPI's to delete.
 *
 * @param revoking says yes to ending the keys that are for them alone and can still be used
 * @returns what was there
 * @throws {AppError} INPUT_INVALID when such keys were not to be revoked; nothing has changed then
 */
export async function erasePerson(
  deps: PrivacyDeps,
  by: By,
  asked: AskedPerson,
  { revoking }: { revoking: boolean },
): Promise<PersonFile> {
  const file = await readPerson(deps.db, await deps.glpi.side(), asked, deps.clock.now())
  const dying = keysToRevoke(file).map(({ uid }) => uid)
  if (dying.length > 0 && !revoking) {
    throw new AppError(
      'INPUT_INVALID',
      `nothing was erased: ${dying.length} key(s) for this person alone can still be used; if they are to be revoked, add --revoke-keys`,
    )
  }
  // Before their keys are revoked, of which whoever waits with one would be told by mail.
  for (const { uid } of file.registrations.filter(isWaiting)) await releaseHold(deps, uid, 'erased', by)
  await revokeKeys(deps, by, { scope: { kind: 'all' }, uids: dying }, undefined)
  await inTransaction(deps.db, (trx) => erase(deps, trx, by, file, dying.length))
  return file
}

const isWaiting = ({ state }: PersonFile['registrations'][number]): boolean => state.startsWith('awaiting')

async function erase(
  deps: PrivacyDeps,
  trx: Db,
  by: By,
  { person, registrations, keys, mails, imports, origins, texts }: PersonFile,
  revoked: number,
): Promise<void> {
  const own = keys.filter(({ isTheirsAlone }) => isTheirsAlone)
  const shared = keys.filter(({ isTheirsAlone }) => !isTheirsAlone)
  const uidsOf = (rows: readonly { uid: string }[]) => rows.map(({ uid }) => uid)

  await emptyKeys(trx, uidsOf(own).map(uidToBytes), deps.clock.now())
  await leaveKeysOfOthers(trx, person, uidsOf(shared))
  await deleteRegistrationDetailsOf(trx, uidsOf(registrations))
  await forgetMails(trx, uidsOf(mails))
  await forgetImports(trx, imports)
  await forgetOriginsOf(
    trx,
    origins.map(({ eventUid }) => eventUid),
  )
  await forgetMutexes(trx, person)
  await eraseFromTexts(trx, texts)
  await recordEvent(trx, deps, {
    kind: 'details.erased',
    ...by,
    details: {
      registrations: registrations.length,
      keys: own.length + shared.length,
      revoked,
      mails: mails.length,
      texts: texts.length,
    },
  })
}

/** What the emptied keys said is gone already; a label that stays is found by what is left of it. */
async function eraseFromTexts(trx: Db, texts: PersonFile['texts']): Promise<void> {
  for (const { place, found, left } of texts) {
    const isChanged = await replaceText(trx, place, found, left)
    if (isChanged && place.table === 'registration_keys' && place.column === 'label') {
      await replaceWords(trx, uidFromBytes(found.id), left)
    }
  }
}
