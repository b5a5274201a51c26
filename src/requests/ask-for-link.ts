import { type Origin, recordEvent } from '../audit'
import { isEmail, normaliseEmail } from '../glpi'
import type { AskableRefusal } from '../shared/askable'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid, type Random } from '../shared/random'
import { readableText } from '../shared/readable-text'
import type { AskLimits } from './ask-limits'
import { noteLength } from './link-request'
import { insertRequest, reopenRequest } from './requests-store'

export interface AskForLinkDeps {
  db: Db
  clock: Clock
  random: Random
  askLimits: AskLimits
}

export interface AskedForLink {
  keyUid: string
  /** Why the link was refused. */
  refusal: AskableRefusal
  address: string
  note: string
  from: Origin
}

export type AskProblems = Partial<{ address: 'required' | 'email-invalid'; note: 'too-long' }>

/** What was typed cannot be passed on. */
export class AskRefused extends AppError {
  constructor(readonly problems: AskProblems) {
    super('INPUT_INVALID', `not passed on: ${Object.values(problems).join(', ')}`)
  }
}

/** Whoever asks again so soon has not looked into their mailbox yet. */
const mailTakesMs = 10 * 60_000
/** After which a link that was given may have died, too. */
const grantLastsMs = 24 * 60 * 60_000

/**
 * Passes on that somebody whose link is refused asks for a new one, once for each key and address. Whether the address
 * is one that the key is for is not looked at here, so that neither the answer nor its time tells: the work in the
 * background decides what becomes of it.
 *
 * @throws {AskRefused}
 * @throws {TooManyRequests}
 */
export async function askForLink(deps: AskForLinkDeps, asked: AskedForLink): Promise<void> {
  const { keyUid, refusal, from } = asked
  const address = normaliseEmail(asked.address)
  const note = readableText(asked.note)
  const problems = problemsOfAsking({ address, note })
  if (Object.keys(problems).length > 0) throw new AskRefused(problems)
  await deps.askLimits.take(from.ip)

  const now = deps.clock.now()
  const before = (ms: number) => new Date(now.getTime() - ms)
  await inTransaction(deps.db, async (trx) => {
    const request = { uid: newUid(deps), keyUid, address, note, refusal }
    const isNew =
      (await insertRequest(trx, request, now)) ||
      (await reopenRequest(trx, request, {
        now,
        mailedBefore: before(mailTakesMs),
        grantedBefore: before(grantLastsMs),
      }))
    if (isNew)
      await recordEvent(trx, deps, { kind: 'link.requested', actor: { kind: 'invitee' }, keyUid, from })
  })
}

/** What of it cannot be passed on. */
export function problemsOfAsking(typed: Pick<AskedForLink, 'address' | 'note'>): AskProblems {
  const address = normaliseEmail(typed.address)
  const note = readableText(typed.note)
  return {
    ...(address === '' ? { address: 'required' as const } : {}),
    ...(address !== '' && !isEmail(address) ? { address: 'email-invalid' as const } : {}),
    ...(Array.from(note).length > noteLength ? { note: 'too-long' as const } : {}),
  }
}
