import type { PageMessages } from './messages'

export const page: PageMessages = {
  page: {
    language: 'Idioma',
    helpdesk: 'Ir para o suporte',
    questions: 'Dúvidas?',
  },
  passwordStrength: {
    scores: [
      'Muito fraca: seria adivinhada na hora.',
      'Fraca: seria logo adivinhada.',
      'Ainda não é forte o bastante: use uma um pouco mais longa.',
      'Forte.',
      'Muito forte.',
    ],
    kept: '(cumprido)',
    missing: 'Ainda falta:',
  },
}
