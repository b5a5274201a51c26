import {
  conflictsQuestion,
  type GlpiSettings,
  type GlpiSide,
  type Grant,
  type GrantTargets,
  type Identity,
  settingsFrom,
  settingsQuestion,
  targetsFrom,
  targetsQuestion,
} from '../glpi'
import type { Db } from '../shared/db'
import { type Fact, readFacts } from '../shared/facts-store'
import { heldQuestion } from './pending-accounts-store'

/** What GLPI, and registrations that wait, say of an account to be. */
export interface AccountFacts {
  settings: GlpiSettings
  targets: GrantTargets
  /** Who has what it is known by: `findConflicts` knows how to read that. */
  others: readonly Fact[]
}

export interface AccountToBe {
  identity: Identity
  grant: Grant
  now: Date
  /** One's own registration, when it holds the login and the address already. */
  except?: string | undefined
}

/** In one round trip. Of others it is sure only while the identity mutexes are held. */
export async function readAccountFacts(
  db: Db,
  side: GlpiSide,
  { identity, grant, now, except }: AccountToBe,
): Promise<AccountFacts> {
  const facts = await readFacts(db, [
    settingsQuestion(side.database),
    targetsQuestion(side, grant),
    conflictsQuestion(side, identity, now),
    heldQuestion(identity, { now, except }),
  ])
  return { settings: settingsFrom(facts), targets: targetsFrom(facts), others: facts }
}
