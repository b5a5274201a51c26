import { recordEvent } from '../audit'
import type { By, PrivacyDeps } from './erase-person'
import type { AskedPerson } from './identify-person'
import { type PersonFile, readPerson } from './read-person'

/** All that is kept about somebody, for them: the record says that it was given out, not about whom. */
export async function exportPerson(deps: PrivacyDeps, by: By, asked: AskedPerson): Promise<PersonFile> {
  const file = await readPerson(deps.db, await deps.glpi.side(), asked, deps.clock.now())
  const { registrations, keys, mails, texts } = file
  await recordEvent(deps.db, deps, {
    kind: 'details.exported',
    ...by,
    details: {
      registrations: registrations.length,
      keys: keys.length,
      mails: mails.length,
      texts: texts.length,
    },
  })
  return file
}

/** As JSON is given out: what there is none of is `null`, and hashes of passwords and secrets are nowhere in it. */
export function exportedJson(file: PersonFile, now: Date): Record<string, unknown> {
  const orNull = (value: unknown): unknown => {
    if (value === undefined) return null
    if (Array.isArray(value)) return value.map(orNull)
    if (value instanceof Date || typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, orNull(inner)]))
  }
  const { person, registrations, keys, mails, proofs, requests, imports, origins, texts } = file
  return {
    exportedAt: now.toISOString(),
    knownBy: { emails: person.emails, logins: person.logins, names: person.names },
    glpiAccounts: person.accounts,
    sharedBy: person.sharedBy,
    ...(orNull({ registrations, keys, mails, proofs, requests, origins }) as object),
    imports: imports.map(({ source, keyUid, madeAt }) => ({ source, keyUid, madeAt })),
    texts: texts.map(({ place, found }) => ({
      in: `${place.table}.${place.column}`,
      text: textOf(place, found),
    })),
  }
}

/** What is stored beside the text that names them may be somebody else's business. */
const textOf = ({ isJson }: { isJson?: true }, { text }: { text: string }): string | null =>
  isJson === true ? null : text
