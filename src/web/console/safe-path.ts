/** Only a path below the console is followed: never another host, never another scheme. */
export function safePath(next: string): string {
  const inside = 'http://inside'
  if (!next.startsWith('/') || !URL.canParse(next, inside)) return ''
  const url = new URL(next, inside)
  return url.origin === inside && !url.pathname.startsWith('//') ? url.pathname + url.search : ''
}
