import { reasons } from '../../refusal-reasons/fr'
import type { RequestsMessages } from '../messages/requests'

export const requests: RequestsMessages = {
  title: 'Demandes de nouveaux liens',
  lead: 'Des personnes dont le lien a été refusé en demandent un nouveau. Chaque adresse ne peut faire qu’une demande par clé.',
  waiting: (n, written) =>
    n < 2 ? '1 personne demande un nouveau lien' : `${written} personnes demandent un nouveau lien`,
  reasons,
  empty: {
    heading: 'Personne n’attend',
    advice:
      'Qui ouvre un lien qui ne fonctionne plus peut en demander un nouveau sur la page. La demande apparaît alors ici.',
  },
  answeredTitle: 'Demandes traitées',
  columns: { address: 'Demandeur', key: 'Clé', asked: 'Demandé', state: 'Réponse' },
  invited: 'Invité',
  unproven: 'Non vérifiée',
  states: {
    asked: 'En attente',
    waiting: 'En attente',
    mailed: 'Nouveau lien envoyé automatiquement',
    granted: 'Nouveau lien envoyé',
    declined: 'Refusée',
  },
  by: (who) => `par ${who}`,
  system: 'le système',
  gone: (id) => `utilisateur nº ${id}`,
  more: 'Il y en a d’autres : elles suivront quand celles-ci seront traitées.',
  one: {
    title: (address) => `Nouveau lien pour ${address}`,
    facts: {
      address: 'Adresse',
      note: 'Message',
      reason: 'Raison du refus',
      key: 'Clé',
      asked: 'Demandé',
      answered: 'Traitée',
      given: 'Nouvelle invitation',
    },
    noNote: 'Aucun',
    invited: 'La clé est destinée à cette adresse : un nouveau lien n’ira qu’à elle.',
    unproven:
      'La clé n’est pas destinée à cette adresse, et rien ne montre à qui elle appartient. Assurez-vous de connaître cette personne : quiconque possède l’ancien lien a pu la saisir.',
    reissueLead: (until) =>
      `La clé reçoit un nouveau lien et reste valable jusqu’au ${until} ; l’ancien lien ne fonctionne plus. Vous répondez alors de la clé.`,
    reissue: 'Envoyer un nouveau lien',
    invitationLead:
      'La personne reçoit sa propre invitation aux mêmes conditions : pour une personne, pour cette seule adresse, envoyée à celle-ci. Vous en répondez.',
    invitation: 'Envoyer une invitation personnelle',
    declineLead: 'Personne n’en est averti, et cette adresse ne peut plus faire de demande pour cette clé.',
    decline: 'Refuser',
    otherTitle: 'Sinon',
    other:
      'Ouvrez la clé, pour la renouveler à l’intention de tous ceux qui ont son lien ou pour consulter son historique.',
    sending: 'Un instant…',
    mayNot: 'Pour répondre, il faut le droit de créer ou de modifier des utilisateurs.',
    back: 'Toutes les demandes',
  },
  notices: {
    granted: 'Un nouveau lien est en route.',
    queued: 'Le courriel avec le nouveau lien attend : aucun serveur de messagerie n’est encore configuré.',
    declined: 'La demande est refusée.',
  },
  problems: {
    answered: 'Cette demande a été traitée entre-temps.',
    'not-yours':
      'Avec votre profil et votre entité actifs, vous ne pourriez pas créer cette clé : vous ne pouvez donc pas en donner un nouveau lien. Une personne qui peut accorder la même chose doit répondre ; ou créez une clé que vous pouvez donner.',
    'account-past':
      'Le compte que donne cette clé prendrait fin à une date déjà passée. Créez une nouvelle clé avec une autre date.',
    cannot: 'La clé ne le permet plus : consultez sa page, ou répondez par une invitation personnelle.',
  },
}
