import type { GlpiSide } from '../glpi'
import { type Db, uidFromBytes, uidToBytes } from '../shared/db'
import { listOwnImports, type OwnImport } from './import-rows-store'
import { type AskedPerson, identifyPerson, type Person } from './identify-person'
import {
  listLabelsWithWord,
  listOwnKeys,
  listOwnMails,
  listOwnOrigins,
  listOwnProofs,
  listOwnRegistrations,
  listOwnRequests,
  type OwnKey,
  type OwnMail,
  type OwnOrigin,
  type OwnProof,
  type OwnRegistration,
  type OwnRequest,
} from './person-store'
import { likePatterns, redact, redactJson } from './redact'
import { type FoundText, listTextsLike, type TextPlace, textPlaces } from './texts-store'

/** A text that names them, and what is left of it when they are erased. */
export interface NamingText {
  place: TextPlace
  found: FoundText
  left: string
}

/** All that is kept about somebody. */
export interface PersonFile {
  person: Person
  registrations: OwnRegistration[]
  keys: OwnKey[]
  mails: OwnMail[]
  proofs: OwnProof[]
  requests: OwnRequest[]
  imports: OwnImport[]
  origins: OwnOrigin[]
  texts: NamingText[]
  /** Labels with the last name alone: it may be somebody else's. */
  toLookAt: { uid: string; label: string }[]
}

/** Looks through every table in which somebody may stand. */
export async function readPerson(db: Db, side: GlpiSide, asked: AskedPerson, now: Date): Promise<PersonFile> {
  const known = await identifyPerson(db, side, asked)
  const registrations = await listOwnRegistrations(db, known)
  const person = { ...known, names: withTypedNames(known, registrations) }
  const usersIds = person.accounts.map(({ usersId }) => usersId)
  const ips = registrations.flatMap(({ ip }) => (ip === undefined ? [] : [ip]))
  const registeredWith = registrations.map(({ keyUid }) => uidToBytes(keyUid))
  const texts = await findTexts(db, person)
  const keys = await listOwnKeys(db, person, person.names, registeredWith, now)
  const own = keys.filter(({ isTheirsAlone }) => isTheirsAlone)
  return {
    person,
    registrations,
    keys,
    mails: await listOwnMails(db, person.emails),
    proofs: await listOwnProofs(db, person.emails),
    requests: await listOwnRequests(db, person.emails),
    imports: await listOwnImports(
      db,
      person.emails,
      own.map(({ uid }) => uid),
    ),
    origins: await listOwnOrigins(db, { usersIds, ips }),
    texts,
    toLookAt: await findLastNames(db, person, texts),
  }
}

function withTypedNames({ names }: Person, registrations: readonly OwnRegistration[]): Person['names'] {
  const typed = registrations.flatMap(({ firstname = '', realname = '' }) =>
    firstname !== '' && realname !== '' ? [{ firstname, realname }] : [],
  )
  return [...names, ...typed]
}

async function findTexts(db: Db, person: Person): Promise<NamingText[]> {
  const patterns = likePatterns(person)
  const texts: NamingText[] = []
  for (const place of textPlaces) {
    for (const found of await listTextsLike(db, place, patterns)) {
      const left = place.isJson === true ? redactJson(found.text, person) : redact(found.text, person)
      if (left !== found.text) texts.push({ place, found, left })
    }
  }
  return texts
}

const shownAtMost = 20
const leastLength = 3

async function findLastNames(
  db: Db,
  { names }: Person,
  texts: readonly NamingText[],
): Promise<PersonFile['toLookAt']> {
  const handled = new Set(texts.map(({ found }) => uidFromBytes(found.id)))
  const words = new Set(names.map(({ realname }) => realname.toLowerCase()))
  const labels = new Map<string, string>()
  for (const word of words) {
    if (word.length < leastLength) continue
    for (const { uid, label } of await listLabelsWithWord(db, word, shownAtMost)) labels.set(uid, label)
  }
  return Array.from(labels, ([uid, label]) => ({ uid, label })).filter(({ uid }) => !handled.has(uid))
}
