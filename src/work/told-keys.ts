import type { NewMail, ToldKeys } from '../mail'

/** A mail lists so many keys, and says how many there are. */
export const listedAtMost = 50

/** What a mail about these keys carries. */
export function toldKeys(
  keys: readonly { uid: string }[],
  total = keys.length,
): Pick<NewMail, 'keyUid' | 'facts'> {
  const [first, ...others] = keys
  if (others.length === 0 && total === 1) return { keyUid: first?.uid }
  const keyUids = keys.slice(0, listedAtMost).map(({ uid }) => uid)
  const facts: ToldKeys = { keyUids, ...(total > keyUids.length ? { total } : {}) }
  return { facts }
}
