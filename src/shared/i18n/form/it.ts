import type { FormMessages } from './messages'

export const form: FormMessages = {
  form: {
    fields: {
      phone: 'Telefono',
      mobile: 'Cellulare',
      registrationNumber: 'Matricola',
      title: 'Titolo',
      category: 'Categoria',
      location: 'Luogo',
      language: 'Lingua',
      terms: 'Condizioni d’uso',
    },
    problems: {
      'phone-characters':
        'Non sembra un numero di telefono. Si possono usare solo cifre, spazi e + ( ) . - /, per esempio +39 06 1234 5678.',
      'number-characters':
        'Non può contenere un indirizzo web né un carattere invisibile. Va scritto come sul badge o sul contratto.',
      'choice-gone': 'Questa scelta non è più disponibile. Occorre scegliere di nuovo.',
      'choice-unknown': 'Non è nell’elenco. Si può scegliere qualcosa di simile oppure scrivere altro.',
      'terms-not-accepted':
        'Per accettare va selezionata la casella. Senza, non è possibile creare l’account.',
      'terms-changed':
        'Le condizioni sono cambiate durante la compilazione. Vanno lette di nuovo, selezionando poi la casella.',
    },
    optional: '(facoltativo)',
    optionalNote: 'Si può lasciare vuoto ciò che è indicato come «facoltativo».',
    choose: '– scegliere –',
    chooseNothing: '– nessuno –',
    usualLanguage: '– quella predefinita –',
    search: 'Basta scrivere una parte del nome e scegliere dall’elenco.',
    phoneHint:
      'Con il prefisso internazionale se non è un numero dell’organizzazione, per esempio +39 06 1234 5678',
    numberHint: 'Il numero usato dall’organizzazione; può trovarsi sul badge o sul contratto.',
    loginMadeUp: 'Il nome con cui accedere. Se resta vuoto, ne viene formato uno a partire dal nome.',
    loginProposed:
      'Il campo era vuoto: eccone uno libero. Si può tenere o cambiare; poi va scelta la password e inviato di nuovo il modulo.',
    loginsFree: 'Questi sono liberi:',
    takeLogin: 'Usa',
    termsLead: 'Da leggere prima di continuare.',
    termsLink: 'Leggi le condizioni d’uso (si apre in una nuova scheda)',
    termsAccept: 'Ho letto e accetto le condizioni d’uso.',
  },
}
