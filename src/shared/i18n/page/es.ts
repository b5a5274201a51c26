import type { PageMessages } from './messages'

export const page: PageMessages = {
  page: {
    language: 'Idioma',
    helpdesk: 'Ir al servicio de asistencia',
    questions: '¿Alguna pregunta?',
  },
  passwordStrength: {
    scores: [
      'Muy débil: se adivinaría enseguida.',
      'Débil: se adivinaría pronto.',
      'Aún no es lo bastante fuerte: alárguela un poco.',
      'Fuerte.',
      'Muy fuerte.',
    ],
    kept: '(cumplido)',
    missing: 'Todavía falta:',
  },
}
