import type { PageMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

export const page: PageMessages = {
  page: {
    language: 'Langue',
    helpdesk: 'Vers le service d’assistance',
    questions: `Des questions${nb}?`,
  },
  passwordStrength: {
    scores: [
      `Très faible${nb}: il serait deviné tout de suite.`,
      `Faible${nb}: il serait vite deviné.`,
      `Pas encore assez robuste${nb}: allongez-le un peu.`,
      'Robuste.',
      'Très robuste.',
    ],
    kept: '(respecté)',
    missing: `Il manque encore${nb}:`,
  },
}
