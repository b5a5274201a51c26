import type { HomeMessages } from '../messages/home'

export const home: HomeMessages = {
  title: 'Accueil',
  needs: {
    title: 'À regarder',
    nothing:
      'Rien ne vous attend pour le moment. Les clés qui se terminent bientôt, ou qui n’ont plus de place, s’afficheront ici.',
    ending: (n, written) =>
      n < 2
        ? `${written} clé se termine d’ici 7 jours et a encore des places`
        : `${written} clés se terminent d’ici 7 jours et ont encore des places`,
    usedUp: (n, written) =>
      n < 2
        ? `${written} clé a été épuisée ces 30 derniers jours`
        : `${written} clés ont été épuisées ces 30 derniers jours`,
    usedUpHint: 'Qui ouvre leurs liens apprend désormais qu’il ne reste plus de place.',
    placesLeft: (n, written) => `${written} ${n < 2 ? 'place restante' : 'places restantes'}`,
    unlimited: 'sans limite',
    endsIn: (left) => `se termine dans ${left}`,
    allUsed: (n, written) => (n < 2 ? 'son unique place est prise' : `ses ${written} places sont prises`),
    inTrouble: (n, written) => (n < 2 ? `${written} clé pose problème` : `${written} clés posent problème`),
    checkNow: 'Confronter toutes les clés à GLPI maintenant',
    checkNowHint: 'Cela se fait tout seul chaque jour.',
    checked: 'Toutes les clés ont été confrontées à GLPI tel qu’il est maintenant.',
    checkBusy: 'La vérification est déjà en cours : revenez dans une minute.',
    inTroubleHint: 'GLPI ou ce centre d’assistance a changé depuis leur création.',
    all: 'Les voir toutes',
  },
  chart: {
    title: 'Les 30 derniers jours',
    description: (accounts, keys) =>
      `Une barre par jour montre les comptes créés, ${accounts} en tout ; une ligne montre les clés créées, ${keys} en tout. Un tableau avec les mêmes nombres suit.`,
    accounts: (n) => (n < 2 ? 'compte créé' : 'comptes créés'),
    keys: (n) => (n < 2 ? 'clé créée' : 'clés créées'),
    day: (day, accounts, keys) => `${day} : ${accounts}, ${keys}`,
    nothing: 'Aucun compte ni aucune clé n’a été créé ces 30 derniers jours.',
    asTable: 'La même chose en tableau',
    columns: { day: 'Jour', accounts: 'Comptes créés', keys: 'Clés créées' },
  },
  newest: {
    title: 'Dernières inscriptions',
    none: 'Personne ne s’est inscrit ces 30 derniers jours.',
    columns: { who: 'Qui', key: 'Clé', when: 'Quand' },
  },
}
