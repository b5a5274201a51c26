import type { Context } from '../../../context'
import type { Desk } from '../desk'
import { tellSent } from '../mails/sent-notice'
import type { FormValues } from './form-values'
import type { Problems } from './problems'

/** Says beside the box that there is nobody to mail the link to. */
export function checkSending(
  { send }: FormValues,
  addresses: readonly (string | undefined)[],
  problems: Problems,
): void {
  if (send !== '' && addresses.every((address) => address === undefined))
    problems.send ??= { code: 'send-needs-address' }
}

/** For the page of what was made; undefined when nothing was to be sent. */
export function sentNote(
  { config }: Context,
  desk: Desk,
  { send }: FormValues,
  keys: readonly { addresses: readonly string[] }[],
): string | undefined {
  if (send === '') return undefined
  return tellSent(config, desk, keys.flatMap(({ addresses }) => addresses).length)
}
