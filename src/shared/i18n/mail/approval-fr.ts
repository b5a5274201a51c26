import type { ApprovalMailMessages } from './approval-messages'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `Votre inscription à ${instance} attend une validation`,
    heading: 'Votre inscription attend une validation',
    lead: (instance) =>
      `Merci, nous avons tout ce qu’il nous faut. Une personne de ${instance} examine maintenant votre inscription. Nous vous écrivons dès que la décision est prise${nb}; d’ici là, vous n’avez rien à faire.`,
    until: (until) => `Votre place est gardée jusqu’au ${until}.`,
    why: (instance) =>
      `Vous recevez ce message parce qu’une personne invitée à rejoindre ${instance} a saisi votre adresse dans le formulaire.`,
    ignore: 'Si ce n’était pas vous, merci d’en informer le service d’assistance.',
  },
  notApproved: {
    subject: (instance) => `À propos de votre inscription à ${instance}`,
    heading: {
      rejected: 'Votre inscription n’a pas été validée',
      undecided: 'Personne n’a décidé à temps de votre inscription',
      revoked: 'Votre invitation a été retirée',
    },
    lead: (instance) => ({
      rejected: `Votre inscription à ${instance} n’a pas été validée, aucun compte n’a donc été créé. Ce que vous aviez saisi a été supprimé, mot de passe compris.`,
      undecided: `Votre inscription à ${instance} attendait une validation et le délai est dépassé, aucun compte n’a donc été créé. Ce que vous aviez saisi a été supprimé, mot de passe compris.`,
      revoked: `L’invitation à rejoindre ${instance} avec laquelle vous vous étiez inscrit a été retirée avant la validation, aucun compte n’a donc été créé. Ce que vous aviez saisi a été supprimé, mot de passe compris.`,
    }),
    reason: `Raison indiquée${nb}:`,
    next: 'S’il vous faut toujours un compte, adressez-vous à la personne qui vous a envoyé l’invitation ou au service d’assistance.',
    why: (instance) =>
      `Vous recevez ce message parce qu’une inscription à ${instance} a été faite avec votre adresse et que nous vous avions demandé d’attendre.`,
    ignore: 'Si ce n’était pas vous, vous n’avez rien à faire.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      n === 1
        ? `${instance}${nb}: une inscription vous attend`
        : `${instance}${nb}: ${n} inscriptions vous attendent`,
    heading: (n) =>
      n === 1 ? 'Une inscription attend une validation' : `${n} inscriptions attendent une validation`,
    lead: (n) =>
      n === 1
        ? `Il n’y aura pas de compte tant que personne ne valide cette inscription${nb}:`
        : `Il n’y aura pas de compte tant que personne ne valide ces inscriptions${nb}:`,
    login: (login) => `Identifiant${nb}: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'confirmée' : 'non confirmée'})`,
    key: (key) => `Clé${nb}: ${key}`,
    until: (until) => `En attente jusqu’au ${until}`,
    next: 'Ne validez que des personnes que vous connaissez ou sur lesquelles vous vous êtes renseigné. Chacune est informée par e-mail de la décision.',
    button: (n) => (n === 1 ? 'Voir l’inscription' : 'Voir les inscriptions'),
    why: 'Vous recevez ce message parce que vous répondez de la clé utilisée ou que vous vous occupez de l’assistance.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      n === 1
        ? `${instance}${nb}: une inscription attend toujours`
        : `${instance}${nb}: ${n} inscriptions attendent toujours`,
    heading: (n) => (n === 1 ? 'Une inscription attend toujours' : `${n} inscriptions attendent toujours`),
    lead: (n) =>
      n === 1
        ? `Personne n’a encore validé ni rejeté cette inscription. Sans décision, elle sera abandonnée${nb}:`
        : `Personne n’a encore validé ni rejeté ces inscriptions. Sans décision, elles seront abandonnées${nb}:`,
  },
}
