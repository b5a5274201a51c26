import type { Random } from '../shared/random'
import { base32, bytesFor } from '../shared/base32'
import { checkOf, type Code, type CodePrefix, randomLength, sha256, tagLength } from '../shared/code-form'

export { type Code, type CodePrefix, parseCode } from '../shared/code-form'

/** Where a helpdesk is, as far as its codes are concerned. */
export interface Instance {
  /** `production`, or another word for anything else. */
  environment: string
  /** Public base address. */
  publicUrl: string
}

export const prefixOf = ({ environment }: Pick<Instance, 'environment'>): CodePrefix =>
  environment === 'production' ? 'GLPI' : 'TEST'

/**
 * Four characters that tell one helpdesk from another: the first 20 bits of SHA-256 over the environment, a line feed,
 * and host, port (unless it is the scheme's own) and path. The scheme is left out: turning HTTPS on changes nothing.
 */
export function tagOf({ environment, publicUrl }: Instance): string {
  const { host, pathname } = new URL(publicUrl)
  return base32(sha256(`${environment}\n${host.toLowerCase()}${pathname.replace(/\/+$/, '')}`), tagLength)
}

/** A new code for this instance, with 130 random bits. */
export function generateCode(random: Random, instance: Instance): Code {
  const secret = base32(random.bytes(bytesFor(randomLength)), randomLength)
  const prefix = prefixOf(instance)
  const tag = tagOf(instance)
  const body = `${prefix}${tag}${secret}`
  return { normalForm: body + checkOf(body), prefix, tag }
}

/** What the database knows of a code: without the code it leads nowhere. */
export const hashOf = ({ normalForm }: Code): Buffer => sha256(normalForm)

/** The last four characters: enough to recognise a code in a list, not to use it. */
export const hintOf = ({ normalForm }: Code): string => normalForm.slice(-4)

/** `GLPI-ARFV0-12345-…`: for reading and typing. */
export function printedForm({ normalForm, prefix }: Code): string {
  const groups = normalForm.slice(prefix.length).match(/.{5}/g) ?? []
  return [prefix, ...groups].join('-')
}

/**
 * Lower case without dashes, so that a double click selects it whole.
 *
 * @param secret of `issueMailboxProof`, in the mail that brings it alone: a copied link proves nothing
 */
export function invitationLink(publicUrl: string, { normalForm }: Code, secret?: string): string {
  const link = `${publicUrl}/r/${normalForm.toLowerCase()}`
  return secret === undefined ? link : `${link}/${secret}`
}
