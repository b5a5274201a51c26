import type { MakingMessages } from '../messages/making'
import { figuresIn } from '../../figures'

const figure = figuresIn('fr')

const keys = (n: number) => `${figure(n)} ${n < 2 ? 'clé' : 'clés'}`

export const making: MakingMessages = {
  title: 'Nouvelle clé',
  titleWithErrors: 'À vérifier\u00a0: nouvelle clé',
  batchTitle: 'Plusieurs clés à la fois',
  batchTitleWithErrors: 'À vérifier\u00a0: plusieurs clés à la fois',
  batchLead: 'Une clé pour chaque personne, valable pour un seul compte.',
  errorSummary: 'Rien n’a encore été créé. À vérifier\u00a0:',
  errorLine: (label, message) => `${label}\u00a0: ${message}`,
  nothingToGive: {
    heading: 'Vous ne pouvez rien attribuer ici',
    text: 'Avec votre profil actif, GLPI ne vous laisse attribuer aucun profil. Changez de profil ou d’entité, ou adressez-vous à un administrateur de GLPI.',
  },
  fields: {
    label: 'Libellé',
    people: 'Personnes',
    count: 'Ou un nombre de clés',
    uses: 'Nombre de personnes',
    life: 'Durée de validité',
    until: 'Dernier jour',
    profile: 'Profil',
    entity: 'Entité',
    starts: 'Pas avant',
    groups: 'Groupes',
    title: 'Titre',
    category: 'Catégorie',
    location: 'Lieu',
    addresses: 'Réservée à ces adresses e-mail',
    send: 'Envoyer l’invitation par courriel',
    domains: 'Réservée aux adresses de ces domaines',
    account: 'Durée de vie du compte',
    accountFrom: 'Début du compte',
    language: 'Langue',
    fillFirstname: 'Prénom',
    fillRealname: 'Nom',
    fillEmail: 'Adresse e-mail',
    fillLogin: 'Identifiant',
    message: 'Votre message à la personne invitée',
  },
  hints: {
    share:
      'La personne qui ouvre le lien lit alors votre nom et sait à qui s’adresser. Le contact du support est indiqué dans tous les cas.',
    label: 'Ce qui vous permettra de la retrouver. Il figure sur la carte imprimée.',
    batchLabel: 'Ce qui vous permettra de les retrouver, par exemple «\u00a0Stagiaires 2026\u00a0».',
    people:
      'Une par ligne\u00a0: noms, adresses, ou les deux, comme «\u00a0Ada Lovelace <ada@example.org>\u00a0». Les colonnes d’un tableur peuvent être collées telles quelles.',
    count: 'Si vous ne savez pas encore à qui elles sont destinées.',
    uses: 'Chacune obtient son propre compte.',
    until: 'Elle est valable jusqu’à la fin de ce jour.',
    workDays: 'Un jour non travaillé est sauté : la clé se termine alors le jour ouvré suivant.',
    starts: 'Laissez vide si elle peut être utilisée tout de suite.',
    backOffice:
      'Un profil de l’interface standard exige une clé pour une seule personne et une seule adresse e-mail, prouvée en ouvrant le lien reçu par e-mail.',
    addresses: 'Une par ligne. Laissez vide si toute personne ayant le lien peut s’en servir.',
    send: 'Chaque adresse ci-dessus reçoit le lien. Un lien envoyé prouve que l’adresse est bien la sienne.',
    batchSend:
      'Chaque personne dont l’adresse est indiquée reçoit son lien. Un lien envoyé prouve que l’adresse est bien la sienne.',
    domains:
      'Un par ligne, par exemple example.org. *.example.org désigne tous ses sous-domaines. Si des adresses figurent ci-dessus, les unes et les autres sont admises.',
    account: 'Les jours et les mois se comptent à partir de l’inscription, jusqu’à la fin du dernier jour.',
    accountFrom:
      'Personne ne peut se connecter à GLPI avant ce jour. Laissez vide si c’est possible tout de suite.',
    language: 'Celle des courriels, du formulaire et du compte.',
    fills:
      'Elles figurent déjà dans le formulaire. La personne invitée ne peut pas modifier ce qui est verrouillé.',
    message: 'Il figure dans le courriel avec le lien.',
  },
  timeZone: (zone) => `Les heures sont celles de ${zone}.`,
  usesAtMost: (n) => `Au plus ${figure(n)}.`,
  lifeAtMost: (lastDay) => `Au plus tard le ${lastDay}.`,
  unlimitedUses: 'Nombre illimité de personnes',
  lives: {
    '1d': '1 jour',
    '7d': '7 jours',
    '30d': '30 jours',
    date: 'Jusqu’à une date',
    never: 'Sans date de fin',
  },
  recursive: 'Également dans les sous-entités',
  accounts: {
    forGood: 'Sans date de fin',
    days: 'jours',
    months: 'mois',
    after: 'après l’inscription',
    until: 'Jusqu’à la fin du',
    number: 'Nombre',
    date: 'Dernier jour du compte',
  },
  fills: {
    legend: 'Valeurs déjà remplies',
    lock: 'Verrouillé',
    lockOf: (field) => `Verrouillé\u00a0: ${field}`,
  },
  proofNeedsMail:
    'Aucun serveur de messagerie n’est configuré ici (SMTP_URL) : tant qu’il n’y en a pas, personne ne peut confirmer son adresse et aucun compte n’est créé.',
  anyLanguage: '– celle de chacun –',
  prove: 'Aucun compte n’est créé tant que l’adresse e-mail n’est pas confirmée',
  share: 'Indiquer qui a invité lorsque le lien ne fonctionne plus',
  backOffice: (profile) => `${profile} (interface standard)`,
  batchSend: 'Envoyer les invitations par courriel',
  bind: 'Une personne dont l’adresse est indiquée ne peut s’inscrire qu’avec cette adresse',
  more: 'Plus\u00a0: début, groupes, lieu, destinataires, compte, langue, message',
  nothingChosen: '– sans –',
  filter: 'Filtrer la liste',
  filterStatus: '{shown} sur {all}',
  sentenceTitle: 'Ce que la clé permettra',
  sentence: {
    one: 'Une personne peut rejoindre {entity} avec le profil {profile}{from}{until}.',
    many: 'Jusqu’à {n} personnes peuvent rejoindre {entity} avec le profil {profile}{from}{until}.',
    unlimited:
      'Un nombre illimité de personnes peut rejoindre {entity} avec le profil {profile}{from}{until}.',
    each: 'Avec chaque clé, une personne peut rejoindre {entity} avec le profil {profile}{from}{until}.',
    andBelow: '{entity} et ses sous-entités',
    from: ', à partir du {start}',
    untilDay: ' jusqu’au {day} inclus',
    never: ', sans date de fin',
    onlyAddress: 'Seule l’adresse {address} peut l’utiliser.',
    onlyAddresses: 'Seules {n} adresses peuvent l’utiliser.',
    onlyDomains: 'Seules les adresses des domaines {domains} peuvent s’en servir.',
    onlyBoth: 'Seules peuvent s’en servir {who} et les adresses des domaines {domains}.',
    addresses: '{n} adresses',
    accountDay: 'Le compte prend fin {n} jour après l’inscription.',
    accountDays: 'Le compte prend fin {n} jours après l’inscription.',
    accountMonth: 'Le compte prend fin {n} mois après l’inscription.',
    accountMonths: 'Le compte prend fin {n} mois après l’inscription.',
    accountUntil: 'Le compte prend fin à la fin du {day}.',
  },
  submit: 'Créer la clé',
  sending: 'Un instant…',
  problems: {
    'label-required': () => 'Donnez un libellé, pour pouvoir les retrouver.',
    'label-too-long': (limit) => `C’est trop long\u00a0: ${figure(limit)} caractères au maximum.`,
    'people-required': () => 'Collez au moins une personne, ou indiquez ci-dessous un nombre de clés.',
    'people-none-good': () =>
      'Aucune ligne n’est utilisable telle quelle. Le tableau ci-dessous dit pourquoi.',
    'count-out-of-range': (limit) => `Indiquez un nombre entier de 1 à ${figure(limit)}.`,
    'uses-out-of-range': (limit) => `Indiquez un nombre entier de 1 à ${figure(limit)}.`,
    'life-missing': () => 'Choisissez la durée de validité.',
    'life-too-long': (_, lastDay) =>
      `Une clé ne peut pas fonctionner aussi longtemps ici. Le dernier jour possible est le ${lastDay}\u00a0; la clé pourra alors être prolongée (MAX_LIFETIME).`,
    'unlimited-forbidden': () =>
      'Les clés sans limite ne sont pas permises ici. Indiquez un nombre\u00a0; la personne qui gère le serveur peut les permettre (ALLOW_UNLIMITED).',
    'never-forbidden': () =>
      'Les clés sans fin ne sont pas permises ici. Choisissez une fin\u00a0; la personne qui gère le serveur peut les permettre (ALLOW_NEVER).',
    'keys-per-day': (left) =>
      `Vous pouvez encore créer ${left === 0 ? 'zéro clé' : left === 1 ? '1 clé' : `${left} clés`} aujourd’hui. Créez le reste demain, ou adressez-vous à la personne qui gère le serveur (KEYS_PER_DAY).`,
    pending: (left) =>
      `Vous avez tant de clés que personne n’a encore utilisées qu’il ${left === 0 ? 'n’y a plus de place' : `reste de la place pour ${left}`}. Révoquez celles qui ne servent plus, ou adressez-vous à la personne qui gère le serveur (PENDING_INVITATIONS).`,
    'life-not-allowed': () =>
      'Une clé illimitée doit avoir une date de fin\u00a0; les clés illimitées ou sans fin demandent le droit de modifier la configuration de GLPI.',
    'until-required': () => 'Indiquez le dernier jour, par exemple 2026-12-31.',
    'until-past': () => 'Ce jour est passé. Choisissez-en un autre.',
    'starts-unreadable': () => 'Indiquez une date et une heure, par exemple 2026-12-31T18:00.',
    'starts-after-end': () => 'Elle finirait avant de commencer. Avancez le début ou reculez la fin.',
    'choice-gone': () =>
      'Vous ne pouvez plus attribuer ce choix, ou il n’existe plus dans GLPI. Choisissez à nouveau.',
    'addresses-invalid': (_, entries) => `Ce n’est pas une adresse e-mail\u00a0: ${entries}`,
    'addresses-too-many': (limit) =>
      `Il y a de la place pour ${figure(limit)} adresses. Créez plusieurs clés à la fois, ou indiquez un domaine.`,
    'send-needs-address': () =>
      'Il n’y a personne à qui l’envoyer\u00a0: saisissez des adresses, et réservez-leur l’inscription.',
    'sending-limited': (_, entries) => entries,
    'domains-invalid': (_, entries) =>
      `Ce n’est pas un domaine\u00a0: ${entries}. Écrivez example.org, ou *.example.org pour tous ses sous-domaines.`,
    'domains-too-many': (limit) => `Il y a de la place pour ${figure(limit)} domaines.`,
    'account-missing': () => 'Choisissez la durée de vie du compte.',
    'account-out-of-range': (limit) => `Indiquez un nombre entier de 1 à ${figure(limit)}.`,
    'account-date-required': () => 'Indiquez le dernier jour du compte, par exemple 2027-06-30.',
    'account-from-unreadable': () => 'Indiquez une date, par exemple 2027-09-01.',
    'account-past': () =>
      'Le compte prendrait fin avant que quiconque ait pu s’en servir. Choisissez une fin plus lointaine.',
    'account-too-late': () =>
      'GLPI ne peut pas enregistrer de date après le 18 janvier 2038. Choisissez une fin plus proche.',
    'too-long': (limit) => `C’est trop long. Il y a de la place pour ${figure(limit)} caractères.`,
    'login-characters': () =>
      "Un identifiant ne contient que des lettres, des chiffres, des espaces et les caractères . - _ @ ', ou bien c’est une adresse e-mail.",
    'name-characters': () => 'Un nom ne peut pas contenir d’adresse web ni de caractère invisible.',
    'email-invalid': () => 'Ce n’est pas une adresse e-mail.',
    'login-taken': () => 'Quelqu’un a déjà cet identifiant dans GLPI.',
    'lock-one-person': () =>
      'Une seule personne peut l’avoir\u00a0: réservez la clé à une personne, ou ne le verrouillez pas.',
    'email-not-for-key': () =>
      'La clé n’est pas destinée à cette adresse\u00a0: voyez les adresses et les domaines ci-dessus.',
    'back-office-uses': () =>
      'Ce profil ouvre l’interface standard de GLPI, la clé est donc réservée à une seule personne.',
    'back-office-address': () =>
      'Ce profil ouvre l’interface standard de GLPI. Indiquez la seule adresse e-mail qui pourra s’inscrire avec la clé.',
    'back-office-people': () =>
      'Ce profil ouvre l’interface standard de GLPI. Chaque personne doit avoir une adresse e-mail, et chaque clé doit être réservée à cette adresse.',
  },
  preview: {
    title: 'À vérifier avant la création',
    submit: 'Continuer',
    back: 'Modifier',
    line: 'Ligne',
    name: 'Nom',
    address: 'Adresse',
    remark: 'Remarque',
    good: 'Bon',
    summary: (good, bad) => {
      const made = good < 2 ? `${keys(good)} sera créée.` : `${keys(good)} seront créées.`
      if (bad === 0) return made
      return `${made} ${bad === 1 ? '1 ligne est laissée' : `${bad} lignes sont laissées`} de côté.`
    },
    make: (n) => `Créer ${keys(n)}`,
    send: (n) =>
      n === 1
        ? 'Une personne reçoit son lien par courriel.'
        : `${n} personnes reçoivent leur lien par courriel.`,
    anybody: 'toute personne ayant le lien',
    problems: {
      'address-invalid': 'Laissée de côté\u00a0: cela ne ressemble pas à une adresse e-mail.',
      'address-twice': 'Laissée de côté\u00a0: cette adresse figure déjà plus haut.',
      'addresses-several': 'Laissée de côté\u00a0: il y a plusieurs adresses. N’en gardez qu’une.',
      'label-too-long': 'Laissée de côté\u00a0: ce nom est trop long.',
      'too-many': 'Laissée de côté\u00a0: 1 000 clés au plus à la fois. Créez un autre lot.',
    },
  },
  made: {
    title: 'La clé est créée',
    batchTitle: (n) => (n < 2 ? `${keys(n)} créée` : `${keys(n)} créées`),
    link: 'Lien d’invitation',
    code: 'Code à saisir\u00a0:',
    copy: 'Copier le lien',
    copied: 'Copié. Le lien est dans le presse-papiers.',
    copyFailed: 'La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le vous-même.',
    qr: 'Pour l’appareil photo d’un téléphone',
    qrAlt: 'Code QR du lien d’invitation',
    print: 'Imprimer une carte',
    shownOnce:
      'Ceci n’est affiché qu’une fois\u00a0: le scellement est désactivé, le lien ne pourra plus être affiché. Copiez-le ou imprimez-le maintenant.',
    again: 'Le lien pourra être affiché à nouveau sur la page de la clé.',
    toKey: 'Voir la clé',
    another: 'En créer une semblable',
    anotherBatch: 'En créer d’autres',
    toKeys: 'Voir ces clés',
    showLinks: 'Afficher les liens et les cartes',
    sentBefore:
      'Ce formulaire avait déjà été envoyé. Voici ce qu’il a créé alors\u00a0; rien d’autre n’a été créé.',
    copyAll: 'Tout copier',
    copiedAll: (n) => (n < 2 ? `Copié\u00a0: ${n} ligne.` : `Copié\u00a0: ${n} lignes.`),
    csv: 'Télécharger en CSV',
    printCards: 'Imprimer les cartes',
    proof: (address) =>
      `Le mieux est de l’envoyer par e-mail d’ici\u00a0: ouvrir le lien reçu prouve l’adresse${address === undefined ? '' : ` ${address}`}. Avec un lien copié ou un code saisi, la personne reçoit d’abord un e-mail pour confirmer l’adresse, et le compte n’est créé qu’ensuite.`,
    forWhom: 'Pour',
    cardTitle: (instance) => `Votre invitation à ${instance}`,
    cardHow: 'Scannez le code avec votre téléphone, ou saisissez cette adresse\u00a0:',
    cardCode: 'puis ce code\u00a0:',
    cardUntil: (end) => `Valable jusqu’au ${end}.`,
    columns: { label: 'Nom', address: 'Adresse', link: 'Lien', code: 'Code', until: 'Jusqu’au' },
  },
}
