import type { RegistrationDescription } from '../registration'
import { table } from './output'

export const linesOfRegistrations = (registrations: readonly RegistrationDescription[]): string[] =>
  registrations.length === 0
    ? ['There are no such registrations.']
    : table([
        ['REGISTRATION', 'STATE', 'LOGIN', 'ADDRESS', 'UNTIL'],
        ...registrations.map((one) => [
          one.uid,
          one.state,
          one.login ?? '',
          one.email ?? '',
          one.until ?? one.completedAt ?? one.endedAt ?? '',
        ]),
      ])

export const linesOfRegistration = (shown: RegistrationDescription): string[] => [
  `Registration  ${shown.uid}`,
  `Key           ${shown.keyUid}`,
  `State         ${shown.state}`,
  ...(shown.until === null ? [] : [`Until         ${shown.until}`]),
  ...whoCame(shown),
  ...(shown.usersId === null ? [] : [`Account       ${shown.login ?? ''} (user ${shown.usersId})`]),
  ...(shown.acceptedTerms === null
    ? []
    : [`Terms         ${shown.acceptedTerms}, accepted ${shown.acceptedTermsAt ?? ''}`]),
  ...(shown.endReason === null ? [] : [`Ended         ${shown.endReason}`]),
  ...(shown.why === null ? [] : [`Reason        ${shown.why.replaceAll('\n', ' / ')}`]),
]

/** As far as it is kept still. */
function whoCame({ firstname, realname, login, email, ...shown }: RegistrationDescription): string[] {
  const name = [firstname, realname].filter((part) => part !== null).join(' ')
  return [
    ...(name === '' ? [] : [`Name          ${name}`]),
    ...(login === null || shown.usersId !== null ? [] : [`Login         ${login}`]),
    ...(email === null ? [] : [`Address       ${email}${shown.addressProven ? ', proven' : ''}`]),
  ]
}
