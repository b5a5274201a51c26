import type { GlpiSide } from './side'

/**
 * Text as GLPI's columns hold it. GLPI 10.0 stores `&`, `<` and `>` as numeric entities and prints many columns
 * unescaped, so leaving it out would be stored XSS; 11.0 stores text as typed. The password hash is never encoded.
 */
export function encodeFor({ line }: GlpiSide, text: string): string {
  return line === '10.0'
    ? text.replace(/[&<>]/g, (character) => entities[character as keyof typeof entities])
    : text
}

const entities = { '&': '&#38;', '<': '&#60;', '>': '&#62;' } as const

/**
 * Text as a person typed it, from what a column holds. Rows of GLPI 9.x carry `&lt;` and `&gt;` instead. Text that
 * does not look encoded as a whole is left alone, as GLPI does, so that nothing is decoded twice.
 */
export function decodeStored(stored: string): string {
  if (/[<>]/.test(stored) || /&(?!(#\d+|\w+);)/.test(stored)) return stored
  if (/&#(38|60|62);/.test(stored)) {
    return stored.replace(/&#(38|60|62);/g, (_, code: string) => String.fromCharCode(Number(code)))
  }
  return stored.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}

/** Text as this GLPI shows it, from what its column holds. */
export const decodeFor = ({ decodes }: GlpiSide, stored: string): string =>
  decodes ? decodeStored(stored) : stored
