import type { HoldMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

const minutes = (n: number) => (n < 2 ? 'une minute' : `${n} minutes`)

export const holds: HoldMessages = {
  waiting: {
    title: `Encore une étape${nb}: consultez votre messagerie`,
    titleWithErrors: 'Veuillez vérifier l’adresse – Encore une étape',
    lead: 'Nous avons envoyé un message à',
    todo: `Ouvrez le lien qu’il contient et votre compte est prêt. Sur cet appareil, il suffit d’un clic${nb}; sur un autre, le mot de passe que vous venez de choisir vous est demandé.`,
    until: (until) => `Le lien fonctionne jusqu’au ${until}. Votre place est gardée jusque-là.`,
    sentAgain: 'Le message vient d’être renvoyé.',
    nothingCame: `Rien n’est arrivé${nb}?`,
    hints: [
      'Cela peut prendre quelques minutes. Regardez aussi dans le dossier des courriers indésirables.',
      'S’il y a plusieurs messages, le lien de n’importe lequel fonctionne.',
      'S’il n’arrive vraiment pas, adressez-vous à la personne qui vous a envoyé l’invitation ou au service d’assistance.',
    ],
    again: 'Renvoyer le message',
    otherAddress: `L’adresse n’est pas la bonne${nb}?`,
    otherAddressHint: 'Corrigez-la ici, le message partira à la nouvelle adresse.',
    address: 'Adresse e-mail',
    change: 'Utiliser cette adresse',
    throttled: (n) =>
      `Le message a déjà été demandé plusieurs fois. Cherchez-le d’abord, puis réessayez dans ${minutes(n)}.`,
  },
  confirm: {
    title: `Est-ce bien votre adresse${nb}?`,
    titleWithErrors: `Veuillez vérifier le mot de passe – Est-ce bien votre adresse${nb}?`,
    lead: 'Un compte attend la personne qui lit les messages envoyés à',
    password: 'Le mot de passe choisi dans le formulaire',
    passwordHint:
      'Cet appareil doit le connaître, pour que personne d’autre ne puisse terminer l’inscription.',
    submit: 'Oui, créer mon compte',
    sending: 'Un instant, nous créons votre compte…',
    notYou: `Si vous n’avez pas rempli le formulaire, fermez cette page${nb}: sans vous, aucun compte n’est créé.`,
    throttled: (n) =>
      `Trop de mots de passe erronés. Réessayez dans ${minutes(n)}, ou ouvrez le lien sur l’appareil où vous avez rempli le formulaire.`,
  },
  released: {
    lapsed: {
      heading: 'Le délai est dépassé',
      reason:
        'L’adresse n’a pas été confirmée à temps, la place a donc été rendue. Aucun compte n’a été créé.',
      advice:
        'Ouvrez de nouveau le lien de votre invitation et remplissez le formulaire encore une fois. S’il ne fonctionne plus, demandez-en un nouveau à la personne qui vous l’a envoyé.',
    },
    revoked: {
      heading: 'Cette invitation a été retirée',
      reason: 'Elle a été annulée avant la création de votre compte.',
      advice:
        'Demandez une nouvelle invitation à la personne qui vous l’a envoyée ou adressez-vous au service d’assistance.',
    },
    'login-taken': {
      heading: 'Cet identifiant est désormais pris',
      reason:
        'Il a été attribué à une autre personne avant la confirmation de votre adresse. Aucun compte n’a été créé.',
      advice:
        'Ouvrez de nouveau le lien de votre invitation, remplissez le formulaire encore une fois et choisissez un autre identifiant. Votre place est de nouveau libre.',
    },
    'not-unique': {
      heading: 'Une de vos informations est déjà celle d’une autre personne',
      reason:
        'Un autre compte dans GLPI a le même nom, ou une autre information qui doit y être unique. Aucun compte n’a été créé.',
      advice:
        'Ouvrez de nouveau le lien de votre invitation, remplissez le formulaire encore une fois et vérifiez ce que vous avez saisi. Si tout est juste, adressez-vous au service d’assistance. Votre place est de nouveau libre.',
    },
    erased: {
      heading: 'Plus rien n’est en attente',
      reason:
        'Ce qui avait été saisi dans le formulaire a été effacé sur demande, aucun compte n’a donc été créé.',
      advice:
        'S’il vous faut toujours un compte, ouvrez de nouveau le lien de votre invitation ou adressez-vous à la personne qui vous l’a envoyé.',
    },
    'account-exists': {
      heading: 'Il existe déjà un compte avec cette adresse',
      reason: 'Il a été créé avant la confirmation de cette adresse, aucun second compte n’a donc été créé.',
      advice:
        'Connectez-vous avec le compte que vous avez. Si vous n’y parvenez pas, adressez-vous au service d’assistance.',
    },
  },
  fieldTaken: {
    heading: 'Une de vos informations est déjà celle d’une autre personne',
    reason: (field) =>
      `Un autre compte dans GLPI a déjà ce que vous avez saisi dans « ${field} », qui doit y être unique. Aucun compte n’a été créé.`,
    advice:
      'Ouvrez de nouveau le lien de votre invitation, remplissez le formulaire encore une fois et vérifiez ce champ. S’il est juste, adressez-vous au service d’assistance. Votre place est de nouveau libre.',
  },
}
