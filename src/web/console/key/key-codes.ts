import { readPeople } from '../../../glpi'
import type { Context } from '../../../context'
import type { DetailedKey } from '../../../keys'
import type { Desk } from '../desk'
import type { CodeRow } from '../views/key'

/** Every code the key had, once it had more than one: who made it, when, and until when it works. */
export async function codeRows({ db, clock }: Context, desk: Desk, key: DetailedKey): Promise<CodeRow[]> {
  if (key.codes.length < 2) return []
  const { t, format, side } = desk
  const makers = key.codes.flatMap(({ madeBy }) => (madeBy === undefined ? [] : [madeBy]))
  const people = await readPeople(db, side, makers)
  const words = t.key.codes
  const now = clock.now()
  return key.codes.map(({ hint, createdAt, madeBy, validUntil }) => ({
    hint: `…${hint}`,
    made: { text: format.instant(createdAt), iso: format.iso(createdAt) },
    by:
      madeBy === undefined ? t.key.summary.system : (people.get(madeBy)?.name ?? t.audit.actors.gone(madeBy)),
    works:
      validUntil === undefined
        ? { text: words.newest, tone: 'good' }
        : {
            text:
              validUntil > now
                ? words.until(format.instant(validUntil))
                : words.over(format.instant(validUntil)),
            tone: validUntil > now ? 'warn' : 'bad',
          },
  }))
}
