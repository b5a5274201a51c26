import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Clock } from '../shared/clock'
import type { Sealer } from '../shared/sealing'
import { createCookieJar } from './cookie-jar'

/** With which keys this browser has made an account: whoever comes back with the link is told that they have one. */
export interface Visits {
  remember(req: Request, res: Response, keyUid: string): void
  /** When an account was made here with this key. */
  find(req: Request, keyUid: string): Date | undefined
  /** When the last account was made here. */
  last(req: Request): Date | undefined
}

/** As long as browsers keep cookies (RFC 6265bis §5.6). */
const lifeMs = 400 * 24 * 60 * 60_000
/** The cookie goes along with every request. */
const atMost = 5

const Sealed = z.array(z.object({ k: z.uuid(), at: z.number() }))

export function createVisits({
  sealer,
  clock,
  publicUrl,
}: {
  sealer: Sealer
  clock: Clock
  publicUrl: string
}): Visits {
  const cookie = createCookieJar(publicUrl, 'registered', lifeMs)

  function read(req: Request): z.output<typeof Sealed> {
    const sealed = cookie.read(req)
    return sealed === undefined ? [] : (Sealed.safeParse(sealer.unseal('registered', sealed)).data ?? [])
  }

  return {
    remember: (req, res, keyUid) => {
      const others = read(req).filter(({ k }) => k !== keyUid)
      const visits = [{ k: keyUid, at: clock.now().getTime() }, ...others].slice(0, atMost)
      cookie.write(res, sealer.seal('registered', visits))
    },
    find: (req, keyUid) => dateOf(read(req).find(({ k }) => k === keyUid)),
    last: (req) => dateOf(read(req)[0]),
  }
}

const dateOf = (visit: { at: number } | undefined): Date | undefined => visit && new Date(visit.at)
