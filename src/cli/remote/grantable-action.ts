import type { GrantableDescription } from '../../keys'
import type { ShowGrantable } from '../definitions/grantable'
import { linesOfGrantable } from '../grantable-view'
import { print } from '../output'
import type { Remote } from './remote'

/** `grantable` over the API: what the owner of the token may give. */
export const showGrantable =
  ({ api, terminal }: Remote): ShowGrantable =>
  async ({ json }) => {
    const given = await api.get<GrantableDescription>('/grantable')
    print(terminal, json, given, () => linesOfGrantable(given))
  }
