import type { MailsMessages } from '../messages/mails'

export const mails: MailsMessages = {
  title: 'Courriels',
  none: 'Aucun courriel n’a été envoyé au sujet de cette clé.',
  columns: { kind: 'Courriel', to: 'À', state: 'Suivi', when: 'Quand', again: 'Renvoi' },
  kinds: {
    invitation: 'Invitation',
    reminder: 'Rappel',
    reissued: 'Nouveau lien',
    confirmation: 'Confirmation de l’adresse',
    'account-exists': 'Compte déjà existant',
    welcome: 'Bienvenue',
    joined: 'Une personne a rejoint',
    lapsed: 'Expirée sans avoir servi',
    'key-in-trouble': 'Clé en difficulté',
    'link-requested': 'Nouveau lien demandé',
    'keys-ending': 'Clés qui expirent bientôt',
    'issuer-gone': 'Émetteur parti',
    'webhook-gone': 'Webhook désactivé',
    'approval-waiting': 'En attente de validation',
    'not-approved': 'Inscription non validée',
    'approval-asked': 'Inscriptions à valider',
    'approval-reminder': 'Rappel d’inscriptions à valider',
  },
  states: { waiting: 'En attente', sent: 'Envoyé', failed: 'En échec', withdrawn: 'Retiré' },
  failures: {
    'address-invalid': 'On ne peut pas écrire à cette adresse.',
    'recipient-refused':
      'Le serveur de messagerie ne connaît pas ce destinataire, ou ne prend rien pour lui.',
    'message-refused': 'Le serveur de messagerie refuse le contenu du courriel, comme le font les antispams.',
    'sender-refused': 'Le serveur de messagerie refuse notre adresse d’expédition : voir MAIL_FROM.',
    'sign-in-refused': 'Le serveur de messagerie refuse notre compte : voir SMTP_URL.',
    'not-private': 'Le serveur de messagerie ne propose aucun chiffrement de confiance.',
    'server-busy': 'Le serveur de messagerie a demandé de revenir plus tard.',
    'no-connection': 'Le serveur de messagerie est injoignable.',
    'no-answer': 'Le serveur de messagerie a cessé de répondre.',
    'not-composed': 'Le courriel n’a pas pu être composé, comme cela arrive sans le trousseau.',
  },
  notComposed: {
    paused: 'La clé est en pause\u00a0: réactivez-la et le courriel partira.',
    'would-be-refused':
      'Quiconque ouvrirait le lien maintenant serait refusé\u00a0: remédiez-y et le courriel partira.',
    'no-key-ring':
      'Le trousseau ne peut pas être lu, et sans lui aucun lien ne peut être écrit\u00a0: voir «\u00a0glpi-invite doctor\u00a0».',
    'other-key-ring':
      'Le code a été scellé avec un autre trousseau\u00a0: restaurez celui-ci depuis la sauvegarde, ou donnez un nouveau lien à la clé.',
    'no-code':
      'Le lien de cette clé n’est gardé nulle part\u00a0: donnez-lui un nouveau lien, ou créez une nouvelle clé.',
  },
  answer: (codes) => `Sa réponse : ${codes}`,
  withdrawals: {
    revoked: 'La clé a été révoquée avant son départ.',
    'address-changed': 'La clé ne s’adresse plus à cette adresse.',
    'sent-again': 'Un autre envoi l’a remplacé avant son départ.',
    expired: 'La clé s’est terminée avant son départ.',
    'used-up': 'La clé a été épuisée avant son départ.',
    joined: 'La personne s’est inscrite avant son départ.',
    renewed: 'La clé a été prolongée avant son départ.',
    reissued: 'La clé a reçu un autre lien avant son départ.',
    'key-ended': 'La clé ne pouvait plus servir.',
    'hold-ended': 'L’inscription avait pris fin avant son départ.',
    decided: 'Tout avait été décidé avant son départ.',
    'too-late': 'Il a tant attendu que la nouvelle n’en était plus une.',
    other: 'Il n’était plus vrai au moment de partir.',
  },
  nextAttempt: (when) => `Prochain essai : ${when}`,
  attempts: (n) => (n === 1 ? 'Un essai jusqu’ici' : `${n} essais jusqu’ici`),
  noServer:
    'Aucun serveur de messagerie n’est configuré (SMTP_URL) : les courriels attendent qu’il y en ait un.',
  erased: 'effacée',
  send: 'Envoyer l’invitation par courriel',
  sendAgain: 'Renvoyer l’invitation',
  sendHint: 'À chaque adresse prévue, sauf aux personnes déjà inscrites.',
  retry: 'Réessayer',
  retryLabel: (kind, address) => `Réessayer : ${kind} à ${address}`,
  problems: {
    revoked: 'La clé est révoquée : son lien n’ouvre plus rien.',
    paused: 'La clé est en pause : la reprendre avant de l’envoyer.',
    expired: 'La clé a expiré : lui donner une fin plus lointaine avant de l’envoyer.',
    'used-up': 'La clé est épuisée : relever sa limite avant de l’envoyer.',
    'no-address': 'La clé n’est liée à aucune adresse : son lien ne peut être envoyé à personne, copiez-le.',
    'all-joined': 'Toutes les personnes invitées par la clé se sont inscrites.',
    'code-gone':
      'Le lien de cette clé n’est conservé nulle part, il ne peut donc pas être renvoyé. Donnez-en un nouveau.',
  },
  limitedForAddress: (limit) =>
    limit === 1
      ? 'Une adresse ne reçoit pas plus d’une invitation par jour.'
      : `Une adresse ne reçoit pas plus de ${limit} invitations par jour.`,
  limitedForYou: (limit) =>
    limit === 1
      ? 'Un administrateur n’envoie pas plus d’une invitation par heure.'
      : `Un administrateur n’envoie pas plus de ${limit} invitations par heure.`,
  possibleAt: (when) => `Ce sera de nouveau possible à partir du ${when}.`,
  tooManyAtOnce: 'Envoyez-en moins à la fois.',
  noLongerFailed: 'Ce courriel n’a plus besoin d’un autre essai.',
  notYours:
    'Vous ne pourriez pas créer cette clé maintenant : vous ne pouvez donc pas non plus envoyer son lien.',
  sent: (n) => (n === 1 ? 'Une invitation est en route.' : `${n} invitations sont en route.`),
  queued: (n) =>
    n === 1
      ? 'Une invitation attend un serveur de messagerie.'
      : `${n} invitations attendent un serveur de messagerie.`,
  retried: 'L’envoi du courriel est retenté.',
  batch: {
    title: 'Envoyer les invitations par courriel',
    summary: (invited, mailed) =>
      `${
        invited === 1
          ? 'Une personne a une adresse et peut encore s’inscrire'
          : `${invited} personnes ont une adresse et peuvent encore s’inscrire`
      } ; ${mailed === 0 ? 'aucune n’a reçu son lien.' : mailed === 1 ? 'une a reçu son lien.' : `${mailed} ont reçu leur lien.`}`,
    sendRest: (n) => (n === 1 ? 'Envoyer à la personne qui reste' : `Envoyer aux ${n} qui restent`),
    sendAll: (n) => (n === 1 ? 'Envoyer à cette personne' : `Envoyer aux ${n}`),
    nobody: 'Personne dans ce lot n’a d’adresse et ne peut encore s’inscrire.',
  },
  list: { failed: 'Courriel en échec', waiting: 'Courriel en attente' },
  home: {
    failed: (n, written) =>
      n === 1 ? 'Une invitation n’est pas arrivée' : `${written} invitations ne sont pas arrivées`,
    failedHint: 'Regardez la raison, puis réessayez ou remettez le lien autrement.',
    waiting: (n, written) =>
      n === 1
        ? 'Une invitation attend un serveur de messagerie'
        : `${written} invitations attendent un serveur de messagerie`,
    waitingHint: 'Configurez SMTP_URL, ou copiez les liens à la main.',
    lastFailed: (when) => `en échec, courriel du ${when}`,
  },
}
