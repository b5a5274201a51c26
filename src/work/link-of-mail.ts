import type { Context } from '../context'
import { type Code, type DetailedKey, invitationLink, issueMailboxProof, parseCode } from '../keys'
import { NotComposed, type QueuedMail } from '../mail'

/**
 * The link of a key for whom a mail is to, with a secret that proves their mailbox: this mail alone has it. Made anew
 * each time the mail is tried.
 *
 * @returns undefined when the mail carries a code that was replaced since
 * @throws {NotComposed}
 */
export async function linkFor(
  context: Context,
  key: DetailedKey,
  mail: QueuedMail,
): Promise<string | undefined> {
  const code = codeOf(context, key, mail)
  if (code === undefined) return undefined
  const secret = await issueMailboxProof(context.db, context, { keyUid: key.uid, address: mail.to.address })
  return invitationLink(context.config.publicUrl, code, secret)
}

function codeOf(context: Context, key: DetailedKey, { sealedCode }: QueuedMail): Code | undefined {
  const newest = key.codes[0]
  if (newest?.sealed !== undefined) return unsealed(context, key, newest.sealed)
  const carried = sealedCode === undefined ? undefined : context.sealer.unseal('mail', sealedCode.toString())
  const code = typeof carried === 'string' ? parseCode(carried) : undefined
  if (code === undefined) throw new NotComposed('no-code')
  return newest !== undefined && code.normalForm.endsWith(newest.hint) ? code : undefined
}

function unsealed({ keyRing }: Context, { uid }: DetailedKey, sealed: Buffer): Code {
  if (keyRing === undefined) throw new NotComposed('no-key-ring')
  const code = keyRing.unseal(uid, sealed)
  if (code === undefined) throw new NotComposed('other-key-ring')
  return code
}
