import { createHash } from 'node:crypto'
import type { SampleLine } from './sample-data-file'
import { people, profileIds, type Person } from './sample-people'
import {
  categoryIds,
  entityIds,
  groupIds,
  locationIds,
  placeRows,
  sampleDate,
  titleIds,
} from './sample-places'
import type { Row, TableRows } from './sample-rows'

/** A small helpdesk in three towns, as it would stand in the tables of that line. */
export function companyRows(line: SampleLine): TableRows[] {
  const encode = line === '10.0' ? encodeMarkup : (text: string) => text
  return [
    ...placeRows(encode),
    { table: 'glpi_users', rows: people.map((person) => userRow(person, encode)) },
    { table: 'glpi_useremails', rows: people.flatMap((person) => emailRows(person, encode)) },
    { table: 'glpi_profiles_users', rows: people.flatMap(authorisationRows) },
    { table: 'glpi_groups_users', rows: people.flatMap(membershipRows) },
  ]
}

const entityOf: Record<string, string> = { '&': '&#38;', '<': '&#60;', '>': '&#62;' }

/** 10.0 stores these three characters as numeric entities, except in password hashes. 11.0 stores plain text. */
function encodeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => entityOf[character] ?? character)
}

/** What everybody in the sample company signs in with. */
export const samplePassword = 'Demo-Password-2026!'

// Opens with that. The directory account has it too, to tell who forgets to look at authtype.
export const sharedPasswordHash = '$2y$10$VDZLI2xyI77ud95x2cCbcud/ycYqqv1OrJAhDMwGg3U6qgoXvnwiq'

function userRow(person: Person, encode: (text: string) => string): Row {
  const isFromDirectory = person.standing === 'from the directory'
  const dn = isFromDirectory ? `uid=${person.login},ou=people,dc=example,dc=org` : undefined
  return {
    id: idOf(person.login),
    name: person.login,
    password: sharedPasswordHash,
    password_last_update: sampleDate,
    firstname: encode(person.firstname),
    realname: encode(person.realname),
    language: person.language,
    is_active: person.standing === 'inactive' ? 0 : 1,
    authtype: isFromDirectory ? 3 : 1,
    auths_id: isFromDirectory ? 1 : 0,
    user_dn: dn ?? null,
    user_dn_hash: dn === undefined ? null : createHash('md5').update(dn).digest('hex'),
    usertitles_id: person.title ? titleIds[person.title] : 0,
    usercategories_id: categoryIds[person.category],
    locations_id: person.location ? locationIds[person.location] : 0,
    users_id_supervisor: person.supervisor ? idOf(person.supervisor) : 0,
    date_creation: sampleDate,
    date_mod: sampleDate,
  }
}

const lastStockUserId = 6

export function idOf(login: string): number {
  return lastStockUserId + 1 + people.findIndex((person) => person.login === login)
}

function emailRows(person: Person, encode: (text: string) => string): Row[] {
  return person.emails.map((email, index) => ({
    users_id: idOf(person.login),
    email: encode(email),
    is_default: index === 0 ? 1 : 0,
    is_dynamic: isDynamic(person),
  }))
}

function authorisationRows(person: Person): Row[] {
  return person.roles.map((role) => ({
    users_id: idOf(person.login),
    profiles_id: profileIds[role.profile],
    entities_id: entityIds[role.entity],
    is_recursive: role.recursive ? 1 : 0,
    is_dynamic: isDynamic(person),
  }))
}

function membershipRows(person: Person): Row[] {
  return (person.groups ?? []).map((group) => ({
    users_id: idOf(person.login),
    groups_id: groupIds[group],
    is_manager: group !== 'leads' && person.groups?.includes('leads') ? 1 : 0,
  }))
}

/** What the directory says is refreshed, and removed, at each of the person's logins. */
function isDynamic(person: Person): number {
  return person.standing === 'from the directory' ? 1 : 0
}
