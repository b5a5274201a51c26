import { hash } from 'node:crypto'
import { base32 } from './base32'

const onlyAlphabet = /^[0-9A-HJKMNP-TV-Z]*$/
export const tagLength = 4
export const randomLength = 26
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

/** The five characters that end a code. */
export const checkOf = (body: string): string => base32(sha256(body), checkLength)
export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer')
