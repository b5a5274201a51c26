import { ensureMayGrant, type GlpiSide, type Grant, listHeldAuthorisations, type UserIssuer } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { ensureMayUnbound } from './unbounded'

/** Why something stays with whom it was. */
export const transferObstacles = ['not-theirs-to-give', 'grant-gone', 'unbounded'] as const
export type TransferObstacle = (typeof transferObstacles)[number]

/** Somebody who takes over keys: under which of their authorisations they answer for what is theirs to give. */
export type FindHeir = (given: {
  grant: Grant
  isUnbounded: boolean
}) => Promise<UserIssuer | TransferObstacle>

/**
 * Reads what this person may do, once. What one key gives, a hundred others give too, so an answer is kept for as long
 * as a transfer takes.
 *
 * @throws {AppError} INPUT_INVALID when they may make no keys at all
 */
export async function readHeir(db: Db, side: GlpiSide, usersId: number, now: Date): Promise<FindHeir> {
  const held = await listHeldAuthorisations(db, side, usersId)
  const issuers = held
    .filter(({ may }) => may.createUsers)
    .map(({ profilesId, entitiesId }) => ({ kind: 'user' as const, usersId, profilesId, entitiesId }))
  if (issuers.length === 0)
    throw new AppError(
      'INPUT_INVALID',
      `GLPI user ${usersId} has no authorisation under which keys are made`,
      { pointer: '/to' },
    )
  const known = new Map<string, Promise<UserIssuer | TransferObstacle>>()

  async function find({ grant, isUnbounded }: Parameters<FindHeir>[0]) {
    let obstacle: TransferObstacle = 'not-theirs-to-give'
    for (const issuer of issuers) {
      try {
        await ensureMayGrant(db, side, { issuer, grant, now })
        if (isUnbounded) await ensureMayUnbound(db, side, issuer, unbounded)
        return issuer
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (error.code === 'KEY_GRANT_REFUSED') return 'grant-gone'
        if (error.code === 'NOT_ALLOWED') obstacle = 'unbounded'
        else if (error.code !== 'KEY_ISSUER_REFUSED') throw error
      }
    }
    return obstacle
  }

  return (given) => {
    const name = JSON.stringify([given.isUnbounded, given.grant])
    const answer = known.get(name) ?? find(given)
    known.set(name, answer)
    return answer
  }
}

const unbounded = { maxUses: undefined, expiresAt: undefined }
