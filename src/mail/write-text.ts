import type { Language } from '../shared/i18n'
import { type MailMessages, mailMessagesFor } from '../shared/i18n/mail'
import type { Block, Letter } from './letter'

/**
 * The text part: complete by itself, for programs and people who read no HTML. Lines are not cut, since whatever shows
 * them knows its own width.
 */
export function writeText(letter: Letter, instanceName: string, language: Language): string {
  const t = mailMessagesFor(language)
  const parts = [
    `${letter.heading}\n${'='.repeat(Array.from(letter.heading).length)}`,
    ...letter.blocks.map((block) => textOf(block, t)),
    '________________________________________',
    ...letter.foot.map((block) => textOf(block, t)),
    instanceName,
  ]
  return `${parts.join('\n\n')}\n`
}

function textOf(block: Block, t: MailMessages): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'button':
      return `${block.label}\n${block.url}`
    case 'facts':
      return block.rows.map(({ label, value }) => t.fact(label, value)).join('\n')
    case 'quote':
      // Each line is marked, so that nothing in it can pass for ours.
      return [block.by, '', ...block.lines.map((line) => `> ${line}`.trimEnd())].join('\n')
    case 'list':
      return block.items
        .map(({ title, details, url }) =>
          [`* ${title}`, ...[...details, url].map((line) => `  ${line}`)].join('\n'),
        )
        .join('\n\n')
  }
}
