import type { EndMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

const minutes = (n: number) => (n < 2 ? 'une minute' : `${n} minutes`)
const characters = (n: number) => (n < 2 ? `${n} caractère` : `${n} caractères`)

export const ends: EndMessages = {
  deadEnd: {
    ended: (until) => `Elle était valable jusqu’au ${until}.`,
    begins: (from) => `Vous pourrez l’utiliser à partir du ${from}.`,
    shared:
      'Un lien vaut pour un certain nombre de personnes, souvent une seule. Si vous l’avez transmis à quelqu’un, ou si quelqu’un vous l’a transmis, chacun doit avoir sa propre invitation.',
    whom: {
      title: 'Qui peut vous aider',
      inviter: 'Votre invitation vient de',
      helpdesk: 'Le service d’assistance',
    },
    ask: {
      title: 'Demander un nouveau lien',
      lead: 'Votre demande parvient aux personnes qui s’occupent des invitations. Vous pouvez la faire une fois.',
      address: 'Votre adresse e-mail',
      addressHint:
        'Le nouveau lien y sera envoyé. Si l’invitation vous est parvenue par e-mail, indiquez cette même adresse.',
      note: 'Message (facultatif)',
      noteHint: `Votre nom, et comment on vous connaît${nb}: cela aide à vous répondre.`,
      noteTooLong: (limit) => `C’est trop long. Il y a de la place pour ${limit} caractères.`,
      submit: 'Demander un nouveau lien',
      sending: 'Un instant, votre demande est transmise…',
      titleWithErrors: (title) => `Veuillez vérifier le formulaire – ${title}`,
      throttled: (n) =>
        `Beaucoup de demandes sont venues de votre connexion, que vous partagez peut-être. Réessayez dans ${minutes(n)} ou adressez-vous aux personnes nommées ci-dessus.`,
    },
    own: {
      heading: 'Votre inscription est déjà faite',
      reason: (when) => `Votre compte a été créé avec ce lien le ${when}. Vous n’en avez plus besoin.`,
      advice: 'Connectez-vous avec l’identifiant et le mot de passe que vous avez choisis alors.',
      again: (when) =>
        `Un compte a été créé ici avec ce lien le ${when}. S’il est à vous, il n’en faut pas d’autre${nb}: connectez-vous.`,
    },
  },

  asked: {
    title: 'Votre demande a été transmise',
    lead: 'Les personnes qui s’occupent des invitations peuvent maintenant la voir.',
    mailbox: `Si cette invitation a été envoyée à l’adresse que vous avez indiquée, un nouveau lien y est peut-être déjà en route${nb}: regardez votre messagerie dans les prochaines minutes, y compris les courriers indésirables.`,
    others:
      'Sinon, quelqu’un doit d’abord l’examiner. Vous recevrez un e-mail si un nouveau lien vous est envoyé.',
  },

  codeBox: {
    lost: `Rien n’est perdu${nb}: votre invitation reste valable. Cette page ne sait simplement plus laquelle est la vôtre, comme après un certain temps, dans un autre navigateur ou sans cookies. Ouvrez de nouveau le lien de votre invitation, ou collez-le ici.`,
    check: {
      complete: 'Le code est complet.',
      completeLink: 'C’est un lien d’invitation, et il est complet.',
      test: 'C’est un code d’essai.',
      otherStart: 'Un code commence par GLPI. Regardez où il débute.',
      otherCharacter: (character) =>
        `«\u00a0${character}\u00a0» ne figure dans aucun code. Regardez-le de nouveau.`,
      more: (n) => `Encore ${characters(n)}.`,
      tooMany: (n) => `${characters(n)} de trop.`,
      mistyped: `Il y a une faute de frappe${nb}: deux caractères sont peut-être inversés, ou se ressemblent.`,
    },
  },

  sending: {
    slow: `Cela prend plus de temps que d’habitude. Vous pouvez renvoyer le formulaire${nb}: rien ne se fera deux fois.`,
    offline: `Il n’y a pas de connexion pour le moment. Ce que vous avez saisi reste ici${nb}: envoyez-le quand vous serez de nouveau en ligne.`,
  },
}
