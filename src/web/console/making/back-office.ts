import type { Grantable } from '../../../glpi'
import type { FormValues } from './form-values'
import type { Problems } from './problems'

/** Whether the chosen profile opens GLPI's back office, which takes a key for one person. */
export const isBackOffice = ({ profiles }: Grantable, { profile }: FormValues): boolean =>
  profiles.some((choice) => choice.opensBackOffice && String(choice.id) === profile)

/** Says beside the field what such a key needs, before it is refused. */
export function checkBackOffice(
  values: FormValues,
  { grantable, addresses }: { grantable: Grantable; addresses: readonly string[] },
  problems: Problems,
): void {
  if (!isBackOffice(grantable, values)) return
  if (values.unlimited !== '' || values.uses !== '1') problems.uses ??= { code: 'back-office-uses' }
  if (values.domains !== '') problems.domains ??= { code: 'back-office-address' }
  if (addresses.length !== 1) problems.addresses ??= { code: 'back-office-address' }
}

/** The same for many keys, one for each of these people. */
export function checkBackOfficePeople(
  values: FormValues,
  {
    grantable,
    people,
  }: { grantable: Grantable; people: readonly { address: string | undefined; problem: unknown }[] },
  problems: Problems,
): void {
  if (!isBackOffice(grantable, values)) return
  const isUnbound = values.bind === '' || values.people === ''
  if (isUnbound || people.some(({ address, problem }) => problem === undefined && address === undefined))
    problems.people ??= { code: 'back-office-people' }
}
