import { hash } from 'node:crypto'
import type { Random } from '../shared/random'
import { base32, bytesFor } from '../shared/base32'

const onlyAlphabet = /^[0-9A-HJKMNP-TV-Z]*$/
const tagLength = 4
const randomLength = 26
const checkLength = 5
const bodyLength = tagLength + randomLength + checkLength

const prefixes = ['GLPI', 'TEST'] as const
export type CodePrefix = (typeof prefixes)[number]

/** A well-formed code. Only a person who was given it, or its random characters, can have made it. */
export interface Code {
  /** Prefix and 35 characters, upper case, no dashes: what is hashed. A secret. */
  normalForm: string
  prefix: CodePrefix
  /** Which helpdesk it is for; no secret. */
  tag: string
}

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

/**
 * Reads a code as people type, paste and dictate it: any case, spaces, dashes and line breaks anywhere, O for 0, I or
 * L for 1. Undefined when it is not one, most likely because of a typing error: the check fails.
 */
export function parseCode(typed: string): Code | undefined {
  if (typed.length > 200) return undefined
  const compact = typed.replace(/[\s\p{Pd}\u00ad\u200b]/gu, '').toUpperCase()
  const prefix = prefixes.find((one) => compact.startsWith(one))
  if (prefix === undefined) return undefined

  const rest = compact.slice(prefix.length).replace(/O/g, '0').replace(/[IL]/g, '1')
  if (rest.length !== bodyLength || !onlyAlphabet.test(rest)) return undefined
  const normalForm = prefix + rest
  if (checkOf(normalForm.slice(0, -checkLength)) !== rest.slice(-checkLength)) return undefined
  return { normalForm, prefix, tag: rest.slice(0, tagLength) }
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

const checkOf = (body: string): string => base32(sha256(body), checkLength)
const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer')
