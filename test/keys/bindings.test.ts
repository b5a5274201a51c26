import { endingOf, isAllowed, isDomain, normaliseDomain } from '../../src/keys/bindings'

describe('a domain', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.ORG ', 'example.org'],
    ['@example.org', 'example.org'],
    ['example.org.', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['@*.bücher.example', '*.xn--bcher-kva.example'],
    ['*.example.org', '*.example.org'],
    ['例え.jp', 'xn--r8jz45g.jp'],
  ])('written as %j is kept as %s', (typed, kept) => {
    expect(normaliseDomain(typed)).toBe(kept)
    expect(isDomain(kept)).toBe(true)
  })

  it.each([
    '',
    '@',
    '*',
    '*.',
    '*.org.',
    'org',
    'localhost',
    'ada@example.org',
    'example..org',
    '-example.org',
    'exa mple.org',
    'example.org/path',
    'example.org:25',
    '192.168.0.1',
    '*.*.example.org',
    'ex*mple.org',
    `${'a'.repeat(64)}.org`,
    `${'abcdefghi.'.repeat(26)}org`,
  ])('%j is none', (typed) => {
    expect(isDomain(normaliseDomain(typed))).toBe(false)
  })

  it.each([
    ['example.org', '@example.org'],
    ['xn--bcher-kva.example', '@bücher.example'],
    ['*.example.org', '.example.org'],
  ])('%s is read out as %s', (domain, text) => {
    expect(endingOf(domain)).toBe(text)
  })
})

describe('who may use a key', () => {
  const bound = (addresses: string[], domains: string[]) => ({ addresses, domains, isBound: true })

  it.each([
    ['ADA@Example.org', bound(['ada@example.org'], []), true],
    ['ada@bücher.example', bound(['ada@xn--bcher-kva.example'], []), true],
    ['ada@sub.example.org', bound(['ada@example.org'], []), false],
    ['anybody@example.org', bound([], ['example.org']), true],
    ['anybody@EXAMPLE.ORG', bound([], ['example.org']), true],
    ['anybody@BÜCHER.example', bound([], ['xn--bcher-kva.example']), true],
    ['anybody@sub.example.org', bound([], ['example.org']), false],
    ['anybody@badexample.org', bound([], ['example.org']), false],
    ['anybody@example.org.evil.test', bound([], ['example.org']), false],
    ['"a@example.org"@evil.test', bound([], ['example.org']), false],
    ['anybody@sub.example.org', bound([], ['*.example.org']), true],
    ['anybody@deep.sub.example.org', bound([], ['*.example.org']), true],
    ['anybody@example.org', bound([], ['*.example.org']), false],
    ['anybody@badexample.org', bound([], ['*.example.org']), false],
    ['anybody@example.org', bound([], ['*.example.org', 'example.org']), true],
    ['ada@home.test', bound(['ada@home.test'], ['example.org']), true],
    ['eve@home.test', bound(['ada@home.test'], ['example.org']), false],
    ['', bound([], ['example.org']), false],
    ['example.org', bound([], ['example.org']), true],
    ['anybody@any.where', { addresses: [], domains: [], isBound: false }, true],
  ])('%j on %j: %s', (email, binding, allowed) => {
    expect(isAllowed(binding, email)).toBe(allowed)
  })

  it('is nobody once the addresses of a key were erased', () => {
    expect(isAllowed(bound([], []), 'ada@example.org')).toBe(false)
  })
})
