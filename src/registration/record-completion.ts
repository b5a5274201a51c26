import { type EventActor, type Origin, recordEvents } from '../audit'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import type { Random } from '../shared/random'

export interface Completion {
  actor: EventActor
  from?: Origin | undefined
  keyUid: string
  registrationUid: string
  /** Asked in this transaction, once the use was taken: of those who finish at the same time one took the last. */
  isUsedUp: boolean
}

/** Records that there is an account and, with the last place, that the key is used up: in one statement. */
export async function recordCompletion(
  trx: Db,
  tools: { clock: Clock; random: Random },
  { isUsedUp, ...about }: Completion,
): Promise<void> {
  await recordEvents(trx, tools, [
    { kind: 'registration.completed', ...about },
    ...(isUsedUp ? [{ kind: 'key.used-up' as const, actor: about.actor, keyUid: about.keyUid }] : []),
  ])
}
