import type { ApprovalMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?` and inside « ». */
const nb = '\u00a0'

export const approvals: ApprovalMessages = {
  approval: {
    title: 'Votre inscription est en attente de validation',
    lead: (instance) =>
      `Nous avons tout ce qu’il nous faut. Une personne de ${instance} examine maintenant votre inscription, puis votre compte sera créé.`,
    mail: 'Dès que la décision est prise, un message est envoyé à',
    until: (until) =>
      `Votre place est gardée jusqu’au ${until}. Si personne n’a décidé d’ici là, nous vous en informons aussi.`,
    close: `Vous n’avez plus rien à faire${nb}: vous pouvez fermer cette page.`,
    another: `Une autre personne veut s’inscrire sur cet appareil${nb}?`,
    anotherLink: 'Remplir le formulaire pour une autre personne',
  },
  declined: {
    undecided: {
      heading: 'Personne n’a décidé à temps',
      reason:
        'Votre inscription attendait une validation et le délai est dépassé. Ce que vous aviez saisi a été supprimé et aucun compte n’a été créé.',
      advice:
        'Adressez-vous à la personne qui vous a envoyé l’invitation ou au service d’assistance. Si le lien de votre invitation fonctionne encore, vous pouvez remplir le formulaire de nouveau.',
    },
    rejected: {
      heading: 'Votre inscription n’a pas été validée',
      reason: 'Ce que vous aviez saisi a été supprimé et aucun compte n’a été créé.',
      advice:
        'Si vous pensez qu’il s’agit d’une erreur, adressez-vous à la personne qui vous a envoyé l’invitation ou au service d’assistance.',
    },
    because: (why) => `Raison indiquée${nb}: «${nb}${why}${nb}»`,
  },
}
