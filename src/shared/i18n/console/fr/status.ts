import type { StatusMessages } from '../messages/status'

export const status: StatusMessages = {
  title: 'État',
  lead: 'Tout ce dont le serveur a besoin, vérifié à l’instant.',
  again: 'Vérifier à nouveau',
  inEnglish: 'Ce que disent les contrôles est en anglais, comme en ligne de commande.',
  summary: {
    good: 'Tout va bien.',
    warn: (n) => (n < 2 ? 'Un point est à regarder.' : `${n} points sont à regarder.`),
    bad: (n) => (n < 2 ? 'Un point ne fonctionne pas.' : `${n} points ne fonctionnent pas.`),
  },
  columns: { check: 'Contrôle', state: 'État', message: 'Ce qui a été constaté, et que faire' },
  states: { ok: 'Bon', warn: 'À regarder', fail: 'Ne fonctionne pas' },
  checks: {
    configuration: 'Configuration',
    database: 'Serveur de base de données',
    migrations: 'Nos tables',
    glpi: 'GLPI',
    grants: 'Droits du compte de base de données',
    'key-ring': 'Trousseau de clés',
    'public-url': 'Adresse publique',
    clock: 'Horloge',
    'time-zones': 'Fuseaux horaires',
    mail: 'Serveur de messagerie',
    altcha: 'Preuve de travail',
    background: 'Travaux de fond',
    webhooks: 'Webhooks',
  },
  commandLine: 'Sur le serveur, cette commande dit la même chose :',
  jobs: {
    title: 'Travaux de fond',
    lead: 'Ce qui se fait sans que personne le demande, par le serveur ou par « glpi-invite work ».',
    columns: {
      job: 'Travail',
      state: 'État',
      last: 'Dernière fois',
      outcome: 'Ce qui a été fait',
      next: 'Prochaine fois',
    },
    states: {
      running: 'En cours',
      done: 'Fait',
      failed: 'Échec',
      late: 'En retard',
      waiting: 'Pas encore fait',
    },
    never: 'jamais',
    names: {
      'sweep-holds': 'Libération des places des inscriptions non terminées à temps',
      approvals: 'Rappel des inscriptions en attente de validation',
      verify: 'Confrontation des clés à GLPI',
      reseal: 'Rescellement des codes avec la clé la plus récente du trousseau',
      requests: 'Demandes de nouveaux liens',
      reminders: 'Rappels aux personnes qui n’ont pas utilisé leur invitation',
      lapsed: 'Annonce aux émetteurs des invitations expirées sans avoir servi',
      digest: 'Courriel hebdomadaire sur les clés qui expirent bientôt',
      events: 'Attribution de leur position aux événements',
      post: 'Envoi des courriels',
      webhooks: 'Envoi des webhooks',
      retention: 'Oubli des données personnelles arrivées à échéance',
    },
  },
  killSwitch: {
    title: 'Arrêt d’urgence',
    lead: 'Tant qu’il est actif, personne ne peut s’inscrire, avec aucune clé de ce support. Aucune utilisation n’est décomptée et aucune clé n’est perdue : chacun est invité à réessayer plus tard. Tout le reste continue.',
    isOff: 'L’arrêt d’urgence est inactif : les inscriptions sont possibles.',
    stops: (n, written) =>
      n === 0
        ? 'Aucune clé n’est utilisable pour le moment.'
        : `Il arrêtera ${written} ${n < 2 ? 'clé utilisable' : 'clés utilisables'}, toutes entités confondues.`,
    understood: 'Oui, plus personne ne doit pouvoir s’inscrire',
    notUnderstood: 'Cochez la case pour confirmer. Rien n’a encore changé.',
    turnOn: 'Arrêter toutes les inscriptions',
    isOn: (since) => `L’arrêt d’urgence est actif depuis le ${since} : personne ne peut s’inscrire.`,
    waits: (n, written) =>
      n === 0
        ? 'Aucune clé n’attend sa fin.'
        : `${written} ${n < 2 ? 'clé attend' : 'clés attendent'} sa fin, toutes entités confondues.`,
    turnOff: 'Permettre à nouveau les inscriptions',
    notices: {
      on: 'Les inscriptions sont arrêtées. Chaque page de la console le dit jusqu’à ce que vous y mettiez fin.',
      off: 'Les inscriptions sont à nouveau possibles.',
    },
  },
}
