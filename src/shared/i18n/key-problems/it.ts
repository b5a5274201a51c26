import type { KeyProblemWords } from './messages'

export const it: KeyProblemWords = {
  'grant-refused': {
    short: 'Assegna ciò che in GLPI non c’è più',
    reason: 'Ciò che questa chiave assegna non esiste più in GLPI, o non può più essere dato con una chiave.',
    mend: 'Creare una nuova chiave con ciò che esiste ora e revocare questa.',
  },
  'issuer-gone': {
    short: 'L’emittente non c’è più',
    reason: 'La persona che risponde di questa chiave non può più accedere a GLPI.',
    mend: 'Rinnovare la chiave per risponderne in prima persona, trasferirla a qualcun altro, oppure revocarla.',
  },
  'issuer-refused': {
    short: 'L’emittente non può più assegnarla',
    reason: 'La persona che risponde di questa chiave non può più dare in GLPI ciò che la chiave assegna.',
    mend: 'Rinnovare la chiave per risponderne in prima persona, trasferirla a chi ne ha il diritto, oppure revocarla.',
  },
  'nobody-left': {
    short: 'Non è più per nessuno',
    reason:
      'Questa chiave era riservata a determinati indirizzi, nel frattempo dimenticati o cancellati: nessuno può usarla.',
    mend: 'Indicare nella pagina della chiave a chi è destinata, oppure revocarla.',
  },
  'account-ended': {
    short: 'I suoi account sarebbero già scaduti',
    reason:
      'Gli account creati con questa chiave scadono in una data già trascorsa: nessuno può registrarsi con essa.',
    mend: 'Scegliere nella pagina della chiave la durata dell’account, oppure revocarla.',
  },
  'address-dropped': {
    short: 'Il suo link qui non funziona più',
    reason:
      'Il link di questa chiave contiene un indirizzo a cui questo servizio di assistenza non risponde più.',
    mend: 'Dare alla chiave un nuovo link e inviarlo, oppure far reinserire l’indirizzo precedente in PREVIOUS_PUBLIC_URLS.',
  },
  'address-replaced': {
    short: 'Il suo link contiene l’indirizzo precedente',
    reason:
      'Il link di questa chiave contiene un indirizzo precedente di questo servizio di assistenza. Funziona ancora.',
    mend: 'Dare alla chiave un nuovo link e inviarlo prima che l’indirizzo precedente venga abbandonato.',
  },
}
