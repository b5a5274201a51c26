import { Command } from 'commander'
import type { Me } from '../../admins'
import { examples } from '../definitions/examples'
import { print } from '../output'
import type { Remote } from './remote'

/** `me`: whose token it is, and what it is worth. */
export const meCommand = ({ api, terminal }: Remote): Command =>
  new Command('me')
    .description('show whose token is used, what it is for, and until when')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Whether a new token works', 'glpi-invite me']))
    .action(async ({ json }: { json: boolean }) => {
      const me = await api.get<Me>('/me')
      print(terminal, json, me, () => [
        `Owner    ${me.owner.name} (${me.owner.login})`,
        `As       ${named(me.authorisation.profile)} in ${named(me.authorisation.entity)}`,
        `May      ${me.permissions.join(', ') || 'nothing at the moment'}`,
        `Token    ${me.token.label} (…${me.token.hint})`,
        `Scopes   ${me.token.scopes.join(', ')}`,
        `Expires  ${me.token.expiresAt}`,
        `Server   ${me.environment}, ${me.timeZone}`,
      ])
    })

const named = ({ id, name }: { id: number; name: string | null }): string => name ?? `#${id}`
