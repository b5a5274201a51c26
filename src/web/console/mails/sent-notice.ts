import type { Config } from '../../../shared/config'
import type { Desk } from '../desk'

/** That so many invitations leave, or wait where no mail server is set up. */
export const tellSent = (
  { smtpUrl }: Pick<Config, 'smtpUrl'>,
  { t: { mails } }: Pick<Desk, 't'>,
  n: number,
): string => (smtpUrl === undefined ? mails.queued(n) : mails.sent(n))
