import type { ChangingMessages } from '../messages/changing'

export const changing: ChangingMessages = {
  open: 'Modifica destinatari e contenuto',
  title: (key) => `Modifica di ${key}`,
  titleWithErrors: (key) => `Modifica di ${key}: da correggere`,
  lead: 'Il link resta lo stesso. Gli account già creati con la chiave restano come sono.',
  narrowOnly:
    'È possibile restringere i destinatari e modificare la lingua e il messaggio. Per estendere la portata della chiave occorre poter creare proprio questa chiave.',
  forgotten:
    'Gli indirizzi a cui questa chiave era riservata sono stati dimenticati: nessuno può usarla. Indicare a chi è destinata d’ora in poi.',
  errorSummary: 'Nulla è stato modificato. Da controllare:',
  submit: 'Salva',
  meanwhile:
    'Qualcuno ha modificato la chiave dopo l’apertura di questo modulo. Ecco com’è adesso; nulla di quanto inserito è stato salvato.',
  notYours:
    'La chiave arriverebbe più lontano di prima, e con il profilo e l’entità attivi non è possibile creare una chiave simile.',
  changed: (parts) => `modificato: ${parts}`,
  parts: {
    addresses: 'indirizzi',
    domains: 'domini',
    accountValidity: 'durata dell’account',
    language: 'lingua',
    fields: 'valori del modulo',
    form: 'campi del modulo',
    needsProof: 'prova dell’indirizzo',
    message: 'messaggio',
    sharesInviter: 'nome di chi invita',
    needsApproval: 'approvazione',
  },
}
