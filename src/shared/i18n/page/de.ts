import type { PageMessages } from './messages'

export const page: PageMessages = {
  page: {
    language: 'Sprache',
    helpdesk: 'Zum Helpdesk',
    questions: 'Noch Fragen?',
  },
  passwordStrength: {
    scores: [
      'Sehr schwach: Es wäre sofort erraten.',
      'Schwach: Es wäre bald erraten.',
      'Noch nicht stark genug: Machen Sie es etwas länger.',
      'Stark.',
      'Sehr stark.',
    ],
    kept: '(erfüllt)',
    missing: 'Es fehlt noch:',
  },
}
