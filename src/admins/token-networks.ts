import { AppError } from '../shared/errors'

/** The library is for those who work with tokens; who only registers people never loads it. */
const loadLibrary = () => import('ipaddr.js')

export const mostNetworks = 20

/**
 * Address ranges in the form in which they are kept, such as `10.1.0.0/16`, each once; a single address is a range of
 * one.
 *
 * @throws {AppError} INPUT_INVALID
 */
export async function soundNetworks(typed: readonly string[]): Promise<string[]> {
  const networks = await Promise.all(
    typed
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map(soundNetwork),
  )
  const each = Array.from(new Set(networks))
  if (each.length > mostNetworks)
    throw new AppError('INPUT_INVALID', `a token takes ${mostNetworks} address ranges at most`)
  return each
}

export const isSoundNetwork = (text: string): Promise<boolean> =>
  soundNetwork(text.trim()).then(
    () => true,
    () => false,
  )

async function soundNetwork(text: string): Promise<string> {
  const { IPv4, IPv6 } = await loadLibrary()
  const [address = '', length, ...rest] = text.split('/')
  const isFour = IPv4.isValidFourPartDecimal(address)
  if (rest.length > 0 || !(isFour || (IPv6.isValid(address) && !address.includes('%')))) throw invalid(text)
  const bits = isFour ? 32 : 128
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : Infinity
  if (prefix > bits) throw invalid(text)

  const first = isFour
    ? IPv4.networkAddressFromCIDR(`${address}/${prefix}`)
    : IPv6.networkAddressFromCIDR(`${address}/${prefix}`)
  const parsed = isFour ? IPv4.parse(address) : IPv6.parse(address)
  if (parsed.toString() !== first.toString())
    throw new AppError(
      'INPUT_INVALID',
      `${text} is an address within a range, not the range: write ${first.toString()}/${prefix}, or the address alone`,
    )
  // IPv4 in IPv6's clothes; compared as what it is.
  if (first instanceof IPv6 && first.isIPv4MappedAddress() && prefix >= 96)
    return `${first.toIPv4Address().toString()}/${prefix - 96}`
  return `${first.toString()}/${prefix}`
}

const invalid = (text: string): AppError =>
  new AppError(
    'INPUT_INVALID',
    `${JSON.stringify(text)} is no address range: write it like 10.1.0.0/16 or 2001:db8::/32`,
  )

/** Whether the address is in one of them; no ranges: from anywhere. */
export async function isWithinNetworks(networks: readonly string[], ip: string): Promise<boolean> {
  if (networks.length === 0) return true
  const library = await loadLibrary()
  if (!library.isValid(ip)) return false
  const address = library.process(ip) // IPv4 in IPv6's clothes as what it is
  return networks.some((network) => {
    const range = library.parseCIDR(network)
    return range[0].kind() === address.kind() && address.match(range)
  })
}
