import type { Language } from '../../shared/i18n'

/** What the reader calls a language that GLPI writes as `fr_CA`. */
export function languageName(reader: Language, code: string): string {
  const name = new Intl.DisplayNames(reader, { type: 'language' }).of(code.replace('_', '-')) ?? code
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1)
}
