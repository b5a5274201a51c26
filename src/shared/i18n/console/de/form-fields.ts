import type { FormFieldMessages } from '../messages/form-fields'

export const formFields: FormFieldMessages = {
  names: {
    firstname: 'Vorname',
    realname: 'Nachname',
    email: 'E-Mail-Adresse',
    phone: 'Telefon',
    mobile: 'Mobiltelefon',
    registrationNumber: 'Personalnummer',
    title: 'Titel',
    category: 'Kategorie',
    location: 'Standort',
    language: 'Sprache',
    login: 'Anmeldename',
    terms: 'Nutzungsbedingungen',
  },
  modes: { required: 'Pflichtfeld', optional: 'Freiwillig', locked: 'Gesperrt', hidden: 'Ausgeblendet' },
  legend: 'Wonach das Formular fragt',
  hint: 'Ein gesperrtes Feld wird mit dem hier angegebenen Wert gezeigt und kann nicht geändert werden. Ein ausgeblendetes wird nicht gezeigt, und das Konto erhält den hier angegebenen Wert. Titel, Kategorie, Standort und Sprache sind die oben gewählten. Ein Anmeldename, der freiwillig oder ausgeblendet ist, wird aus dem Namen gebildet.',
  modeOf: (field) => `${field}: im Formular`,
  told: {
    required: (field) => `${field}: Pflichtfeld`,
    optional: (field) => `${field}: freiwillig`,
    locked: (field) => `${field}: gezeigt, gesperrt`,
    hidden: (field) => `${field}: nicht gezeigt`,
  },
  value: 'Steht schon da',
  valueOf: (field) => `${field}: steht schon im Formular`,
  title: 'Formular',
  parts: {
    fillPhone: 'Telefon',
    fillMobile: 'Mobiltelefon',
    fillRegistrationNumber: 'Personalnummer',
    asks: 'Wonach das Formular fragt',
  },
  problems: {
    'phone-characters': () => 'Das sieht nicht nach einer Telefonnummer aus.',
    'number-characters': () => 'Eine Webadresse oder ein unsichtbares Zeichen kann nicht dazugehören.',
    'locked-empty': (fields) =>
      `Was gesperrt ist, braucht einen Wert. Geben Sie einen an oder sperren Sie es nicht: ${fields}`,
    'mode-impossible': (fields) => `Das kann das Formular nicht. Wählen Sie noch einmal: ${fields}`,
    'terms-missing': () =>
      'Hier gibt es keine Bedingungen, denen man zustimmen könnte. Wer den Server betreibt, kann sie festlegen (TERMS_URL, TERMS_TEXT, TERMS_VERSION).',
    'login-pattern-off': () =>
      'Niemand würde einen Anmeldenamen bilden: Fragen Sie danach oder lassen Sie LOGIN_PATTERN setzen.',
  },
  reasons: {
    'phone-characters': 'Keine Telefonnummer',
    'number-characters': 'Zeichen, die eine Personalnummer nicht haben kann',
    'choice-gone': 'Das Gewählte gab es in GLPI nicht mehr',
    'choice-unknown': 'Das Eingegebene stand nicht in der Liste',
    'terms-not-accepted': 'Den Nutzungsbedingungen wurde nicht zugestimmt',
    'terms-changed': 'Die Nutzungsbedingungen hatten sich geändert',
  },
}
