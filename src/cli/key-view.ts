import type { KeyDescription, KeySummary, Named } from '../keys'
import { linesOfCarried } from './carried-view'

export function linesOf(key: KeyDescription & { code?: string; link?: string }): string[] {
  const uses = `${key.usesCompleted} of ${key.maxUses ?? 'unlimited'}${key.usesHeld > 0 ? `, ${key.usesHeld} held` : ''}`
  const rows: [string, string | undefined][] = [
    ['Link', key.link],
    ['Code', key.code],
    ['Key', key.uid],
    ['Label', key.label || undefined],
    ['State', key.state],
    ['Hint', key.hint],
    ['Uses', uses],
    ['From', key.notBefore ?? undefined],
    ['Until', untilOf(key)],
    ['Issuer', key.issuer.kind === 'system' ? 'system' : `GLPI user ${key.issuer.usersId}`],
    ...key.grant.authorisations.map(({ profile, entity, recursive }): [string, string] => [
      'Grants',
      `${named(profile)} in ${named(entity)}${recursive ? ' and below' : ''}`,
    ]),
    ...key.grant.groups.map((group): [string, string] => ['Group', named(group)]),
    ['Title', key.grant.title === null ? undefined : named(key.grant.title)],
    ['Category', key.grant.category === null ? undefined : named(key.grant.category)],
    ['Location', key.grant.location === null ? undefined : named(key.grant.location)],
    ...key.codes
      .slice(1)
      .map(({ hint, validUntil }): [string, string] => [
        'Before',
        `…${hint}, until ${validUntil ?? 'its end'}`,
      ]),
    ...key.emails.map((email): [string, string] => ['Only for', email]),
    ...linesOfCarried(key),
  ]
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [`${label.padEnd(9)}${text}`]))
}

function untilOf({ expiresAt, graceDays }: KeySummary): string {
  if (expiresAt === null) return 'never'
  return graceDays === 0 ? expiresAt : `${expiresAt}, and ${graceDays} days of grace`
}

const named = ({ id, name }: Named): string =>
  name === null ? `#${id}, which GLPI has no more` : `${name} (#${id})`
