import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Clock } from '../shared/clock'
import { type Language, languages } from '../shared/i18n'
import { newUid, type Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'
import { cookieRulesFor } from './cookies'

/** What an opened invitation is between its link and its form. It holds the code, so it travels sealed. */
export interface Invitation {
  code: string
  keyUid: string
  submitToken: string
  openedAt: Date
  /** The address that the link was mailed to, when it carried the secret of that mail. */
  provenAddress: string | undefined
}

const SealedInvitation = z
  .object({ c: z.string(), k: z.uuid(), s: z.uuid(), o: z.number(), p: z.string().optional() })
  .transform(({ c, k, s, o, p }): Invitation => ({
    code: c,
    keyUid: k,
    submitToken: s,
    openedAt: new Date(o),
    provenAddress: p,
  }))
const SealedReceipt = z.object({ login: z.string(), language: z.enum(languages), at: z.number() })

/** Long enough to find a pen and a quiet corner; the form itself carries its own handle and has no such end. */
const cookieLifeMs = 60 * 60_000
const receiptLifeMs = 60 * 60_000

export interface Handles {
  /** A handle for somebody who has just opened an invitation; it also goes into their cookie. */
  open(res: Response, opened: Pick<Invitation, 'code' | 'keyUid' | 'provenAddress'>): string
  /** The handle in the cookie, while it is fresh. */
  fromCookie(req: Request): string | undefined
  /** Undefined when it was not sealed here. */
  read(handle: string): Invitation | undefined
  csrfOf(handle: string): string
  isGenuine(handle: string, csrf: string): boolean
  clear(res: Response): void
  /** A short-lived note of who has just registered, for the page after the form. */
  receiptFor(receipt: Receipt): string
  readReceipt(receipt: string): Receipt | undefined
}

/** Who has just registered, and in which language they read the form. */
export interface Receipt {
  login: string
  language: Language
}

export interface HandleDeps {
  sealer: Sealer
  clock: Clock
  random: Random
  publicUrl: string
}

export function createHandles({ sealer, clock, random, publicUrl }: HandleDeps): Handles {
  const cookie = cookieFor(publicUrl)
  const age = (instant: Date) => clock.now().getTime() - instant.getTime()

  function read(handle: string): Invitation | undefined {
    return SealedInvitation.safeParse(sealer.unseal('form', handle)).data
  }

  return {
    read,
    open: (res, { code, keyUid, provenAddress }) => {
      const handle = sealer.seal('form', {
        c: code,
        k: keyUid,
        s: newUid({ clock, random }),
        o: clock.now().getTime(),
        p: provenAddress,
      })
      res.append('Set-Cookie', stringifySetCookie({ ...cookie, value: handle, maxAge: cookieLifeMs / 1000 }))
      return handle
    },
    fromCookie: (req) => {
      const handle = parseCookie(req.headers.cookie ?? '')[cookie.name]
      const invitation = handle === undefined ? undefined : read(handle)
      return invitation !== undefined && age(invitation.openedAt) < cookieLifeMs ? handle : undefined
    },
    csrfOf: (handle) => sealer.sign('csrf', handle),
    isGenuine: (handle, csrf) => sealer.verify('csrf', handle, csrf),
    clear: (res) => {
      res.append('Set-Cookie', stringifySetCookie({ ...cookie, value: '', maxAge: 0 }))
    },
    receiptFor: (receipt) => sealer.seal('receipt', { ...receipt, at: clock.now().getTime() }),
    readReceipt: (receipt) => {
      const read = SealedReceipt.safeParse(sealer.unseal('receipt', receipt)).data
      return read !== undefined && age(new Date(read.at)) < receiptLifeMs ? read : undefined
    },
  }
}

function cookieFor(publicUrl: string) {
  const { prefix, secure, path } = cookieRulesFor(publicUrl)
  return { name: `${prefix}invitation`, path, httpOnly: true, secure, sameSite: 'lax' as const }
}
