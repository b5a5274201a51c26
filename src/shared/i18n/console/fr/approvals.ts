import type { ApprovalsMessages } from '../messages/approvals'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

const registrations = (n: number) => (n < 2 ? '1 inscription' : `${n} inscriptions`)

export const approvals: ApprovalsMessages = {
  title: 'Validations',
  lead: 'Ces personnes ont rempli le formulaire et n’ont pas de compte tant que personne ne valide leur inscription. Chacune est informée par e-mail de la décision.',
  leadReader:
    'Ces personnes ont rempli le formulaire et n’ont pas de compte tant que personne ayant le droit de modifier des utilisateurs ne valide leur inscription.',
  none: 'Personne n’attend de validation.',
  caption: 'Inscriptions en attente de validation, les premières à échéance en tête',
  columns: {
    select: 'Sélection',
    person: 'Personne',
    address: 'Adresse e-mail',
    key: 'Clé',
    asked: 'Inscription',
    until: 'En attente jusqu’au',
    state: 'État',
  },
  selectOf: (name) => `Sélectionner ${name}`,
  selectAll: 'Toute la page',
  chosen: 'Pour la sélection',
  reviewSelected: 'Examiner la sélection',
  reviewOf: (name) => `Décider pour ${name}`,
  confirmed: 'confirmée',
  notConfirmed: 'non confirmée',
  more: 'Les suivantes',
  newest: 'Revenir aux premières',
  reviewing: {
    title: (n) => (n < 2 ? 'Décider d’une inscription' : `Décider de ${n} inscriptions`),
    login: 'Identifiant',
    address: 'Adresse e-mail',
    grant: 'Recevra',
    key: 'Clé',
    asked: 'Inscription',
    until: 'En attente jusqu’au',
    accepted: (version, when) => `Version « ${version} », acceptée le ${when}`,
    nothing: 'Rien n’est sélectionné. Choisissez d’abord des inscriptions dans la liste.',
    gone: (n) =>
      n < 2
        ? 'L’une d’elles n’existe pas ou se trouve hors de votre périmètre.'
        : `${n} d’entre elles n’existent pas ou se trouvent hors de votre périmètre.`,
    approvedBy: (name, by, when) => `${name}${nb}: validée par ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}${nb}: rejetée par ${by}, ${when}`,
    over: (name) => `${name}${nb}: n’est plus en attente`,
    unknownPerson: 'une personne dont les données ont été effacées',
    system: 'la ligne de commande du serveur',
    cannot: 'Ne peut pas être validée maintenant',
    approve: (n) => (n < 2 ? 'Valider' : `Valider ${n} inscriptions`),
    approving: 'Un instant, les comptes sont créés…',
    approveHint: 'Le compte est créé aussitôt et un e-mail l’annonce.',
    approveSome: (can, cannot) =>
      `${can < 2 ? `${registrations(can)} peut être validée` : `${registrations(can)} peuvent être validées`} maintenant. ${cannot < 2 ? 'Une autre ne le peut pas et reste en attente.' : `${cannot} autres ne le peuvent pas et restent en attente.`}`,
    rejectTitle: 'Ou rejeter',
    reason: 'Raison',
    reasonHint:
      'La personne la lit dans l’e-mail. Ce qu’elle a saisi est supprimé et sa place dans la clé est rendue.',
    reasonMissing: `Indiquez pourquoi${nb}: la personne en est informée.`,
    reasonTooLong: (most) => `C’est trop long${nb}: ${most} caractères au plus.`,
    reject: (n) => (n < 2 ? 'Rejeter' : `Rejeter ${n} inscriptions`),
    rejecting: 'Un instant…',
    back: 'Revenir à la liste',
    readOnly:
      'Votre profil permet de voir les inscriptions. Pour valider ou rejeter, il faut le droit de mettre à jour les utilisateurs.',
  },
  problems: {
    'not-waiting': 'Elle n’attend plus de décision.',
    'login-taken':
      'Quelqu’un dans GLPI, ou une autre inscription, a désormais cet identifiant. Donnez un autre identifiant à ce compte, ou rejetez l’inscription en demandant à la personne d’en choisir un autre.',
    'email-taken':
      'Un compte de GLPI a désormais cette adresse. S’il s’agit de la même personne, rejetez l’inscription, car elle a déjà un compte.',
    'not-unique':
      'Une règle d’unicité de GLPI s’y oppose, car quelqu’un a déjà le même nom, le même numéro ou une autre de ces informations. S’il s’agit de la même personne, rejetez l’inscription.',
    'key-paused': 'Sa clé est en pause. Réactivez la clé, puis validez.',
    'redemption-stopped':
      'L’arrêt d’urgence est actif et personne ne peut s’inscrire. Désactivez-le, puis validez.',
    issuer:
      'La personne qui répond de la clé ne peut plus donner cela. Transférez la clé à quelqu’un qui le peut, par exemple vous-même, puis validez.',
    approver:
      'Avec le profil et l’entité actifs, vous ne pouvez pas donner ce que donne cette clé. Changez de profil, ou laissez décider quelqu’un qui le peut.',
    grant:
      'Quelque chose que donne la clé n’existe plus dans GLPI ou ne peut pas être donné. Corrigez-le dans GLPI, ou rejetez l’inscription et créez une nouvelle clé.',
    'account-dates':
      'Le compte serait déjà arrivé à son terme. Rejetez l’inscription et créez une nouvelle clé.',
  },
  notices: {
    approved: (n) =>
      n < 2
        ? 'Inscription validée, le compte est créé.'
        : `${n} inscriptions validées, les comptes sont créés.`,
    rejected: (n) =>
      n < 2
        ? 'Inscription rejetée, la personne en est informée.'
        : `${n} inscriptions rejetées, les personnes en sont informées.`,
    decidedMeanwhile: (n) =>
      n < 2
        ? 'Quelqu’un d’autre a décidé de l’une d’elles entre-temps.'
        : `Quelqu’un d’autre a décidé de ${n} d’entre elles entre-temps.`,
    refused: (n) =>
      n < 2
        ? 'L’une d’elles n’a pas pu être validée et reste en attente.'
        : `${n} d’entre elles n’ont pas pu être validées et restent en attente.`,
  },
  home: {
    heading: (n, written) =>
      n < 2 ? 'Une inscription attend une validation' : `${written} inscriptions attendent une validation`,
    hint: 'Il n’y a pas de compte tant que personne ne décide.',
    until: (day) => `en attente jusqu’au ${day}`,
  },
  onKey: {
    title: 'Pas encore terminées',
    states: {
      'awaiting-confirmation': 'Doit confirmer l’adresse',
      'awaiting-approval': 'Attend une validation',
    },
    fact: 'Validation',
    needed: 'Chaque inscription doit être validée',
  },
  making: {
    label: 'Aucun compte n’est créé tant que personne ne valide l’inscription',
    hint: 'Chacune attend jusqu’à 14 jours une personne ayant le droit de mettre à jour les utilisateurs. Vous en êtes informé par e-mail.',
  },
}
