import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Clock } from '../shared/clock'
import { type Language, languages } from '../shared/i18n'
import type { Sealer } from '../shared/sealing'
import { cookieRulesFor } from './cookies'

/** A registration that waits, in the browser that sent the form. */
export interface OwnHold {
  registrationUid: string
  keyUid: string
}

/** What opened the page behind a mailed link, without the secret. */
export interface OpenedLink {
  registrationUid: string
  hash: Buffer
}

/** The same, as the page brings it back. */
export interface ReadLink extends OpenedLink {
  /** The page is so old that it confirms nothing any more; what has become of the registration may still be told. */
  isStale: boolean
}

/** For the page after the form. */
export interface WaitingReceipt {
  registrationUid: string
  language: Language
}

/** A little more than the longest of holds lasts, so that its page can still say that it has lapsed. */
const holdLifeMs = 16 * 24 * 60 * 60_000
/** Long enough to find the password. */
const linkLifeMs = 60 * 60_000

const SealedOwn = z.object({ u: z.uuid(), k: z.uuid() })
const SealedWaiting = z.object({ u: z.uuid(), l: z.enum(languages), at: z.number() })
const SealedLink = z.object({ u: z.uuid(), h: z.string(), at: z.number() })

/** Each is sealed for a purpose of its own: none can be had by giving another. */
export interface HoldHandles {
  /** Lets this browser finish the registration without the password. */
  remember(res: Response, own: OwnHold): void
  remembered(req: Request): OwnHold | undefined
  waitingFor(receipt: WaitingReceipt): string
  readWaiting(sealed: string): WaitingReceipt | undefined
  linkOf(opened: OpenedLink): string
  readLink(sealed: string): ReadLink | undefined
}

export function createHoldHandles({
  sealer,
  clock,
  publicUrl,
}: {
  sealer: Sealer
  clock: Clock
  publicUrl: string
}): HoldHandles {
  const { prefix, secure, path } = cookieRulesFor(publicUrl)
  const cookie = { name: `${prefix}registration`, path, httpOnly: true, secure, sameSite: 'lax' as const }
  const now = () => clock.now().getTime()

  return {
    remember: (res, { registrationUid, keyUid }) => {
      const value = sealer.seal('hold', { u: registrationUid, k: keyUid } satisfies z.input<typeof SealedOwn>)
      res.append('Set-Cookie', stringifySetCookie({ ...cookie, value, maxAge: holdLifeMs / 1000 }))
    },
    remembered: (req) => {
      const value = parseCookie(req.headers.cookie ?? '')[cookie.name]
      const own = value === undefined ? undefined : SealedOwn.safeParse(sealer.unseal('hold', value)).data
      return own === undefined ? undefined : { registrationUid: own.u, keyUid: own.k }
    },
    waitingFor: ({ registrationUid: u, language: l }) => sealer.seal('waiting', { u, l, at: now() }),
    readWaiting: (sealed) => {
      const read = SealedWaiting.safeParse(sealer.unseal('waiting', sealed)).data
      if (read === undefined || now() - read.at >= holdLifeMs) return undefined
      return { registrationUid: read.u, language: read.l }
    },
    linkOf: ({ registrationUid: u, hash }) =>
      sealer.seal('confirmation', { u, h: hash.toString('base64url'), at: now() }),
    readLink: (sealed) => {
      const read = SealedLink.safeParse(sealer.unseal('confirmation', sealed)).data
      if (read === undefined || now() - read.at >= holdLifeMs) return undefined
      const isStale = now() - read.at >= linkLifeMs
      return { registrationUid: read.u, hash: Buffer.from(read.h, 'base64url'), isStale }
    },
  }
}
