import { keysToRevoke, type PersonFile } from '../../../privacy'
import { kindOf } from '../audit/event-rows'
import type { Desk } from '../desk'
import type { FoundPersonView, PrivacyItem } from '../views/privacy'

/** What a page lists of a kind; all of it is in the file. */
const shownAtMost = 50

/** All that is kept about somebody, as the page shows it. */
export function foundPerson(
  desk: Desk,
  file: PersonFile,
  asked: { sealed: string; retype: string; retypeError: string | undefined },
): FoundPersonView {
  const { privacy } = desk.t
  const { person, toLookAt } = file
  const sections = sectionsOf(desk, file)
  const dying = keysToRevoke(file).length
  return {
    person: asked.sealed,
    knownBy: [
      ...person.emails,
      ...person.logins,
      ...person.names.map(({ firstname, realname }) => `${firstname} ${realname}`),
    ],
    nothing: sections.length === 0 ? privacy.nothing : undefined,
    sections,
    revokes: dying === 0 ? undefined : privacy.revokes(dying, desk.format.number(dying)),
    lookAt: toLookAt.map(({ uid, label }) => ({ text: label, href: `${desk.root}/keys/${uid}` })),
    glpi: [
      ...(person.sharedBy.length === 0 ? [] : [privacy.shared(person.sharedBy.length)]),
      ...person.accounts.map(({ usersId, login }) => privacy.inGlpi(usersId, login)),
    ],
    retype: privacy.retype(asked.retype),
    retypeError: asked.retypeError,
  }
}

function sectionsOf(desk: Desk, file: PersonFile): FoundPersonView['sections'] {
  const { privacy } = desk.t
  const all: [title: string, items: PrivacyItem[]][] = [
    [privacy.sections.registrations, registrationItems(desk, file)],
    [privacy.sections.keys, keyItems(desk, file)],
    [privacy.sections.mails, mailItems(desk, file)],
    [privacy.sections.proofs, proofItems(desk, file)],
    [privacy.sections.requests, requestItems(desk, file)],
    [privacy.sections.imports, importItems(desk, file)],
    [privacy.sections.origins, originItems(desk, file)],
    [privacy.sections.texts, textItems(desk, file)],
  ]
  return all
    .filter(([, items]) => items.length > 0)
    .map(([title, items]) => ({
      title,
      items: items.slice(0, shownAtMost),
      more:
        items.length > shownAtMost ? privacy.more(desk.format.number(items.length - shownAtMost)) : undefined,
    }))
}

const keyHref = ({ root }: Desk, uid: string): string => `${root}/keys/${uid}`

const registrationItems = (desk: Desk, { registrations }: PersonFile): PrivacyItem[] =>
  registrations.map(({ login, email, ip, createdAt, completedAt, keyUid }) => ({
    text: [login, email].filter((part) => part !== '').join(' · '),
    href: keyHref(desk, keyUid),
    details: [
      completedAt === undefined
        ? desk.t.privacy.waits(desk.format.instant(createdAt))
        : desk.t.privacy.registered(desk.format.instant(completedAt)),
      ...(ip === undefined ? [] : [desk.t.privacy.from(ip)]),
    ],
  }))

const keyItems = (desk: Desk, { keys }: PersonFile): PrivacyItem[] =>
  keys.map(({ uid, label, addresses, fields, message, isTheirsAlone }) => ({
    text: label === '' ? desk.t.privacy.noLabel : label,
    href: keyHref(desk, uid),
    details: [
      isTheirsAlone ? desk.t.privacy.theirs : desk.t.privacy.othersToo,
      ...addresses,
      ...fields.map(({ value }) => value),
      ...(message === undefined ? [] : [message]),
    ],
  }))

const mailItems = (desk: Desk, { mails }: PersonFile): PrivacyItem[] =>
  mails.map(({ address, name, createdAt, keyUid }) => ({
    text: name === undefined ? address : `${name} <${address}>`,
    href: keyUid === undefined ? undefined : keyHref(desk, keyUid),
    details: [desk.t.privacy.mailed(desk.format.instant(createdAt))],
  }))

const proofItems = (desk: Desk, { proofs }: PersonFile): PrivacyItem[] =>
  proofs.map(({ keyUid, address, createdAt }) => ({
    text: address,
    href: keyHref(desk, keyUid),
    details: [desk.format.instant(createdAt)],
  }))

const requestItems = (desk: Desk, { requests }: PersonFile): PrivacyItem[] =>
  requests.map(({ address, note, askedAt, keyUid }) => ({
    text: address,
    href: keyHref(desk, keyUid),
    details: [desk.format.instant(askedAt), ...(note === '' ? [] : [note])],
  }))

const importItems = (desk: Desk, { imports }: PersonFile): PrivacyItem[] =>
  imports.map(({ source, keyUid, madeAt }) => ({
    text: source,
    href: keyHref(desk, keyUid),
    details: [desk.format.instant(madeAt)],
  }))

const originItems = (desk: Desk, { origins }: PersonFile): PrivacyItem[] =>
  origins.map(({ ip, at, kind, userAgent }) => ({
    text: ip,
    href: undefined,
    details: [
      kind === 'token.used'
        ? `${desk.t.tokens.title}: ${desk.t.tokens.columns.used}`
        : kindOf(desk.t.audit, kind),
      desk.format.instant(at),
      ...(userAgent === '' ? [] : [userAgent]),
    ],
  }))

const textItems = (desk: Desk, { texts }: PersonFile): PrivacyItem[] =>
  texts.map(({ place, found, left }) => {
    const name = `${place.table}.${place.column}` as keyof typeof desk.t.privacy.places
    return {
      text: desk.t.privacy.places[name],
      href: undefined,
      details: place.isJson === true ? [] : [`${found.text} → ${left}`],
    }
  })
