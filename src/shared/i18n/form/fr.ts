import type { FormMessages } from './messages'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

export const form: FormMessages = {
  form: {
    fields: {
      phone: 'Téléphone',
      mobile: 'Téléphone mobile',
      registrationNumber: 'Matricule',
      title: 'Titre',
      category: 'Catégorie',
      location: 'Lieu',
      language: 'Langue',
      terms: 'Conditions d’utilisation',
    },
    problems: {
      'phone-characters':
        'Cela ne ressemble pas à un numéro de téléphone. Utilisez uniquement des chiffres, des espaces et + ( ) . - /, comme dans +33 1 23 45 67 89.',
      'number-characters':
        'Une adresse web ou un caractère invisible ne peut pas en faire partie. Saisissez-le de nouveau, tel qu’il figure sur votre badge ou votre contrat.',
      'choice-gone': 'Ce choix n’est plus possible. Veuillez en faire un autre.',
      'choice-unknown':
        'Cela ne figure pas dans la liste. Choisissez une valeur qui y ressemble ou saisissez autre chose.',
      'terms-not-accepted': 'Cochez la case si vous les acceptez. Sans cela, aucun compte ne peut être créé.',
      'terms-changed':
        'Les conditions ont changé pendant votre saisie. Veuillez les relire et cocher la case.',
    },
    optional: '(facultatif)',
    optionalNote: 'Vous pouvez laisser vides les champs marqués «\u00a0facultatif\u00a0».',
    choose: '– veuillez choisir –',
    chooseNothing: '– aucun –',
    usualLanguage: '– celle par défaut –',
    search: 'Saisissez une partie du nom, puis choisissez dans la liste.',
    phoneHint:
      'Avec l’indicatif du pays si ce n’est pas un numéro de l’organisation, par exemple +33 1 23 45 67 89',
    numberHint:
      'Le numéro sous lequel votre organisation vous connaît. Il figure peut-être sur votre badge ou votre contrat.',
    loginMadeUp:
      'Le nom avec lequel vous vous connecterez. Laissez ce champ vide et nous en composerons un à partir de votre nom.',
    loginProposed:
      'Ce champ était vide, en voici un qui est libre. Gardez-le ou saisissez-en un autre, choisissez votre mot de passe et renvoyez le formulaire.',
    loginsFree: `Ceux-ci sont libres${nb}:`,
    takeLogin: 'Utiliser',
    termsLead: 'Veuillez lire ce qui suit avant de continuer.',
    termsLink: 'Lire les conditions d’utilisation (nouvel onglet)',
    termsAccept: 'J’ai lu et j’accepte les conditions d’utilisation.',
  },
}
