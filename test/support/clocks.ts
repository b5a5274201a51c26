import type { Clock } from '../../src/shared/clock'

/** A clock that stands still at an instant, until it is put to another. */
export class StandingClock implements Clock {
  constructor(private instant: string) {}

  now(): Date {
    return new Date(this.instant)
  }

  put(instant: string): void {
    this.instant = instant
  }
}
