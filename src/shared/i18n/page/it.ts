import type { PageMessages } from './messages'

export const page: PageMessages = {
  page: {
    language: 'Lingua',
    helpdesk: 'Vai al servizio di assistenza',
    questions: 'Domande?',
  },
  passwordStrength: {
    scores: [
      'Molto debole: verrebbe indovinata subito.',
      'Debole: verrebbe indovinata presto.',
      'Non ancora abbastanza robusta: allungarla un po’.',
      'Robusta.',
      'Molto robusta.',
    ],
    kept: '(rispettato)',
    missing: 'Manca ancora:',
  },
}
