import type { Language } from '../shared/i18n'
import type { MailKind } from './outbox-store'
import { plainWords } from './plain-words'
import type { MailView } from './views'
import { writeHtml } from './write-html'
import { writeLetter } from './write-letter'
import { writeText } from './write-text'

export interface RenderedMail {
  subject: string
  text: string
  html: string
}

/** What this mail says and looks like, in the language of its reader. Both parts say all of it. */
export function renderMail<Kind extends MailKind>(
  kind: Kind,
  view: MailView<Kind>,
  language: Language,
): RenderedMail {
  const letter = writeLetter(kind, view, language)
  const instanceName = plainWords(view.instanceName)
  return {
    subject: letter.subject,
    text: writeText(letter, instanceName, language),
    html: writeHtml(letter, instanceName, language),
  }
}
