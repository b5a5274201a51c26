import { reasons } from '../../refusal-reasons/it'
import type { RequestsMessages } from '../messages/requests'

export const requests: RequestsMessages = {
  title: 'Richieste di nuovi link',
  lead: 'Persone il cui link è stato rifiutato ne chiedono uno nuovo. Ogni indirizzo può fare una sola richiesta per chiave.',
  waiting: (n, written) =>
    n === 1 ? '1 persona chiede un nuovo link' : `${written} persone chiedono un nuovo link`,
  reasons,
  empty: {
    heading: 'Nessuno è in attesa',
    advice:
      'Chi apre un link che non funziona più può chiederne lì uno nuovo. La richiesta compare allora qui.',
  },
  answeredTitle: 'Risposte date',
  columns: { address: 'Chi chiede', key: 'Chiave', asked: 'Richiesto', state: 'Risposta' },
  invited: 'Invitato',
  unproven: 'Non verificato',
  states: {
    asked: 'In attesa',
    waiting: 'In attesa',
    mailed: 'Nuovo link inviato automaticamente',
    granted: 'Nuovo link inviato',
    declined: 'Rifiutata',
  },
  by: (who) => `da ${who}`,
  system: 'il sistema',
  gone: (id) => `utente n. ${id}`,
  more: 'Ce ne sono altre: seguiranno quando si sarà risposto a queste.',
  one: {
    title: (address) => `Nuovo link per ${address}`,
    facts: {
      address: 'Indirizzo',
      note: 'Messaggio',
      reason: 'Perché il link è stato rifiutato',
      key: 'Chiave',
      asked: 'Richiesto',
      answered: 'Risposta',
      given: 'Nuovo invito',
    },
    noNote: 'Nessuno',
    invited: 'La chiave è per questo indirizzo: un nuovo link va solo lì.',
    unproven:
      'La chiave non è per questo indirizzo, e non è dimostrato a chi appartenga. Accertarsi di conoscere questa persona: chiunque abbia il vecchio link può averlo inserito.',
    reissueLead: (until) =>
      `La chiave riceve un nuovo link e vale fino a ${until}; il vecchio link non funziona più. Da quel momento ne risponde chi ha dato la risposta.`,
    reissue: 'Invia un nuovo link',
    invitationLead:
      'La persona riceve un invito proprio alle stesse condizioni: per una persona, solo per questo indirizzo, inviato a esso. Ne risponde chi lo invia.',
    invitation: 'Invia un invito proprio',
    declineLead: 'Nessuno viene avvisato, e questo indirizzo non può fare altre richieste per questa chiave.',
    decline: 'Rifiuta',
    otherTitle: 'Oppure',
    other:
      'Aprire la chiave, per rinnovarla per tutti coloro che ne hanno il link o per vederne la cronologia.',
    sending: 'Un momento…',
    mayNot: 'Per rispondere serve il diritto di creare o modificare utenti.',
    back: 'Tutte le richieste',
  },
  notices: {
    granted: 'Un nuovo link è in arrivo.',
    queued: 'L’e-mail con il nuovo link attende: non è ancora configurato un server di posta.',
    declined: 'La richiesta è rifiutata.',
  },
  problems: {
    answered: 'Nel frattempo a questa richiesta è stata data risposta.',
    'not-yours':
      'Con il profilo e l’entità attivi non sarebbe possibile creare questa chiave, quindi nemmeno darne un nuovo link. Deve rispondere chi può assegnare le stesse cose; oppure si può creare una chiave che è consentito dare.',
    'account-past':
      'L’account che questa chiave assegna terminerebbe in una data già passata. Creare una nuova chiave con un’altra data.',
    cannot: 'La chiave non lo consente più: guardarne la pagina, o rispondere con un invito proprio.',
  },
}
