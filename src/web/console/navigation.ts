import type { Actor } from '../../admins'
import type { FrameMessages } from '../../shared/i18n/console/messages/frame'
import type { Permission } from '../../shared/permissions'
import type { FrameView, NavCount } from './views'

type Place = keyof FrameMessages['nav'] | 'approvals'

/** How many wait for somebody there; nothing where nobody does. */
export type NavCounts = Partial<Record<Place, NavCount | undefined>>

const places: { name: Place; path: string; may: Permission | 'signed-in' }[] = [
  { name: 'home', path: '', may: 'see-keys' },
  { name: 'keys', path: '/keys', may: 'see-keys' },
  { name: 'newKey', path: '/keys/new', may: 'create-keys' },
  { name: 'batch', path: '/batches/new', may: 'create-keys' },
  { name: 'approvals', path: '/approvals', may: 'see-keys' },
  { name: 'presets', path: '/presets', may: 'see-keys' },
  { name: 'requests', path: '/requests', may: 'see-keys' },
  { name: 'audit', path: '/audit', may: 'see-keys' },
  { name: 'tokens', path: '/tokens', may: 'signed-in' },
  { name: 'webhooks', path: '/webhooks', may: 'configure' },
  { name: 'status', path: '/status', may: 'configure' },
  { name: 'privacy', path: '/privacy', may: 'configure' },
  { name: 'killSwitch', path: '/kill-switch', may: 'configure' },
]

/** Where this person may go; the place they are in, or below, is marked. */
export function navigationFor(
  t: FrameMessages,
  root: string,
  { permissions }: Actor,
  currentUrl: string,
  approvals: string,
  counts: NavCounts,
): FrameView['nav'] {
  const [current = ''] = currentUrl.split('?')
  const isAt = (path: string) =>
    path === '' ? current.replace(/\/$/, '') === root : `${current}/`.startsWith(`${root}${path}/`)
  const open = places.filter(({ may }) => may === 'signed-in' || permissions.has(may))
  const [here] = open.filter(({ path }) => isAt(path)).sort((a, b) => b.path.length - a.path.length)
  return open.map((place) => ({
    href: `${root}${place.path}`,
    text: place.name === 'approvals' ? approvals : t.nav[place.name],
    isCurrent: place === here,
    count: counts[place.name],
  }))
}
