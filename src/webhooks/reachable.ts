import { BlockList, isIP } from 'node:net'

/** Which addresses that are not the open Internet's may be written to: none, all, or those in some ranges. */
export type AllowedPrivate = 'all' | readonly string[]

/**
 * What is not globally reachable: the special-purpose registries of IANA (RFC 6890 and what came since), multicast, and
 * of IPv6 all but the part that is given out, so that no address of IPv4 passes in IPv6's clothes.
 */
const special = listOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
])
const givenOut = listOf(['2000::/3'])

export interface Reach {
  mayReach: (address: string) => boolean
  /** Without encryption only what was allowed by name. */
  mayReachInClear: (address: string) => boolean
}

export function reachOf(allowed: AllowedPrivate): Reach {
  const list = allowed === 'all' ? undefined : listOf(allowed)
  const isGlobal = (address: string): boolean => {
    const family = isIP(address)
    if (family === 4) return !special.check(address, 'ipv4')
    return family === 6 && givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6')
  }
  const isAllowed = (address: string): boolean => {
    const family = isIP(address)
    if (family === 0) return false
    return list === undefined ? !isGlobal(address) : list.check(address, family === 4 ? 'ipv4' : 'ipv6')
  }
  // The scope of a link-local address is no part of it.
  const bare = (address: string) => address.replace(/%.*$/, '')
  return {
    mayReach: (address) => isGlobal(bare(address)) || isAllowed(bare(address)),
    mayReachInClear: (address) => isAllowed(bare(address)),
  }
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}
