import { keysToRevoke, type PersonFile } from '../privacy'
import { table } from './output'

/** All that is kept about somebody, in lines for people. */
export function describePerson(file: PersonFile): string[] {
  const { person, registrations, keys, mails, proofs, requests, imports, origins, texts } = file
  const parts = [
    part(
      'Registrations',
      registrations.map((one) => [
        one.uid,
        one.state,
        iso(one.createdAt),
        one.login,
        one.email,
        one.ip ?? '',
        ...(one.reason === undefined ? [] : [JSON.stringify(one.reason)]),
      ]),
    ),
    part(
      'Keys',
      keys.map((key) => [
        key.uid,
        key.isTheirsAlone ? 'for them alone' : 'for others, too',
        JSON.stringify(key.label),
        ...key.addresses,
        ...key.fields.map(({ field, value }) => `${field}=${value}`),
      ]),
    ),
    part(
      'Mails',
      mails.map((mail) => [mail.uid, mail.kind, mail.state, iso(mail.createdAt), mail.address]),
    ),
    part(
      'Mailed links',
      proofs.map((proof) => [proof.keyUid, iso(proof.createdAt), proof.address]),
    ),
    part(
      'Requests for new links',
      requests.map((one) => [one.uid, one.state, iso(one.askedAt), one.address, JSON.stringify(one.note)]),
    ),
    part(
      'Imported lists',
      imports.map((one) => [JSON.stringify(one.source), one.keyUid, iso(one.madeAt)]),
    ),
    part(
      'Network addresses',
      origins.map((one) => [one.eventUid, iso(one.at), one.kind, one.ip]),
    ),
    part(
      'Texts that name them',
      texts.map(({ place, found }) => [
        `${place.table}.${place.column}`,
        place.isJson === true ? '' : JSON.stringify(found.text),
      ]),
    ),
  ].flat()
  const names = person.names.map(({ firstname, realname }) => `${firstname} ${realname}`)
  return [
    `Known by: ${[...person.emails, ...person.logins, ...names].join(', ')}`,
    ...(parts.length === 0 ? ['Nothing is kept about them.'] : parts),
  ]
}

const iso = (at: Date): string => at.toISOString()

const part = (title: string, rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [`${title}:`, ...table(rows).map((line) => `  ${line}`)]

/** What an erasure brings with it, and what it leaves to people. */
export function describeRest(file: PersonFile): string[] {
  const { person, toLookAt } = file
  const dying = keysToRevoke(file)
  return [
    ...(dying.length === 0
      ? []
      : [`Revoked with it (--revoke-keys), since they are for nobody else: ${uidsOf(dying)}`]),
    ...(toLookAt.length === 0
      ? []
      : [
          `These keys have the last name alone in their label; look whether it is theirs: ${uidsOf(toLookAt)}`,
        ]),
    ...(person.sharedBy.length === 0
      ? []
      : [
          `GLPI has ${person.sharedBy.length} accounts with this address, so none of them was looked at; to mean one of them, name its login: ${person.sharedBy.map(({ login }) => login).join(', ')}`,
        ]),
    ...person.accounts.map(
      ({ usersId, login }) =>
        `GLPI still has the account no. ${usersId} (${login}) and its history. There: Administration > Users > ${login} > Put in trashbin, then Delete permanently.`,
    ),
  ]
}

const uidsOf = (keys: readonly { uid: string }[]): string => keys.map(({ uid }) => uid).join(', ')
