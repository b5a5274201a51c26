import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from './clock'
import type { Random } from './random'
import type { Sealer } from './sealing'
import type { Tallies } from './tallies'

/** A riddle that takes a browser a moment, and whoever wants to send thousands of forms thousands of moments. */
export interface Altcha {
  /** For one form, and one answer. As text for the page. */
  challengeFor(form: string): string
  /** Whether this is the answer to a challenge of ours for that form, in time, and for the first time. */
  isSolved(payload: string, form: string): Promise<boolean>
}

const algorithm = 'SHA-256'
/** Longer than a form takes, and a lunch. */
const lifeMs = 2 * 60 * 60_000

export const Challenge = z.object({
  algorithm: z.literal(algorithm),
  challenge: z.string(),
  maxnumber: z.number(),
  salt: z.string(),
  signature: z.string(),
})
export type Challenge = z.output<typeof Challenge>

const Payload = Challenge.omit({ maxnumber: true }).extend({ number: z.number().int().min(0) })

/**
 * ALTCHA's proof of work, version 1 (altcha.org): find the number whose SHA-256 behind the salt is the challenge. The
 * challenge is signed, so that we have to remember those only that were answered. The salt ends with a delimiter, or
 * digits could be moved between its end and the number (CVE-2025-68113).
 */
export function createAltcha(
  { clock, random, sealer, tallies }: { clock: Clock; random: Random; sealer: Sealer; tallies: Tallies },
  cost: number,
): Altcha {
  const markOf = (form: string) => sha256(`form ${form}`).slice(0, 16)

  return {
    challengeFor: (form) => {
      const expires = Math.floor((clock.now().getTime() + lifeMs) / 1000)
      const salt = `${random.bytes(12).toString('hex')}?expires=${expires}&form=${markOf(form)}&`
      const challenge = sha256(`${salt}${random.bytes(6).readUIntBE(0, 6) % (cost + 1)}`)
      const signature = sealer.sign('altcha', challenge)
      return JSON.stringify({ algorithm, challenge, maxnumber: cost, salt, signature } satisfies Challenge)
    },
    isSolved: async (payload, form) => {
      const { salt, number, challenge, signature } = Payload.safeParse(readJson(payload)).data ?? {}
      if (salt === undefined || challenge === undefined || signature === undefined) return false
      const parameters = new URLSearchParams(salt.split('?')[1])
      const expires = new Date(Number(parameters.get('expires')) * 1000)
      const isOurs =
        salt.endsWith('&') &&
        parameters.get('form') === markOf(form) &&
        sha256(`${salt}${number}`) === challenge &&
        sealer.verify('altcha', challenge, signature)
      if (!isOurs || !(expires > clock.now())) return false
      return tallies.isFirst('altcha', challenge, expires)
    },
  }
}

/** The answer, as a browser finds it: for the health check and for tests. */
export function solveChallenge(text: string): string {
  const { maxnumber, ...challenge } = Challenge.parse(JSON.parse(text))
  for (let number = 0; number <= maxnumber; number += 1)
    if (sha256(`${challenge.salt}${number}`) === challenge.challenge)
      return Buffer.from(JSON.stringify({ ...challenge, number })).toString('base64')
  throw new Error('the challenge has no solution')
}

const sha256 = (text: string): string => hash('sha256', text, 'hex')

function readJson(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64.slice(0, 2_000), 'base64').toString())
  } catch {
    return undefined
  }
}
