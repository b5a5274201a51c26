import type { LimitMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

export const limits: LimitMessages = {
  limits: {
    heading: 'Veuillez patienter un instant',
    reason:
      'De nombreuses demandes sont parties de votre connexion en peu de temps. Vous la partagez peut-être avec d’autres personnes, et ce n’était pas forcément vous. Votre invitation reste valable.',
    advice: (when) =>
      `Ouvrez de nouveau le lien de votre invitation ${when}. Si cela ne suffit pas, adressez-vous à la personne qui vous l’a envoyée ou au service d’assistance.`,
    form: (when) =>
      `De nombreux formulaires partis de votre connexion ont été refusés en peu de temps${nb}; vous la partagez peut-être avec d’autres personnes. Vérifiez ce qui est signalé et ce que vous avez saisi, puis entrez de nouveau le mot de passe. Si le formulaire revient encore, renvoyez-le ${when}.`,
    unproven: (when) =>
      `De nombreux formulaires partis de votre connexion sont arrivés sans le travail que votre navigateur effectue en arrière-plan. Activez JavaScript et ouvrez de nouveau le lien de votre invitation, ou entrez de nouveau le mot de passe et renvoyez ce formulaire ${when}. Ce que vous avez saisi est toujours là.`,
    code: (when) =>
      `De nombreux codes ont été essayés depuis votre connexion en peu de temps${nb}; vous la partagez peut-être avec d’autres personnes. Comparez le code avec votre invitation et entrez-le de nouveau ${when}.`,
  },
  taken: {
    email: 'Il existe déjà un compte avec cette adresse.',
    advice: {
      usable: `Si c’est le vôtre, utilisez-le pour vous connecter${nb}: il n’en faut pas de second.`,
      passwordless: `Si c’est le vôtre, il a été créé sans mot de passe${nb}: demandez au service d’assistance comment vous connecter.`,
      directory:
        'Si c’est le vôtre, connectez-vous avec l’identifiant et le mot de passe que vous utilisez dans votre organisation.',
      'mail-server': 'Si c’est le vôtre, connectez-vous avec le mot de passe de votre messagerie.',
      disabled: `Si c’est le vôtre, il est désactivé pour le moment${nb}: demandez au service d’assistance de le réactiver.`,
      deleted: `Si c’est le vôtre, il a été supprimé${nb}: demandez au service d’assistance de le restaurer.`,
    },
  },
}
