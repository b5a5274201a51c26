import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../shared/clock'
import { accountStandings, type FieldProblems, formFields, problemCodes } from '../shared/errors'
import type { Sealer } from '../shared/sealing'

/** Why a form came back. */
export interface Told {
  problems: FieldProblems
  wait: Wait | undefined
}

/** Too much was tried. */
export interface Wait {
  /** `unproven`: without the proof of work that is asked for. */
  kind: 'tries' | 'unproven'
  seconds: number
}

export const nothingTold: Told = { problems: {}, wait: undefined }

/**
 * A form that came back carries what was wrong with it, so that whoever reads it in another language is told it again,
 * and no try is spent on finding out.
 */
export interface ToldProblems {
  /** `handle` is that of the form; undefined when nothing is wrong. */
  seal(handle: string, told: Told): string | undefined
  /** Nothing, when it was not sealed here for this form. */
  read(handle: string, body: unknown): Told
}

const Sealed = z.object({
  of: z.string(),
  problems: z.partialRecord(
    z.enum(formFields),
    z.object({
      code: z.enum(problemCodes),
      limit: z.number().optional(),
      endings: z.array(z.string()).optional(),
      standing: z.enum(accountStandings).optional(),
    }),
  ),
  wait: z.object({ kind: z.enum(['tries', 'unproven']), until: z.number() }).optional(),
})
const Body = z.object({ told: z.string() })

export function createToldProblems({ sealer, clock }: { sealer: Sealer; clock: Clock }): ToldProblems {
  const now = () => clock.now().getTime()
  return {
    seal: (handle, { problems, wait }) => {
      if (wait === undefined && Object.keys(problems).length === 0) return undefined
      const carried = Object.entries(problems).map(
        ([field, { account, ...problem }]) => [field, { ...problem, standing: account?.standing }] as const,
      )
      return sealer.seal('told', {
        of: markOf(handle),
        problems: Object.fromEntries(carried),
        wait: wait && { kind: wait.kind, until: now() + wait.seconds * 1000 },
      })
    },
    read: (handle, body) => {
      const told = Body.safeParse(body).data?.told
      const sealed = told === undefined ? undefined : Sealed.safeParse(sealer.unseal('told', told)).data
      if (sealed === undefined || sealed.of !== markOf(handle)) return nothingTold
      const problems = Object.entries(sealed.problems).map(([field, { standing, ...problem }]) => [
        field,
        { ...problem, account: standing && { usersId: 0, standing } },
      ])
      const seconds = sealed.wait === undefined ? 0 : Math.ceil((sealed.wait.until - now()) / 1000)
      return {
        problems: Object.fromEntries(problems) as FieldProblems,
        wait: sealed.wait === undefined || seconds <= 0 ? undefined : { kind: sealed.wait.kind, seconds },
      }
    },
  }
}

const markOf = (handle: string): string =>
  createHash('sha256').update(handle).digest('base64url').slice(0, 22)
