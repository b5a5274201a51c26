import { approvals } from './approvals/fr'
import { ends } from './ends/fr'
import { form } from './form/fr'
import { holds } from './holds/fr'
import { limits } from './limits/fr'
import type { Messages } from './messages'
import { page } from './page/fr'

/** The no-break space that goes before `:` `;` `!` `?`. By name, since in an editor it looks like any other space. */
const nb = '\u00a0'

const stillGood = `Rien n’est perdu${nb}: votre invitation reste valable.`
const tryInMinutes =
  'Réessayez dans quelques minutes. Si rien n’a changé d’ici une heure, adressez-vous à la personne qui vous a envoyé l’invitation ou au service d’assistance.'

export const fr: Messages = {
  ...ends,
  ...holds,
  ...page,
  ...limits,
  ...approvals,
  ...form,

  layout: {
    brand: 'Votre compte d’assistance',
    reference: `Si vous demandez de l’aide, indiquez cette référence${nb}:`,
    help: `Un doute sur ce qu’il faut saisir${nb}? Demandez à la personne qui vous a envoyé l’invitation ou au service d’assistance.`,
  },

  register: {
    title: 'Créez votre compte',
    titleWithErrors: 'Veuillez vérifier le formulaire – Créez votre compte',
    lead: (instanceName) =>
      `Votre invitation vous donne accès à ${instanceName}, où vous pourrez demander de l’aide et suivre vos demandes. Cela prend environ deux minutes.`,
    allRequired: 'Veuillez remplir tous les champs.',
    errorSummary: `Vous y êtes presque${nb}: vérifiez ces quelques points`,
    errorLine: (label, message) => `${label}${nb}: ${message}`,
    fields: {
      firstname: 'Prénom',
      realname: 'Nom de famille',
      email: 'Adresse e-mail',
      login: 'Identifiant',
      password: 'Mot de passe',
    },
    loginHint: 'Le nom avec lequel vous vous connecterez, par exemple jeanne.dupont',
    emailHint: 'Vous y recevrez les réponses à vos demandes.',
    emailLocked: 'Votre invitation est liée à cette adresse, elle ne peut donc pas être modifiée ici.',
    emailEndings: (endings) => `Votre invitation concerne les adresses qui se terminent par ${endings}.`,
    locked:
      'Ce champ a été rempli pour vous. S’il contient une erreur, adressez-vous à la personne qui vous a envoyé l’invitation.',
    show: 'Afficher',
    hide: 'Masquer',
    showWhat: 'le mot de passe',
    passwordShown: 'Le mot de passe est maintenant visible.',
    passwordHidden: 'Le mot de passe est de nouveau masqué.',
    submit: 'Créer mon compte',
    sending: 'Un instant, nous créons votre compte…',
  },

  done: {
    title: 'Votre compte est prêt',
    lead: `Vous pouvez vous connecter dès maintenant. Voici ce qu’il vous faut${nb}:`,
    login: 'Votre identifiant',
    password: 'Votre mot de passe',
    passwordNote:
      'Celui que vous venez de choisir. Personne d’autre ne le connaît et il n’est pas envoyé par e-mail.',
    address: 'Où vous connecter',
    signIn: 'Me connecter',
  },

  code: {
    title: 'Saisissez votre code d’invitation',
    lead: 'Le plus simple est d’ouvrir le lien d’invitation. Si vous n’avez que le code, saisissez-le ou collez-le ici.',
    label: 'Code d’invitation',
    hint: 'Il commence par GLPI, suivi de sept groupes de cinq lettres et chiffres. Les majuscules, les espaces et les tirets n’ont pas d’importance.',
    empty: 'Saisissez ou collez le code qui figure dans votre invitation.',
    submit: 'Continuer',
    sending: 'Un instant, nous vérifions le code…',
    enterHere: 'Saisissez le code ici',
  },

  refusals: {
    KEY_MALFORMED: {
      heading: 'Ce code n’est pas tout à fait exact',
      reason:
        'Certains caractères manquent ou sont différents. Cela arrive facilement quand on saisit un code ou qu’un lien est coupé en deux.',
      advice:
        'Comparez le code avec votre invitation et saisissez-le de nouveau, ou ouvrez directement le lien d’invitation. Si cela ne suffit pas, demandez à la personne qui vous a envoyé l’invitation de vous la renvoyer.',
    },
    KEY_UNKNOWN: {
      heading: 'Aucune invitation ne porte ce code',
      reason:
        'La forme du code est correcte, mais il ne correspond à aucune invitation. Il a peut-être été remplacé par un code plus récent.',
      advice:
        'Cherchez un message plus récent de la personne qui vous a envoyé l’invitation, ou demandez-lui une nouvelle invitation.',
    },
    KEY_OF_OTHER_INSTANCE: {
      heading: 'Cette invitation concerne un autre service d’assistance',
      reason: 'Le code est correct, mais il a été créé pour une autre adresse que celle-ci.',
      advice:
        'Ouvrez le lien d’invitation au lieu de saisir le code ici. Si vous revenez sur cette page, demandez à la personne qui vous a envoyé l’invitation quelle adresse utiliser.',
    },
    KEY_OF_TEST_INSTANCE: {
      heading: 'Ceci est une invitation d’essai',
      reason: 'Elle sert à faire des essais et ne permet pas de créer un véritable compte.',
      advice: 'Demandez une véritable invitation à la personne qui vous l’a envoyée.',
    },
    KEY_REVOKED: {
      heading: 'Cette invitation a été retirée',
      reason: 'Elle a été annulée après son envoi et ne permet plus de créer un compte.',
      advice:
        'Demandez une nouvelle invitation à la personne qui vous l’a envoyée ou au service d’assistance.',
    },
    KEY_PAUSED: {
      heading: 'Cette invitation est suspendue',
      reason: 'Elle est suspendue pour le moment, mais elle n’est pas annulée.',
      advice:
        'Conservez le lien et réessayez plus tard. S’il vous faut votre compte aujourd’hui, adressez-vous à la personne qui vous a envoyé l’invitation ou au service d’assistance.',
    },
    KEY_NOT_YET_VALID: {
      heading: 'Cette invitation n’est pas encore utilisable',
      reason: 'Elle ne sera valable qu’à partir d’une date ultérieure.',
      advice:
        'Conservez le lien et ouvrez-le de nouveau à la date indiquée dans votre invitation. Si aucune date n’y figure, demandez-la à la personne qui vous l’a envoyée.',
    },
    KEY_EXPIRED: {
      heading: 'Cette invitation a expiré',
      reason: 'Elle était valable jusqu’à une certaine date, qui est passée.',
      advice:
        'Demandez une nouvelle invitation à la personne qui vous l’a envoyée. Cela ne lui prendra qu’un instant.',
    },
    KEY_REISSUED: {
      heading: 'Ce lien a été remplacé',
      reason: 'L’invitation a reçu un nouveau lien, et celui-ci ne fonctionne plus.',
      advice:
        'Demandez le nouveau lien à la personne qui vous a invité, ou cherchez un message plus récent de sa part.',
    },
    KEY_USED_UP: {
      heading: 'Cette invitation a déjà été utilisée',
      reason: 'Elle était prévue pour un certain nombre de comptes, et tous ont été créés.',
      advice:
        'Si l’un d’eux est le vôtre, il vous suffit de vous connecter. Sinon, demandez une nouvelle invitation à la personne qui vous l’a envoyée.',
    },
    KEY_HELD_UP: {
      heading: 'Toutes les places sont prises pour le moment',
      reason:
        'D’autres personnes ont commencé à créer un compte avec cette invitation et n’ont pas encore terminé. Les places qui ne servent pas se libèrent ensuite.',
      advice:
        'Conservez le lien et réessayez plus tard. S’il vous faut votre compte aujourd’hui, adressez-vous à la personne qui vous a envoyé l’invitation.',
    },
    KEY_ISSUER_REFUSED: {
      heading: 'Cette invitation n’est plus utilisable',
      reason: 'La personne dont elle provient n’envoie plus d’invitations pour ce service d’assistance.',
      advice:
        'Demandez une nouvelle invitation au service d’assistance ou à une autre personne de l’organisation.',
    },
    KEY_GRANT_REFUSED: {
      heading: 'Cette invitation doit être renouvelée',
      reason: 'Ce à quoi elle devait donner accès a changé depuis son envoi.',
      advice:
        'Demandez une nouvelle invitation à la personne qui vous l’a envoyée et communiquez-lui la référence qui figure sur cette page.',
    },
    ACCOUNT_END_PAST: {
      heading: 'Cette invitation a expiré',
      reason: 'Elle donnait un compte jusqu’à une certaine date, qui est passée.',
      advice:
        'Demandez-en une nouvelle à la personne qui vous l’a envoyée. Cela ne lui prendra qu’un instant.',
    },
    ACCOUNT_END_TOO_LATE: {
      heading: 'Cette invitation doit être renouvelée',
      reason:
        'Elle donne un compte qui prendrait fin après le 19 janvier 2038, une date que le service d’assistance ne peut pas enregistrer.',
      advice:
        'Demandez à la personne qui vous l’a envoyée une nouvelle invitation, avec une fin plus proche, en lui indiquant la référence de cette page.',
    },
    REDEMPTION_STOPPED: {
      heading: 'Pas de nouveaux comptes pour le moment',
      reason: `Le service d’assistance ne crée pas de nouveaux comptes en ce moment. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_MAINTENANCE: {
      heading: 'Le service d’assistance est en maintenance',
      reason: `Une intervention est en cours et le service sera bientôt de retour. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_CHANGED: {
      heading: 'Le service d’assistance vient d’être mis à jour',
      reason: `Les nouveaux comptes doivent attendre que la mise à jour soit vérifiée. ${stillGood}`,
      advice: tryInMinutes,
    },
    SERVER_BUSY: {
      heading: 'Beaucoup de personnes s’inscrivent en ce moment',
      reason: `Il n’y avait plus de place pour votre demande à l’instant. ${stillGood}`,
      advice: tryInMinutes,
    },
  },

  problems: {
    required: () => 'Veuillez remplir ce champ.',
    'too-long': (limit) => `Ce texte est trop long. Il y a de la place pour ${limit} caractères.`,
    'login-characters': () =>
      `Utilisez des lettres et des chiffres${nb}; l’espace et les caractères . - _ @ et ' conviennent aussi. Une adresse e-mail est également acceptée.`,
    'login-taken': () =>
      'Cet identifiant est déjà pris. Choisissez-en un autre, par exemple avec un chiffre à la fin.',
    'locked-login-taken': () =>
      'Cet identifiant est déjà pris, et c’est votre invitation qui le fixe. Demandez-en une nouvelle à la personne qui vous l’a envoyée.',
    'name-characters': () =>
      'Un nom ne peut pas contenir d’adresse web ni de caractère invisible. Saisissez-le de nouveau.',
    'email-invalid': () =>
      `Cela ne ressemble pas à une adresse e-mail. Un exemple${nb}: jeanne.dupont@example.org`,
    'email-taken': () =>
      `Un compte existe déjà avec cette adresse. Si c’est le vôtre, vous pouvez vous connecter${nb}; sinon, indiquez une autre adresse ou adressez-vous au service d’assistance.`,
    'email-held': () =>
      'Quelqu’un est en train de s’inscrire avec cette adresse et ne l’a pas encore confirmée. Si c’est vous, ouvrez le lien du message que nous y avons envoyé.',
    'email-not-invited': () =>
      'Cette invitation concerne une autre adresse. Indiquez celle à laquelle elle a été envoyée, ou adressez-vous à la personne qui vous l’a envoyée.',
    'email-not-in-domains': (_, endings) =>
      `Cette invitation concerne les adresses qui se terminent par ${endings}. Indiquez l’une d’elles, ou adressez-vous à la personne qui vous l’a envoyée.`,
    'not-unique': () =>
      `Un compte existe déjà avec ces informations. Si c’est le vôtre, vous pouvez vous connecter${nb}; sinon, adressez-vous au service d’assistance.`,
    'password-too-short': (limit) =>
      `Ce mot de passe est trop court. Il lui faut au moins ${limit} caractères.`,
    'password-too-long': (limit) =>
      `Ce mot de passe est trop long. Il peut compter ${limit} caractères au plus.`,
    'password-too-many-bytes': (limit) =>
      `Ce mot de passe est trop long. Il y a de la place pour ${limit} lettres sans accent et chiffres${nb}; une lettre accentuée compte pour deux, un emoji pour quatre.`,
    'password-zero-byte': () =>
      'Ce mot de passe contient un caractère invisible qui ne peut pas être utilisé. Saisissez-le de nouveau.',
    'password-weak': () =>
      'Ce mot de passe est facile à deviner. Allongez-le, par exemple avec quatre mots sans rapport entre eux ni avec vous.',
    'password-common': () =>
      'Ce mot de passe fait partie de ceux que l’on essaie en premier. Choisissez-en un auquel personne d’autre ne penserait.',
    'password-needs-number': () => 'Ajoutez au moins un chiffre.',
    'password-needs-lowercase': () => 'Ajoutez au moins une minuscule.',
    'password-needs-uppercase': () => 'Ajoutez au moins une majuscule.',
    'password-needs-symbol': () => 'Ajoutez au moins un symbole, comme * ou %.',
    'password-wrong': () =>
      'Ce n’est pas le mot de passe choisi dans le formulaire. Saisissez-le de nouveau.',
  },

  passwordHints: {
    length: (min) => `Au moins ${min} caractères.`,
    maxBytes: (max) =>
      `Au plus ${max} lettres sans accent et chiffres${nb}; une lettre accentuée compte pour deux, un emoji pour quatre.`,
    number: 'Au moins un chiffre.',
    lowercase: 'Au moins une minuscule.',
    uppercase: 'Au moins une majuscule.',
    symbol: 'Au moins un symbole, comme * ou %.',
    strength: `Difficile à deviner${nb}: quatre mots sans rapport entre eux ni avec vous conviennent bien.`,
  },

  errors: {
    notFound: {
      heading: 'Il n’y a rien à cette adresse',
      reason: 'Il manque peut-être une partie de l’adresse, ou la page a été déplacée.',
      advice:
        'Ouvrez de nouveau le lien d’invitation. Si cela ne suffit pas, adressez-vous à la personne qui vous l’a envoyé.',
    },
    internal: {
      heading: 'Un problème est survenu de notre côté',
      reason: 'Vous n’y êtes pour rien. Nous avons gardé une trace de ce qui s’est passé.',
      advice:
        'Ouvrez de nouveau le lien d’invitation dans quelques minutes. Si cela se reproduit, prévenez le service d’assistance et indiquez la référence ci-dessous.',
    },
    formUnreadable: {
      heading: 'Le formulaire n’est pas arrivé en entier',
      reason:
        'Il est peut-être resté ouvert longtemps, ou la connexion a été coupée. Aucun compte n’a été créé.',
      advice:
        'Ouvrez de nouveau le lien d’invitation et remplissez le formulaire encore une fois. Si cela ne suffit pas, adressez-vous au service d’assistance.',
    },
    confirmationUnknown: {
      heading: 'Ce lien ne fonctionne pas',
      reason:
        'Il en manque peut-être une partie, la page est restée ouverte trop longtemps, ou l’adresse a été corrigée après l’envoi du message.',
      advice:
        'Ouvrez encore une fois le lien de notre message le plus récent. Si cela ne suffit pas, ouvrez de nouveau le lien de votre invitation ou adressez-vous au service d’assistance.',
    },
  },
}
