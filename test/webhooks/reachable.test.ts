import { reachOf } from '../../src/webhooks/reachable'

describe('an address that is told of what happens', () => {
  const nothing = reachOf([])

  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '2a01:e0a::1'])(
    'may be %s on the open Internet, and only with encryption',
    (address) => {
      expect(nothing.mayReach(address)).toBe(true)
      expect(nothing.mayReachInClear(address)).toBe(false)
      expect(reachOf('all').mayReachInClear(address)).toBe(false)
    },
  )

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['nobody’s', '0.0.0.0'],
    ['nobody’s', '::'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['of a provider’s own network', '100.64.0.1'],
    ['link-local, where clouds keep secrets', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['link-local', 'fe80::1%eth0'],
    ['unique-local', 'fd00::1'],
    ['unique-local', 'fc00::1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['for documents', '192.0.2.1'],
    ['for documents', '2001:db8::1'],
    ['for tests', '198.18.0.1'],
    ['IPv4 in the clothes of IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in the clothes of IPv6', '::ffff:8.8.8.8'],
    ['IPv4 in the clothes of IPv6', '::ffff:a00:1'],
    ['IPv4 behind NAT64', '64:ff9b::a00:1'],
    ['6to4', '2002:a00:1::1'],
    ['Teredo', '2001:0:a00:1::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('is not one that is %s: %s', (_, address) => {
    expect(nothing.mayReach(address)).toBe(false)
    expect(nothing.mayReachInClear(address)).toBe(false)
  })

  it('may be a private one where that is allowed, and no other', () => {
    const some = reachOf(['10.1.0.0/16', 'fd00:1::/32'])

    expect(['10.1.2.3', '10.2.0.1', 'fd00:1::5', 'fd00:2::5', '127.0.0.1'].map(some.mayReach)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    expect(some.mayReachInClear('10.1.2.3')).toBe(true)
    expect(reachOf('all').mayReach('127.0.0.1')).toBe(true)
    expect(reachOf('all').mayReachInClear('::1')).toBe(true)
  })
})
