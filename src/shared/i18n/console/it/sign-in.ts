import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Accesso',
  lead: (instanceName) => `Inviti per ${instanceName}. Accedere con il nome utente e la password di GLPI.`,
  login: 'Nome utente',
  password: 'Password',
  submit: 'Accedi',
  as: (user) => `Accedi di nuovo come ${user}`,
  sending: 'Un momento…',
  failed: 'Il nome utente o la password non è corretto. Digitare di nuovo entrambi.',
  refusals: {
    'no-account':
      'Il Single Sign-On dell’organizzazione ha fornito un nome a cui in GLPI non corrisponde alcun account, o ne corrisponde più di uno. Chiedere a un amministratore di GLPI di controllare i nomi utente.',
    inactive: 'L’account di GLPI non è attivo. Chiedere a un amministratore di GLPI di attivarlo.',
    'outside-dates':
      'L’account di GLPI oggi non è valido. Chiedere a un amministratore di GLPI di controllarne le date di validità.',
    'password-expired': 'La password è scaduta. Accedere a GLPI, sceglierne una nuova e poi tornare qui.',
    'two-factor':
      'GLPI richiede un secondo fattore, che qui non può essere verificato. Usare il Single Sign-On dell’organizzazione, oppure chiedere un link per la console a chi gestisce questo server (glpi-invite console-link).',
    'grants-missing':
      'Questo server non può vedere se GLPI richiede un secondo fattore, quindi nessuno può accedere con una password. Chi lo gestisce deve applicare ciò che mostra “glpi-invite db grants”.',
    'no-authorisation':
      'L’account di GLPI non ha autorizzazioni in alcuna entità. Chiederne una a un amministratore di GLPI.',
    'no-right':
      'Nessuno dei profili di GLPI di questo account permette di leggere gli utenti, il che serve per le chiavi. Chiedere questo diritto a un amministratore di GLPI.',
  },
  throttled: (minutes) =>
    `Troppi tentativi non riusciti. Attendere ${minutes} ${minutes === 1 ? 'minuto' : 'minuti'} e riprovare.`,
  hint: 'Chi accede a GLPI con un account di directory o con un secondo fattore può usare il Single Sign-On dell’organizzazione, oppure chiedere un link per la console a chi gestisce questo server.',
  link: {
    title: 'Accesso con questo link',
    lead: 'Questo link è stato creato sul server per un accesso personale. Vale una volta sola.',
    submit: 'Accedi',
    spent:
      'Questo link è già stato usato, o ha più di cinque minuti. Chiederne uno nuovo: “glpi-invite console-link” lo crea sul server.',
    instead: 'Accedi con una password',
  },
}
