/** What people write above the columns of a list of people, in the languages that we speak. */
export const peopleHeadings = {
  firstname: ['first name', 'firstname', 'given name', 'prénom', 'vorname', 'nombre', 'nome'],
  realname: [
    'last name',
    'lastname',
    'surname',
    'family name',
    'nom',
    'nom de famille',
    'nachname',
    'familienname',
    'apellido',
    'apellidos',
    'cognome',
    'sobrenome',
    'apelido',
  ],
  name: [
    'name',
    'full name',
    'display name',
    'nom complet',
    'nom et prénom',
    'nom prénom',
    'personne',
    'person',
    'nombre completo',
    'nombre y apellidos',
    'nome completo',
    'nome e cognome',
    'nominativo',
    'persona',
    'pessoa',
  ],
  email: [
    'mail',
    'e-mail',
    'email',
    'e-mail address',
    'email address',
    'courriel',
    'adresse mail',
    'adresse e-mail',
    'adresse électronique',
    'e-mail-adresse',
    'correo',
    'correo electrónico',
    'indirizzo e-mail',
    'indirizzo email',
    'endereço de e-mail',
    'correio eletrônico',
  ],
} as const

/** A heading as far as it matters: no case, no accents, nothing between the letters. `Prénom_` is `prenom`. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .toLowerCase()
