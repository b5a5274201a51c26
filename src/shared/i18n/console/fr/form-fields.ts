import type { FormFieldMessages } from '../messages/form-fields'

/** The no-break space that goes before `:` `;` `!` `?`. */
const nb = '\u00a0'

export const formFields: FormFieldMessages = {
  names: {
    firstname: 'Prénom',
    realname: 'Nom',
    email: 'Adresse e-mail',
    phone: 'Téléphone',
    mobile: 'Téléphone mobile',
    registrationNumber: 'Matricule',
    title: 'Titre',
    category: 'Catégorie',
    location: 'Lieu',
    language: 'Langue',
    login: 'Identifiant',
    terms: 'Conditions d’utilisation',
  },
  modes: { required: 'Obligatoire', optional: 'Facultatif', locked: 'Verrouillé', hidden: 'Masqué' },
  legend: 'Ce que le formulaire demande',
  hint: 'Un champ verrouillé est affiché avec la valeur indiquée ici et ne peut pas être modifié. Un champ masqué n’est pas affiché et le compte reçoit la valeur indiquée ici. Le titre, la catégorie, le lieu et la langue sont ceux choisis plus haut. Un identifiant facultatif ou masqué est composé à partir du nom.',
  modeOf: (field) => `${field}${nb}: dans le formulaire`,
  told: {
    required: (field) => `${field}${nb}: obligatoire`,
    optional: (field) => `${field}${nb}: facultatif`,
    locked: (field) => `${field}${nb}: affiché, verrouillé`,
    hidden: (field) => `${field}${nb}: non affiché`,
  },
  value: 'Déjà rempli',
  valueOf: (field) => `${field}${nb}: déjà rempli dans le formulaire`,
  title: 'Formulaire',
  parts: {
    fillPhone: 'Téléphone',
    fillMobile: 'Téléphone mobile',
    fillRegistrationNumber: 'Matricule',
    asks: 'Ce que le formulaire demande',
  },
  problems: {
    'phone-characters': () => 'Cela ne ressemble pas à un numéro de téléphone.',
    'number-characters': () => 'Une adresse web ou un caractère invisible ne peut pas en faire partie.',
    'locked-empty': (fields) =>
      `Un champ verrouillé a besoin d’une valeur. Indiquez-la ou ne le verrouillez pas${nb}: ${fields}`,
    'mode-impossible': (fields) =>
      `Le formulaire ne peut pas faire cela. Faites un autre choix${nb}: ${fields}`,
    'terms-missing': () =>
      'Il n’y a pas de conditions à accepter ici. La personne qui gère le serveur peut en indiquer (TERMS_URL, TERMS_TEXT, TERMS_VERSION).',
    'login-pattern-off': () =>
      'Personne ne leur composerait d’identifiant. Demandez-en un, ou faites régler LOGIN_PATTERN.',
  },
  reasons: {
    'phone-characters': 'Ce n’était pas un numéro de téléphone',
    'number-characters': 'Caractères impossibles dans un matricule',
    'choice-gone': 'Ce qui avait été choisi n’existait plus dans GLPI',
    'choice-unknown': 'Ce qui avait été saisi n’était pas dans la liste',
    'terms-not-accepted': 'Les conditions d’utilisation n’ont pas été acceptées',
    'terms-changed': 'Les conditions d’utilisation avaient changé',
  },
}
