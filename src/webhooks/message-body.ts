import { z } from 'zod'
import { testType } from './event-types'
import { toldEvents } from './event-types'
import type { ToldEvent } from './events-store'

const optional = z.string().optional().catch(undefined)
const Details = z.object({ reason: optional, mail: optional, mailKind: optional, endedAt: optional })

/**
 * What a receiver reads: ids, states and instants, and nothing of a person, nor a code. It asks the API for more. Made
 * of the record alone, so that every attempt says the same.
 */
export function bodyOf(event: ToldEvent): string | undefined {
  const told = toldEvents[event.kind as keyof typeof toldEvents]
  if (told === undefined) return undefined
  const { reason, mail, mailKind, endedAt } = Details.parse(event.details)
  const { kind, usersId } = event.actor
  return JSON.stringify({
    type: told.type,
    timestamp: event.at.toISOString(),
    data: {
      event: event.uid,
      position: event.position,
      key: event.key,
      registration: event.registration ?? undefined,
      ...told.says,
      reason,
      endedAt,
      mail,
      mailKind,
      account: told.type === 'registration.completed' ? event.usersId : undefined,
      actor: { kind, usersId },
    },
  })
}

export const testBody = (at: Date): string =>
  JSON.stringify({ type: testType, timestamp: at.toISOString(), data: {} })
