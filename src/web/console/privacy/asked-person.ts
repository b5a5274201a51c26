import { z } from 'zod'
import type { Context } from '../../../context'
import { AppError } from '../../../shared/errors'
import type { AskedPerson } from '../../../privacy'

const purpose = 'privacy'
/** Long enough to read a page; a link in a browser's history then says nothing any more. */
const lifeMs = 60 * 60_000

const Text = z.string().trim().max(255).catch('')
const Fields = z.object({ email: Text, login: Text })
const Sealed = z.object({ email: z.string(), login: z.string(), until: z.number() })

/** What was typed; undefined when nobody is named. */
export function readWho(body: unknown): Required<AskedPerson> | undefined {
  const who = Fields.parse(body ?? {})
  return who.email === '' && who.login === '' ? undefined : who
}

type Tools = Pick<Context, 'sealer' | 'clock'>

/** For an address: what stands there is written into the logs of others, so nobody may be named in it. */
export const sealWho = ({ sealer, clock }: Tools, who: AskedPerson): string =>
  sealer.seal(purpose, { ...who, until: clock.now().getTime() + lifeMs })

/** Undefined when it is not one of ours, or was made too long ago. */
export function unsealWho(
  { sealer, clock }: Tools,
  sealed: unknown,
): { email: string; login: string } | undefined {
  const text = z.string().max(4_000).safeParse(sealed).data
  const who = text === undefined ? undefined : Sealed.safeParse(sealer.unseal(purpose, text)).data
  return who === undefined || who.until < clock.now().getTime() ? undefined : who
}

/** @throws {AppError} FORM_UNREADABLE */
export function ensureWho(tools: Tools, body: unknown): { sealed: string; email: string; login: string } {
  const sealed = z.object({ person: z.string() }).safeParse(body).data?.person ?? ''
  const who = unsealWho(tools, sealed)
  if (who === undefined) throw new AppError('FORM_UNREADABLE', 'nobody was looked up, or too long ago')
  return { sealed, ...who }
}

/** What has to be typed again before anything is erased. */
export const retypeOf = ({ email, login }: { email: string; login: string }): string =>
  email === '' ? login : email

export function isRetyped(who: { email: string; login: string }, body: unknown): boolean {
  const typed = z.object({ retyped: Text }).safeParse(body).data?.retyped ?? ''
  return typed.toLowerCase() === retypeOf(who).toLowerCase()
}
