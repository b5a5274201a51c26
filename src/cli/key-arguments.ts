import { InvalidArgumentError } from 'commander'
import { z } from 'zod'
import type { Context } from '../context'
import { maxUsesCeiling } from '../keys'
import { AppError } from '../shared/errors'
import { parseDuration, parseEnd } from '../shared/time'

export function parseMaxUses(text: string): number | 'unlimited' {
  if (text === 'unlimited') return text
  const number = z.coerce.number().int().min(1).max(maxUsesCeiling).safeParse(text)
  if (number.success) return number.data
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${maxUsesCeiling}, or "unlimited".`)
}

export function parseUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError(
    'It must be the id of a key, as "glpi-invite keys list" shows it (not its code).',
  )
}

/** @throws {AppError} INPUT_INVALID */
export function instantOf(text: string, { config }: Context): Date {
  const instant = parseEnd(text, config.timeZone)
  if (instant !== undefined) return instant
  throw new AppError(
    'INPUT_INVALID',
    `not a date: ${JSON.stringify(text)}. Try 2026-12-31 or 2026-12-31T18:00.`,
  )
}

/** @throws {AppError} INPUT_INVALID */
export function untilAfter(text: string, { clock }: Context): Date {
  const duration = parseDuration(text)
  if (duration !== undefined) return new Date(clock.now().getTime() + duration)
  throw new AppError('INPUT_INVALID', `not a duration: ${JSON.stringify(text)}. Try 30m, 12h, 7d or 2w.`)
}
