import type { PrivacyMessages } from '../messages/privacy'

export const privacy: PrivacyMessages = {
  title: 'Données personnelles',
  lead: 'Ce qui est conservé ici au sujet d’une personne : pour le lui remettre, ou pour l’effacer. Ce qui est terminé s’efface automatiquement au bout d’un certain temps.',
  email: 'Adresse de courriel',
  login: 'Identifiant',
  whoHint: 'L’un des deux suffit : il mène à l’autre.',
  lookUp: 'Rechercher',
  sending: 'Recherche en cours…',
  nobodyNamed: 'Saisissez une adresse ou un identifiant.',
  lapsed: 'Cette recherche est trop ancienne. Veuillez la refaire.',
  result: 'Ce qui est conservé',
  knownBy: 'Connu sous',
  nothing: 'Rien n’est conservé au sujet de cette personne.',
  sections: {
    registrations: 'Inscriptions',
    keys: 'Clés',
    mails: 'Courriels',
    proofs: 'Liens envoyés par courriel',
    requests: 'Nouveaux liens demandés',
    imports: 'Listes importées où la personne figure',
    origins: 'Adresses réseau',
    texts: 'Textes qui la nomment',
  },
  registered: (at) => `inscription le ${at}`,
  waits: (at) => `en attente depuis le ${at}`,
  from: (ip) => `depuis ${ip}`,
  noLabel: 'Clé sans libellé',
  theirs: 'pour elle seule',
  othersToo: 'pour d’autres aussi',
  ofKey: 'vers la clé',
  mailed: (at) => `mis en file le ${at}`,
  more: (n) => `et ${n} autres, qui figurent dans le fichier`,
  places: {
    'registration_keys.label': 'libellé d’une clé',
    'registration_keys.revoked_reason': 'motif d’une révocation',
    'key_messages.message': 'message aux personnes invitées',
    'registration_details.reason': 'raison du rejet d’une inscription',
    'batches.label': 'libellé de clés créées ensemble',
    'presets.name': 'nom d’un modèle',
    'presets.terms': 'texte d’un modèle',
    'outbox.facts': 'courriel',
    'outbox.failure': 'échec d’un courriel',
    'outbox_details.name': 'nom sur un courriel',
    'link_requests.note': 'message d’une demande de nouveau lien',
    'admin_sessions.data': 'session d’un administrateur',
  },
  exportTitle: 'Remettre ces données',
  exportLead:
    'Tout ce qui précède dans un fichier JSON, pour la personne. Le journal indique que des données ont été exportées, sans dire de qui.',
  exportSubmit: 'Télécharger',
  eraseTitle: 'Effacer ces données',
  eraseLead:
    'Noms, adresses, identifiants et adresses réseau disparaissent définitivement de toutes nos tables. Les compteurs et le journal restent : ils ne contiennent que des numéros.',
  revokes: (n, written) =>
    n === 1
      ? 'Une clé est destinée à cette seule personne et peut encore servir. Elle sera révoquée.'
      : `${written} clés sont destinées à cette seule personne et peuvent encore servir. Elles seront révoquées.`,
  lookAt:
    'Le nom de famille figure seul dans le libellé de ces clés, qui restent inchangées. Vérifiez s’il s’agit de cette personne :',
  shared: (n) =>
    `GLPI a ${n} comptes avec cette adresse : aucun n’a donc été examiné. Pour désigner l’un d’eux, recherchez son identifiant.`,
  inGlpi: (usersId, login) =>
    `GLPI conserve son compte nº ${usersId} (${login}) et son historique. Supprimez-le là-bas : Administration > Utilisateurs > ${login} > Mettre à la corbeille, puis Supprimer définitivement.`,
  retype: (asked) => `Pour confirmer, saisissez à nouveau ${asked}`,
  retyped: 'Ce n’est pas la même chose. Rien n’a été effacé.',
  eraseSubmit: 'Effacer définitivement',
  erased: (n, written) =>
    n === 0
      ? 'Plus rien n’était conservé au sujet de cette personne.'
      : `Effacé : ${written} ${n === 1 ? 'entrée' : 'entrées'} de nos tables.`,
}
