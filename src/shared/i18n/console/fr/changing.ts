import type { ChangingMessages } from '../messages/changing'

export const changing: ChangingMessages = {
  open: 'Modifier les destinataires et le contenu',
  title: (key) => `Modifier ${key}`,
  titleWithErrors: (key) => `Modifier ${key} : à corriger`,
  lead: 'Le lien reste le même. Les comptes déjà créés avec la clé restent tels quels.',
  narrowOnly:
    'Vous pouvez restreindre les destinataires et modifier la langue et le message. Pour étendre la portée de la clé, il faudrait que vous puissiez créer cette clé même.',
  forgotten:
    'Les adresses auxquelles cette clé était réservée ont été oubliées : personne ne peut l’utiliser. Indiquez à qui elle est destinée désormais.',
  errorSummary: 'Rien n’a été modifié. À vérifier :',
  submit: 'Enregistrer',
  meanwhile:
    'Quelqu’un a modifié la clé depuis l’ouverture de ce formulaire. La voici telle qu’elle est maintenant ; rien de votre saisie n’a été enregistré.',
  notYours:
    'La clé irait plus loin qu’avant, et votre profil et votre entité actifs ne vous permettent pas de créer une telle clé.',
  changed: (parts) => `modifié : ${parts}`,
  parts: {
    addresses: 'adresses',
    domains: 'domaines',
    accountValidity: 'durée du compte',
    language: 'langue',
    fields: 'valeurs du formulaire',
    form: 'champs du formulaire',
    needsProof: 'preuve de l’adresse',
    message: 'message',
    sharesInviter: 'mention de l’invitant',
    needsApproval: 'approbation',
  },
}
