import type { Request } from 'express'
import { z } from 'zod'
import { AppError } from '../../../shared/errors'

const Uid = z.uuid()

/** @throws {AppError} NOT_FOUND */
export function presetUidOf(req: Request): string {
  const uid = Uid.safeParse(req.params['uid']).data
  if (uid === undefined) throw new AppError('NOT_FOUND', 'not the id of a preset')
  return uid.toLowerCase()
}
