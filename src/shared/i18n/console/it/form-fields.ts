import type { FormFieldMessages } from '../messages/form-fields'

export const formFields: FormFieldMessages = {
  names: {
    firstname: 'Nome',
    realname: 'Cognome',
    email: 'Indirizzo e-mail',
    phone: 'Telefono',
    mobile: 'Cellulare',
    registrationNumber: 'Matricola',
    title: 'Titolo',
    category: 'Categoria',
    location: 'Luogo',
    language: 'Lingua',
    login: 'Nome utente',
    terms: 'Condizioni d’uso',
  },
  modes: { required: 'Obbligatorio', optional: 'Facoltativo', locked: 'Bloccato', hidden: 'Nascosto' },
  legend: 'Che cosa chiede il modulo',
  hint: 'Un campo bloccato viene mostrato con il valore indicato qui e non si può modificare. Un campo nascosto non viene mostrato e l’account riceve il valore indicato qui. Titolo, categoria, luogo e lingua sono quelli scelti sopra. Un nome utente facoltativo o nascosto viene formato a partire dal nome.',
  modeOf: (field) => `${field}: nel modulo`,
  told: {
    required: (field) => `${field}: obbligatorio`,
    optional: (field) => `${field}: facoltativo`,
    locked: (field) => `${field}: mostrato, bloccato`,
    hidden: (field) => `${field}: non mostrato`,
  },
  value: 'Già compilato',
  valueOf: (field) => `${field}: già compilato nel modulo`,
  title: 'Modulo',
  parts: {
    fillPhone: 'Telefono',
    fillMobile: 'Cellulare',
    fillRegistrationNumber: 'Matricola',
    asks: 'Che cosa chiede il modulo',
  },
  problems: {
    'phone-characters': () => 'Non sembra un numero di telefono.',
    'number-characters': () => 'Non può contenere un indirizzo web né un carattere invisibile.',
    'locked-empty': (fields) =>
      `Ciò che è bloccato richiede un valore. Va indicato, oppure il campo non va bloccato: ${fields}`,
    'mode-impossible': (fields) => `Il modulo non può farlo. Occorre scegliere di nuovo: ${fields}`,
    'terms-missing': () =>
      'Qui non ci sono condizioni da accettare; chi gestisce il server può stabilirle (TERMS_URL, TERMS_TEXT, TERMS_VERSION).',
    'login-pattern-off': () =>
      'Nessuno formerebbe un nome utente: va chiesto nel modulo, oppure va impostato LOGIN_PATTERN.',
  },
  reasons: {
    'phone-characters': 'Non era un numero di telefono',
    'number-characters': 'Caratteri non ammessi in una matricola',
    'choice-gone': 'La scelta non era più presente in GLPI',
    'choice-unknown': 'Il testo inserito non era nell’elenco',
    'terms-not-accepted': 'Le condizioni d’uso non sono state accettate',
    'terms-changed': 'Le condizioni d’uso erano cambiate',
  },
}
