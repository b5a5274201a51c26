import type { FrameMessages } from '../messages/frame'

const plural = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`

export const frame: FrameMessages = {
  brand: 'Invitations',
  skipToContent: 'Aller au contenu',
  menu: 'Menu',
  nav: {
    home: 'Accueil',
    keys: 'Clés',
    newKey: 'Nouvelle clé',
    batch: 'Plusieurs à la fois',
    presets: 'Modèles',
    requests: 'Demandes',
    audit: 'Journal',
    tokens: 'Jetons d’API',
    status: 'État',
    webhooks: 'Webhooks',
    privacy: 'Données personnelles',
    killSwitch: 'Arrêt d’urgence',
  },
  actingAs: (profile, entity) => `${profile}, ${entity}`,
  switchTitle: 'Profil et entité',
  switchLabel: 'Agir en tant que',
  switchSubmit: 'Changer',
  andBelow: 'et sous-entités',
  signOut: 'Se déconnecter',
  signOutEverywhere: 'Se déconnecter partout',
  toGlpi: 'Ouvrir GLPI',
  stopped: (since) =>
    `L’arrêt d’urgence est actif depuis le ${since} : personne ne peut s’inscrire, et aucune utilisation n’est décomptée.`,
  stoppedLink: 'Voir l’arrêt d’urgence',
  reference: 'Si vous demandez de l’aide, indiquez cette référence :',
  notices: {
    signedOut: 'Vous êtes déconnecté.',
    signedOutEverywhere: 'Vous êtes déconnecté ici et partout ailleurs.',
    switched: 'Changement effectué. Les listes et formulaires suivent maintenant ce profil et cette entité.',
  },
  errors: {
    notFound: {
      heading: 'Il n’y a rien à cette adresse',
      reason:
        'Ce que vous cherchez n’existe pas, ou se trouve dans une entité qui n’est pas active pour vous.',
      advice: 'Vérifiez l’adresse, changez de profil ou d’entité, ou revenez à la liste des clés.',
    },
    formUnreadable: {
      heading: 'Le formulaire n’a pas pu être utilisé',
      reason:
        'Il date d’avant votre dernière connexion, ou il n’est pas arrivé entier. Rien n’a été modifié.',
      advice: 'Revenez en arrière, rechargez la page et envoyez le formulaire à nouveau.',
    },
    internal: {
      heading: 'Une erreur s’est produite de notre côté',
      reason: 'Vous n’y êtes pour rien. Nous avons gardé une trace de ce qui s’est passé.',
      advice:
        'Réessayez dans quelques minutes. Si cela se reproduit, cherchez la référence dans le journal du serveur.',
    },
    unavailable: {
      heading: 'Cela ne fonctionne pas pour le moment',
      reason: 'La base de données ou GLPI n’est pas disponible. Rien n’a été modifié.',
      advice:
        'Réessayez dans quelques minutes. La commande « glpi-invite doctor », sur le serveur, dit ce qui ne va pas.',
    },
    policy: {
      heading: 'C’est plus que ce qu’une clé peut permettre ici',
      reason:
        'La configuration du serveur limite le nombre de personnes par clé, la durée des clés et le nombre de clés par administrateur. Rien n’a été modifié.',
      advice:
        'Revenez en arrière et demandez moins, ou demandez à la personne qui gère le serveur de relever la limite (MAX_USES, MAX_LIFETIME, KEYS_PER_DAY, PENDING_INVITATIONS, ALLOW_UNLIMITED, ALLOW_NEVER).',
    },
    input: {
      heading: 'C’est impossible ainsi',
      reason: 'Un élément de la demande n’est pas acceptable. Rien n’a été modifié.',
      advice: 'Revenez en arrière, corrigez-le et réessayez.',
    },
  },
  notAllowed: {
    heading: 'Votre profil ne le permet pas',
    reason: 'Ce que vous pouvez faire ici dépend des droits de votre profil actif dans GLPI.',
    advice: 'Changez de profil ou d’entité, ou demandez ce droit à un administrateur de GLPI.',
    missing: {
      'see-keys': 'Il faut le droit de lire les utilisateurs.',
      'create-keys': 'Il faut le droit de créer des utilisateurs.',
      'update-keys': 'Il faut le droit de modifier les utilisateurs.',
      configure: 'Il faut le droit de modifier la configuration de GLPI.',
    },
  },
  time: {
    never: 'jamais',
    over: 'terminé',
    days: (n) => plural(n, 'jour', 'jours'),
    hours: (n) => plural(n, 'heure', 'heures'),
    minutes: (n) => plural(n, 'minute', 'minutes'),
  },
}
