import { approvalMails } from './approval-fr'
import { reasons } from '../refusal-reasons/fr'
import type { MailMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?` and inside « ». By name, since it looks like any other space. */
const nb = '\u00a0'
const quoted = (text: string) => `«${nb}${text}${nb}»`
const invitedYou = (inviter: string | undefined, instance: string) =>
  inviter === undefined
    ? `Vous avez une invitation à rejoindre ${instance}`
    : `${inviter} vous invite à rejoindre ${instance}`
const because = (inviter: string | undefined, address: string, instance: string) =>
  inviter === undefined
    ? `parce que l’adresse ${address} a été saisie pour vous inviter à rejoindre ${instance}`
    : `parce que ${inviter} a saisi l’adresse ${address} pour vous inviter`

export const fr: MailMessages = {
  ...approvalMails,
  hello: (name) => (name === undefined ? 'Bonjour,' : `Bonjour ${name},`),
  fact: (label, value) => `${label}${nb}: ${value}`,
  plainLink: `Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur${nb}:`,
  contact: (contact) => `Une question${nb}? ${contact}`,
  validity: (from, until) => {
    if (from === undefined)
      return until === undefined
        ? 'L’invitation n’a pas de date de fin.'
        : `L’invitation est valable jusqu’au ${until}.`
    return until === undefined
      ? `L’invitation est valable à partir du ${from}.`
      : `L’invitation est valable à partir du ${from}, jusqu’au ${until}.`
  },
  yours: `Ce lien vous est personnel et vaut pour votre adresse e-mail${nb}: merci de ne pas transférer ce message.`,
  unnamedKey: (hint) => `Clé …${hint}`,
  more: (n) => (n < 2 ? 'Et une autre.' : `Et ${n} autres.`),

  invitation: {
    subject: (inviter, instance) =>
      inviter === undefined
        ? `Votre invitation à rejoindre ${instance}`
        : `${inviter} vous invite à rejoindre ${instance}`,
    heading: (instance) => `Votre accès à ${instance}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, où vous pourrez demander de l’aide et suivre vos demandes.`,
    todo: 'Ouvrez votre invitation, remplissez le formulaire et choisissez un mot de passe. Cela prend environ deux minutes.',
    todoFrom: (from) =>
      `À partir du ${from}, vous pourrez ouvrir votre invitation, remplir le formulaire et choisir un mot de passe. Cela prend environ deux minutes${nb}: conservez ce message jusque-là.`,
    writes: (inviter) =>
      inviter === undefined ? `Un message pour vous${nb}:` : `${inviter} vous écrit${nb}:`,
    button: 'Créer mon compte',
    why: (inviter, address, instance) => `Vous recevez ce message ${because(inviter, address, instance)}.`,
    ignore: `Si vous ne l’attendiez pas, ignorez-le${nb}: aucun compte n’est créé tant que vous ne remplissez pas le formulaire.`,
  },
  reminder: {
    subject: (instance, day) => `Votre invitation pour ${instance} se termine le ${day}`,
    heading: (day) => `Votre invitation se termine le ${day}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, et il semble que vous n’y ayez pas encore de compte. Si vous en souhaitez un, créez-le avant la fin de l’invitation${nb}: cela prend environ deux minutes.`,
    why: (inviter, address, instance) =>
      `Vous recevez ce rappel ${because(inviter, address, instance)}. Il n’y en a qu’un par date de fin.`,
    ignore: 'Si vous avez déjà votre compte, ou n’en souhaitez pas, vous n’avez rien à faire.',
  },
  reissued: {
    subject: (instance) => `Le nouveau lien de votre invitation à rejoindre ${instance}`,
    heading: 'Votre invitation a un nouveau lien',
    lead: (inviter, instance) =>
      `${inviter === undefined ? `Le lien de votre invitation à rejoindre ${instance} a été remplacé` : `${inviter} a remplacé le lien de votre invitation à rejoindre ${instance}`}. Merci d’utiliser désormais celui-ci.`,
    oldUntil: (until) => `L’ancien lien fonctionne encore jusqu’au ${until}.`,
    oldDead: 'L’ancien lien ne fonctionne plus.',
  },
  confirmation: {
    subject: (instance) => `Confirmez votre adresse e-mail pour ${instance}`,
    heading: `Cette adresse est-elle bien la vôtre${nb}?`,
    lead: (address, instance) =>
      `Le formulaire de création d’un compte ${instance} a été rempli avec l’adresse ${address}. Si c’était vous, confirmez-la${nb}: votre compte sera créé aussitôt.`,
    button: 'Confirmer mon adresse',
    until: (until) =>
      `Vous pouvez le faire jusqu’au ${until}. Passé ce délai, ouvrez votre invitation et remplissez de nouveau le formulaire.`,
    why: (instance) =>
      `Vous recevez ce message parce qu’une personne invitée à rejoindre ${instance} a saisi votre adresse dans le formulaire.`,
    ignore: `Si ce n’était pas vous, ignorez-le${nb}: sans votre confirmation, aucun compte n’est créé.`,
  },
  accountExists: {
    subject: (instance) => `Vous avez déjà un compte ${instance}`,
    heading: 'Vous avez déjà un compte',
    lead: (address, instance) =>
      `Le formulaire de création d’un compte ${instance} a été rempli avec l’adresse ${address}, à laquelle appartient déjà un compte. Si c’était vous, il ne vous en faut pas d’autre${nb}: connectez-vous, tout simplement.`,
    forgotten: 'Si vous ne connaissez plus votre mot de passe, le service d’assistance peut vous aider.',
    why: (instance) =>
      `Vous recevez ce message parce qu’une personne invitée à rejoindre ${instance} a saisi votre adresse dans le formulaire.`,
    ignore: `Si ce n’était pas vous, vous n’avez rien à faire${nb}: votre compte n’a pas changé.`,
  },
  welcome: {
    subject: (instance) => `Votre compte ${instance} est prêt`,
    heading: 'Votre compte est prêt',
    lead: (instance) =>
      `Bienvenue${nb}! Votre compte ${instance} vous attend. Voici ce qu’il vous faut pour vous connecter${nb}:`,
    login: 'Votre identifiant',
    password: 'Votre mot de passe',
    passwordValue:
      'Celui que vous avez choisi. Personne d’autre ne le connaît et il n’est jamais envoyé par e-mail.',
    address: 'Où vous connecter',
    from: 'Vous pourrez vous connecter à partir du',
    until: 'Fin de votre compte',
    button: 'Me connecter',
    why: (address, instance, made) =>
      `Vous recevez ce message parce qu’un compte ${instance} a été créé avec l’adresse ${address} le ${made}.`,
    ignore: 'Si ce n’était pas vous, merci de prévenir le service d’assistance.',
  },
  joined: {
    subject: (name, instance) => `${name} a rejoint ${instance}`,
    subjectOfMany: (n, instance) => `${n} personnes ont rejoint ${instance}`,
    lead: (name) =>
      `${name} a utilisé votre invitation et peut maintenant se connecter. Vous n’avez rien à faire.`,
    leadOfMany:
      'Depuis hier, elles ont utilisé vos invitations et peuvent maintenant se connecter. Vous n’avez rien à faire.',
    login: 'Identifiant',
    key: 'Clé',
    at: 'Date d’inscription',
    uses: 'Utilisations',
    usesOf: (used, limit) => (limit === undefined ? `${used}, sans limite` : `${used} sur ${limit}`),
    button: 'Voir la clé',
    buttonOfMany: 'Voir vos clés',
    why: 'Vous recevez ce message parce que vous répondez de la clé qui a été utilisée.',
  },
  lapsed: {
    subject: (key) => `Personne n’a utilisé l’invitation ${quoted(key)}`,
    subjectOfMany: (n) => `${n} invitations se sont terminées sans être utilisées`,
    heading: (n) =>
      n < 2
        ? 'Une invitation s’est terminée sans être utilisée'
        : `${n} invitations se sont terminées sans être utilisées`,
    lead: (n) =>
      n < 2
        ? `Personne ne s’est inscrit avec cette clé avant sa fin${nb}:`
        : `Personne ne s’est inscrit avec ces clés avant leur fin${nb}:`,
    ended: (at) => `Terminée le ${at}`,
    invited: (addresses) => `Invitation pour ${addresses}`,
    next: (n) =>
      n < 2
        ? `Si le compte est toujours souhaité, prolongez la clé${nb}: son lien fonctionne à nouveau et vous pouvez le renvoyer. Sinon, vous n’avez rien à faire.`
        : `Là où un compte est toujours souhaité, prolongez la clé${nb}: son lien fonctionne à nouveau et vous pouvez le renvoyer. Pour les autres, vous n’avez rien à faire.`,
    button: (n) => (n < 2 ? 'Ouvrir la clé' : 'Voir les clés'),
    why: 'Vous recevez ce message parce que vous répondez des clés qu’il nomme.',
  },
  keyInTrouble: {
    subject: (n, instance) =>
      `${instance}${nb}: ${n < 2 ? 'une clé demande votre attention' : `${n} clés demandent votre attention`}`,
    heading: (n) => (n < 2 ? 'Une clé demande votre attention' : `${n} clés demandent votre attention`),
    lead: (n) =>
      n < 2
        ? `Quelque chose a changé depuis que cette clé a été créée. Vous pouvez y remédier avant que les personnes invitées s’en aperçoivent${nb}:`
        : `Quelque chose a changé depuis que ces clés ont été créées. Vous pouvez y remédier avant que les personnes invitées s’en aperçoivent${nb}:`,
    button: (n) => (n < 2 ? 'Ouvrir la clé' : 'Voir les clés'),
    why: 'Vous recevez ce message parce que vous répondez des clés qu’il nomme, ou administrez le service d’assistance. Les clés sont vérifiées chaque jour.',
  },
  linkRequested: {
    subject: (address, instance) => `${address} demande un nouveau lien pour ${instance}`,
    subjectOfMany: (n, instance) => `${n} personnes demandent un nouveau lien pour ${instance}`,
    heading: 'Un nouveau lien est demandé',
    lead: 'Le lien d’une invitation a été refusé, et la personne qui l’a ouvert en demande un nouveau.',
    leadOfMany:
      'Des liens d’invitation ont été refusés, et les personnes qui les ont ouverts en demandent de nouveaux.',
    address: 'Adresse saisie',
    reason: 'Raison du refus',
    key: 'Clé',
    reasons,
    writes: 'Son message\u00a0:',
    invited: 'La clé est destinée à cette adresse. Un nouveau lien n’ira qu’à elle.',
    unproven:
      'La clé n’est pas destinée à cette adresse, et rien ne montre à qui elle appartient\u00a0: assurez-vous de connaître cette personne avant de répondre.',
    next: 'Ouvrez la demande\u00a0: un bouton envoie un nouveau lien, un autre refuse. Rien ne se passe avant cela.',
    button: 'Répondre à la demande',
    buttonOfMany: 'Voir les demandes',
    why: 'Vous recevez ce message parce que vous répondez de la clé ou vous occupez du service d’assistance. Chaque adresse ne peut faire qu’une demande par clé.',
  },
  keysEnding: {
    subject: (n, instance) =>
      `${instance}${nb}: ${n < 2 ? 'une clé se termine' : `${n} clés se terminent`} bientôt`,
    heading: (n) => `${n < 2 ? 'Une clé se termine' : `${n} clés se terminent`} bientôt`,
    lead: (n) =>
      n < 2
        ? `Cette clé peut encore être utilisée et se termine dans les prochains jours${nb}:`
        : `Ces clés peuvent encore être utilisées et se terminent dans les prochains jours${nb}:`,
    ends: (until) => `Fin le ${until}`,
    left: (n) =>
      n === undefined
        ? 'Utilisations sans limite'
        : n < 2
          ? `${n} utilisation restante`
          : `${n} utilisations restantes`,
    next: `Pour laisser plus de temps, ouvrez la clé et prolongez-la${nb}: le lien reste le même.`,
    button: 'Voir les clés',
    why: 'Vous recevez ce message, au plus une fois par semaine, parce que vous répondez de ces clés ou administrez le service d’assistance.',
  },
  webhookGone: {
    subject: (host, instance) => `${instance}${nb}: le webhook vers ${host} a été désactivé`,
    heading: (host) => `${host} ne veut plus de messages`,
    lead: (host) =>
      `${host} a répondu que cette adresse n’existe plus (410). Le webhook a été désactivé${nb}: plus rien n’y est envoyé, et ce qui attendait a été abandonné.`,
    next: 'Supprimez le webhook, ou réparez le destinataire et réactivez-le, puis renvoyez ce qui a été abandonné.',
    button: 'Voir le webhook',
  },
  issuerGone: {
    subject: (name, instance) => `${instance}${nb}: les clés de ${name} ne fonctionnent plus`,
    heading: (name) => `${name} ne peut plus répondre de clés`,
    lead: (name, n) =>
      `Le compte de ${name} dans GLPI n’est plus actif, ou ne peut plus inviter personne. ${n < 2 ? `${n} clé, qui pourrait sinon être utilisée, est refusée` : `${n} clés, qui pourraient sinon être utilisées, sont refusées`} depuis.`,
    next: 'Confiez-les à quelqu’un qui peut donner les mêmes droits, et elles fonctionneront de nouveau, ou révoquez-les.',
    button: 'Voir les clés',
    why: 'Vous recevez ce message parce que vous administrez le service d’assistance.',
  },
}
