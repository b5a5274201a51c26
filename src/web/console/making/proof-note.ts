import type { Context } from '../../../context'
import type { Desk } from '../desk'

/** What becomes of a link that is copied, or of any while no mail can be sent. */
export function proofNote({ config }: Pick<Context, 'config'>, { t }: Desk, address?: string): string {
  const { made, proofNeedsMail } = t.making
  return config.smtpUrl === undefined ? `${proofNeedsMail} ${made.proof(address)}` : made.proof(address)
}
