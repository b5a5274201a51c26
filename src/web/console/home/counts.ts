import { countCeiling } from '../../../keys'
import type { Desk } from '../desk'

export const atMost = (n: number): number => Math.min(n, countCeiling)

/** `1,234`, or `10,000+` where counting has stopped. */
export const writeCount = ({ format }: Pick<Desk, 'format'>, n: number): string =>
  n >= countCeiling ? `${format.number(countCeiling)}+` : format.number(n)
