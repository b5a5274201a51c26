/** What every cookie of ours has in common: the strictest name prefix (RFC 6265bis §4.1.3) the public address permits. */
export interface CookieRules {
  prefix: '' | '__Secure-' | '__Host-'
  secure: boolean
  path: string
}

export function cookieRulesFor(publicUrl: string): CookieRules {
  const { protocol, pathname } = new URL(publicUrl)
  const secure = protocol === 'https:'
  const prefix = secure ? (pathname === '/' ? '__Host-' : '__Secure-') : ''
  return { prefix, secure, path: pathname }
}
