import { glpiLanguages } from '../../../glpi'
import type { Language } from '../../../shared/i18n'
import { languageName } from '../language-name'
import type { SelectView } from '../views/making'

/** GLPI's languages by the names they have in the reader's, in the order of these. */
export function languageChoice(reader: Language, chosen: string): SelectView {
  const options = glpiLanguages.map((code) => {
    const text = languageName(reader, code)
    return { value: code, text, short: text, isChosen: code === chosen }
  })
  return { isLong: false, options: options.sort((one, other) => one.text.localeCompare(other.text, reader)) }
}
