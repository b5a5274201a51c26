import type { Language } from '../shared/i18n'
import { keyProblemWordsFor } from '../shared/i18n/key-problems'
import { mailMessagesFor } from '../shared/i18n/mail'
import { createDates } from './dates'
import type { Letter } from './letter'
import { type Desk, paragraph, type Writers } from './letter-parts'
import { lettersOfApproval } from './letters-of-approval'
import { lettersToKeepers } from './letters-to-keepers'
import { lettersToNewcomers } from './letters-to-newcomers'
import type { MailKind } from './outbox-store'
import { plainWords } from './plain-words'
import type { MailView } from './views'

const writers: Writers = { ...lettersToNewcomers, ...lettersToKeepers, ...lettersOfApproval }

/** What this mail says, in the language of its reader. */
export function writeLetter<Kind extends MailKind>(
  kind: Kind,
  view: MailView<Kind>,
  language: Language,
): Letter {
  const t = mailMessagesFor(language)
  const desk: Desk = {
    t,
    problems: keyProblemWordsFor(language),
    dates: createDates(language, view.timeZone),
    instance: plainWords(view.instanceName),
    address: plainWords(view.to.address, 255),
    helpdeskUrl: view.helpdeskUrl,
  }
  const { why, ignore, blocks, ...said } = writers[kind](view, desk)
  const name = view.to.name === undefined ? '' : plainWords(view.to.name)
  return {
    ...said,
    blocks: [paragraph(t.hello(name === '' ? undefined : name)), ...blocks],
    foot: [
      ...(view.contact === undefined ? [] : [paragraph(t.contact(plainWords(view.contact, 255)))]),
      paragraph(ignore === undefined ? why : `${why} ${ignore}`),
    ],
  }
}
