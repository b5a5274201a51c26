import { isIPv6 } from 'node:net'

/**
 * What counts as one address when tries are counted: an IPv4 address, or the /64 that one household or server is given
 * of IPv6, within which it can choose freely.
 */
export function addressBlock(ip: string): string {
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (embedded !== undefined) return embedded
  if (!isIPv6(ip)) return ip
  const [address = ''] = ip.split('%')
  const [left = '', right] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::')
  const groups = [...groupsOf(left), ...(right === undefined ? [] : fill(groupsOf(left), groupsOf(right)))]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))

/** What `::` stands for between these two, and what follows it. */
const fill = (left: string[], right: string[]): string[] => [
  ...Array<string>(8 - left.length - right.length).fill('0'),
  ...right,
]
