import type { PageMessages } from './messages'

export const page: PageMessages = {
  page: {
    language: 'Language',
    helpdesk: 'To the helpdesk',
    questions: 'Questions?',
  },
  passwordStrength: {
    scores: [
      'Very weak: it would be guessed at once.',
      'Weak: it would be guessed soon.',
      'Not strong enough yet: make it a little longer.',
      'Strong.',
      'Very strong.',
    ],
    kept: '(done)',
    missing: 'Still missing:',
  },
}
