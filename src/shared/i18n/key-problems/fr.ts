import type { KeyProblemWords } from './messages'

export const fr: KeyProblemWords = {
  'grant-refused': {
    short: 'Attribue ce que GLPI n’a plus',
    reason: 'Ce que cette clé attribue n’existe plus dans GLPI, ou ne peut plus être donné par une clé.',
    mend: 'Créez une nouvelle clé avec ce qui existe aujourd’hui, puis révoquez celle-ci.',
  },
  'issuer-gone': {
    short: 'Son émetteur n’est plus là',
    reason: 'La personne qui répond de cette clé ne peut plus se connecter à GLPI.',
    mend: 'Prolongez la clé pour en répondre vous-même, transférez-la à quelqu’un d’autre, ou révoquez-la.',
  },
  'issuer-refused': {
    short: 'Son émetteur ne peut plus l’attribuer',
    reason: 'La personne qui répond de cette clé n’a plus le droit de donner dans GLPI ce qu’elle attribue.',
    mend: 'Prolongez la clé pour en répondre vous-même, transférez-la à une personne habilitée, ou révoquez-la.',
  },
  'nobody-left': {
    short: 'Ne s’adresse plus à personne',
    reason:
      'Cette clé était réservée à certaines adresses, oubliées ou effacées depuis : personne ne peut l’utiliser.',
    mend: 'Indiquez sur la page de la clé à qui elle est destinée, ou révoquez-la.',
  },
  'account-ended': {
    short: 'Ses comptes seraient déjà expirés',
    reason:
      'Les comptes créés avec cette clé expirent à une date déjà passée : personne ne peut s’inscrire avec elle.',
    mend: 'Choisissez sur la page de la clé la durée du compte, ou révoquez-la.',
  },
  'address-dropped': {
    short: 'Son lien ne fonctionne plus ici',
    reason: 'Le lien de cette clé porte une adresse dont ce centre d’assistance ne répond plus.',
    mend: 'Renouvelez le code de la clé et envoyez son nouveau lien, ou faites rétablir l’ancienne adresse dans PREVIOUS_PUBLIC_URLS.',
  },
  'address-replaced': {
    short: 'Son lien porte l’ancienne adresse',
    reason:
      'Le lien de cette clé porte une ancienne adresse de ce centre d’assistance. Il fonctionne encore.',
    mend: 'Renouvelez le code de la clé et envoyez son nouveau lien avant que l’ancienne adresse ne soit abandonnée.',
  },
}
