import { AppError } from '../shared/errors'

/** Counts tries by key, each within a window that the first of them opens. */
export interface Counter {
  /** Takes one place, or says for how many milliseconds there is none. */
  take(key: string): Promise<number | undefined>
  giveBack(key: string): Promise<void>
}

type CounterFor = (name: string, limit: { points: number; seconds: number }) => Counter

/** What may be tried with a registration that waits, counted for each. */
export interface HoldLimits {
  /** Wrong passwords on the page of the mailed link. */
  passwords: Counter
  /** Mails asked for, and changes of the address. */
  mails: Counter
}

/** Whoever has the link may not be who chose the password: it was typed for their address by somebody. */
export const createHoldLimits = (counterFor: CounterFor): HoldLimits => ({
  passwords: counterFor('confirmation', { points: 10, seconds: 60 * 60 }),
  mails: counterFor('confirmation-mail', { points: 5, seconds: 60 * 60 }),
})

/** Too much was tried with one registration. */
export class HoldThrottled extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    super('HOLD_THROTTLED', 'too many tries with one registration')
  }
}

/** @throws {HoldThrottled} */
export async function takeTurn(counter: Counter, registrationUid: string): Promise<void> {
  const fullForMs = await counter.take(registrationUid)
  if (fullForMs !== undefined) throw new HoldThrottled(Math.max(1, Math.ceil(fullForMs / 1000)))
}
