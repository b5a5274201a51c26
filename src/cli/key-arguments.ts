import { InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { Context } from '../context'
import { maxUsesCeiling } from '../shared/max-uses'
import { AppError } from '../shared/errors'
import { type End, endAfter, endAt } from '../shared/ends'
import { parseDuration, parseStart } from '../shared/time'

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

export function parseBatchUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError('It must be the id of a batch, as "glpi-invite batches list" shows it.')
}

export function parseMailUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError(
    'It must be the id of a mail, as "glpi-invite keys show" tells it of those that failed.',
  )
}

/** How many things a list shows. */
export function parseLimit(text: string): number {
  const number = z.coerce.number().int().min(1).max(1000).safeParse(text)
  if (number.success) return number.data
  throw new InvalidArgumentError('It must be a whole number from 1 to 1000.')
}

/** A beginning: a bare date is the start of that day. @throws {AppError} INPUT_INVALID */
export function beginOf(text: string, { config }: Context): Date {
  return parseStart(text, config.timeZone) ?? notADate(text)
}

/** What the options of a command say of an end; undefined when they say nothing. */
export interface EndOptions {
  expiresIn?: string
  expiresAt?: string
}

/** @param begin from when on it counts @throws {AppError} INPUT_INVALID */
export function endOf(
  { expiresIn, expiresAt }: EndOptions,
  { config }: Context,
  begin: Date,
): End | { expiresAt: 'never' } | undefined {
  if (expiresAt === 'never') return { expiresAt }
  if (expiresAt !== undefined) return endAt(expiresAt, config) ?? notADate(expiresAt)
  if (expiresIn === undefined) return undefined
  return endAfter(expiresIn, begin, config) ?? notADuration(expiresIn)
}

/** In milliseconds. @throws {AppError} INPUT_INVALID */
export const durationOf = (text: string): number => parseDuration(text) ?? notADuration(text)

export const expiresInOption = (description: string): Option =>
  new Option('--expires-in <duration>', description).conflicts('expiresAt')

export const expiresAtOption = (): Option =>
  new Option(
    '--expires-at <date>',
    'when it ends (ISO 8601; a bare date means the end of that day), or "never"',
  )

function notADate(text: string): never {
  throw new AppError(
    'INPUT_INVALID',
    `not a date: ${JSON.stringify(text)}. Try 2026-12-31 or 2026-12-31T18:00.`,
  )
}

function notADuration(text: string): never {
  throw new AppError('INPUT_INVALID', `not a duration: ${JSON.stringify(text)}. Try 30m, 12h, 7d or 2w.`)
}
