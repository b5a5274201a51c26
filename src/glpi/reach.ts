import type { GrantTargets } from './grant-store'

/** For how many a key is, and for whom: it decides whether it may open GLPI's back office. */
export interface Reach {
  isSingleUse: boolean
  addresses: readonly string[]
  domains: readonly string[]
  /** Whoever uses it has shown that they read the mailbox of their address, or will have to. */
  needsProof: boolean
}

/** One person, known by their address: what may not be given with it, no key may give. */
export const narrowestReach: Reach = {
  isSingleUse: true,
  addresses: ['somebody@example.org'],
  domains: [],
  needsProof: true,
}

/** A link can be forwarded: it opens the back office to the one it is meant for, and nobody else. */
export const isForOnePerson = ({ isSingleUse, addresses, domains, needsProof }: Reach): boolean =>
  isSingleUse && addresses.length === 1 && domains.length === 0 && needsProof

/** Whether GLPI's back office is among what is granted. */
export const opensBackOffice = ({ profiles }: GrantTargets): boolean =>
  Array.from(profiles.values()).some((profile) => profile.interface === 'central')
