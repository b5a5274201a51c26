import { approvalMails } from './approval-it'
import { reasons } from '../refusal-reasons/it'
import type { MailMessages } from './messages'

const keys = (n: number) => (n === 1 ? '1 chiave' : `${n} chiavi`)
const because = (inviter: string | undefined, address: string, instance: string) =>
  inviter === undefined
    ? `perché l’indirizzo ${address} è stato indicato per un invito a ${instance}`
    : `perché ${inviter} ha indicato l’indirizzo ${address} per un invito a ${instance}`

export const it: MailMessages = {
  ...approvalMails,
  hello: (name) => (name === undefined ? 'Buongiorno,' : `Buongiorno ${name},`),
  fact: (label, value) => `${label}: ${value}`,
  plainLink: 'Se il pulsante non funziona, copiare questo indirizzo nel browser:',
  contact: (contact) => `Domande? ${contact}`,
  validity: (from, until) => {
    if (from === undefined)
      return until === undefined ? 'L’invito non ha una scadenza.' : `L’invito è valido fino a ${until}.`
    return until === undefined
      ? `L’invito è valido da ${from}.`
      : `L’invito è valido da ${from} fino a ${until}.`
  },
  yours:
    'Il link è personale e vale come conferma dell’indirizzo e-mail: si prega di non inoltrare questo messaggio.',
  unnamedKey: (hint) => `Chiave …${hint}`,
  more: (n) => (n === 1 ? 'E un’altra.' : `E altre ${n}.`),

  invitation: {
    subject: (inviter, instance) =>
      inviter === undefined ? `Invito a ${instance}` : `Invito di ${inviter} a ${instance}`,
    heading: (instance) => `Accesso a ${instance}`,
    lead: (inviter, instance) =>
      inviter === undefined
        ? `Ecco un invito a ${instance}, dove è possibile chiedere assistenza e seguire le proprie richieste.`
        : `${inviter} ha inviato un invito a ${instance}, dove è possibile chiedere assistenza e seguire le proprie richieste.`,
    todo: 'Basta aprire l’invito, compilare il modulo e scegliere una password. Ci vogliono circa due minuti.',
    todoFrom: (from) =>
      `Da ${from} sarà possibile aprire l’invito, compilare il modulo e scegliere una password. Ci vogliono circa due minuti: conservare questo messaggio fino ad allora.`,
    writes: (inviter) => (inviter === undefined ? 'Un messaggio:' : `${inviter} scrive:`),
    button: 'Crea l’account',
    why: (inviter, address, instance) =>
      `Questo messaggio è stato inviato ${because(inviter, address, instance)}.`,
    ignore:
      'Se non era atteso, si può ignorare: senza la compilazione del modulo non viene creato alcun account.',
  },
  reminder: {
    subject: (instance, day) => `L’invito a ${instance} scade ${day}`,
    heading: (day) => `L’invito scade ${day}`,
    lead: (inviter, instance) =>
      `${inviter === undefined ? `C’è un invito a ${instance}` : `${inviter} ha inviato un invito a ${instance}`}, ma sembra che non esista ancora un account. Chi lo desidera può crearlo prima della scadenza dell’invito: bastano circa due minuti.`,
    why: (inviter, address, instance) =>
      `Questo promemoria è stato inviato ${because(inviter, address, instance)}. Ce n’è uno solo per ogni scadenza.`,
    ignore: 'Chi ha già l’account, o non lo desidera, non deve fare nulla.',
  },
  reissued: {
    subject: (instance) => `Il nuovo link dell’invito a ${instance}`,
    heading: 'L’invito ha un nuovo link',
    lead: (inviter, instance) =>
      `${inviter === undefined ? `Il link dell’invito a ${instance} è stato sostituito` : `${inviter} ha sostituito il link dell’invito a ${instance}`}. D’ora in poi usare questo.`,
    oldUntil: (until) => `Il link precedente funziona ancora fino a ${until}.`,
    oldDead: 'Il link precedente non funziona più.',
  },
  confirmation: {
    subject: (instance) => `Confermare l’indirizzo e-mail per ${instance}`,
    heading: 'Confermare questo indirizzo e-mail',
    lead: (address, instance) =>
      `Il modulo per un account su ${instance} è stato compilato con l’indirizzo ${address}. Chi lo ha compilato può ora confermare l’indirizzo: l’account viene creato subito dopo.`,
    button: 'Conferma l’indirizzo',
    until: (until) =>
      `È possibile farlo fino a ${until}. In seguito, aprire l’invito e compilare di nuovo il modulo.`,
    why: (instance) =>
      `Questo messaggio è stato inviato perché una persona con un invito a ${instance} ha inserito questo indirizzo nel modulo.`,
    ignore: 'Chi non ha compilato il modulo può ignorarlo: senza conferma non viene creato alcun account.',
  },
  accountExists: {
    subject: (instance) => `Esiste già un account su ${instance}`,
    heading: 'L’account esiste già',
    lead: (address, instance) =>
      `Il modulo per un nuovo account su ${instance} è stato compilato con l’indirizzo ${address}, a cui appartiene già un account. Chi lo ha compilato non ha bisogno di un altro account: basta accedere.`,
    forgotten: 'Se la password è stata dimenticata, il servizio di assistenza può aiutare.',
    why: (instance) =>
      `Questo messaggio è stato inviato perché una persona con un invito a ${instance} ha inserito questo indirizzo nel modulo.`,
    ignore: 'Chi non ha compilato il modulo non deve fare nulla: l’account non è cambiato.',
  },
  welcome: {
    subject: (instance) => `L’account su ${instance} è pronto`,
    heading: 'L’account è pronto',
    lead: (instance) => `L’account su ${instance} è stato creato. Ecco che cosa serve per accedere:`,
    login: 'Nome utente',
    password: 'Password',
    passwordValue: 'Quella scelta nel modulo. Nessun altro la conosce e non viene mai inviata per e-mail.',
    address: 'Dove accedere',
    from: 'Accesso possibile da',
    until: 'Fine dell’account',
    button: 'Accedi',
    why: (address, instance, made) =>
      `Questo messaggio è stato inviato perché ${made} è stato creato un account su ${instance} con l’indirizzo ${address}.`,
    ignore: 'Chi non ha creato l’account è pregato di avvisare il servizio di assistenza.',
  },
  joined: {
    subject: (name, instance) => `Nuovo account su ${instance}: ${name}`,
    subjectOfMany: (n, instance) => `${n} nuovi account su ${instance}`,
    lead: (name) => `${name} ha usato l’invito e ora può accedere. Non c’è nulla da fare.`,
    leadOfMany:
      'Da ieri queste persone hanno usato gli inviti e ora possono accedere. Non c’è nulla da fare.',
    login: 'Nome utente',
    key: 'Chiave',
    at: 'Registrazione',
    uses: 'Utilizzi',
    usesOf: (used, limit) => (limit === undefined ? `${used}, senza limite` : `${used} su ${limit}`),
    button: 'Vedi la chiave',
    buttonOfMany: 'Vedi le chiavi',
    why: 'Questo messaggio va alla persona che risponde della chiave usata.',
  },
  lapsed: {
    subject: (key) => `Nessuno ha usato l’invito “${key}”`,
    subjectOfMany: (n) => `${n} inviti scaduti senza essere usati`,
    heading: (n) =>
      n === 1 ? 'Un invito è scaduto senza essere usato' : `${n} inviti sono scaduti senza essere usati`,
    lead: (n) =>
      n === 1
        ? 'Nessuno si è registrato con questa chiave prima della scadenza:'
        : 'Nessuno si è registrato con queste chiavi prima della scadenza:',
    ended: (at) => `Scaduta ${at}`,
    invited: (addresses) => `Invito per ${addresses}`,
    next: (n) =>
      n === 1
        ? 'Se l’account serve ancora, rinnovare la chiave: il link funziona di nuovo e si può inviare un’altra volta. Altrimenti non c’è nulla da fare.'
        : 'Dove un account serve ancora, rinnovare la chiave: il link funziona di nuovo e si può inviare un’altra volta. Per le altre non c’è nulla da fare.',
    button: (n) => (n === 1 ? 'Apri la chiave' : 'Vedi le chiavi'),
    why: 'Questo messaggio va alla persona che risponde delle chiavi indicate.',
  },
  keyInTrouble: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'una chiave richiede attenzione' : `${n} chiavi richiedono attenzione`}`,
    heading: (n) => (n === 1 ? 'Una chiave richiede attenzione' : `${n} chiavi richiedono attenzione`),
    lead: (n) =>
      n === 1
        ? 'Qualcosa è cambiato da quando questa chiave è stata creata. È possibile rimediare prima che le persone invitate se ne accorgano:'
        : 'Qualcosa è cambiato da quando queste chiavi sono state create. È possibile rimediare prima che le persone invitate se ne accorgano:',
    button: (n) => (n === 1 ? 'Apri la chiave' : 'Vedi le chiavi'),
    why: 'Questo messaggio va a chi risponde delle chiavi indicate o amministra il servizio di assistenza. Le chiavi vengono verificate ogni giorno.',
  },
  linkRequested: {
    subject: (address, instance) => `${address} chiede un nuovo link per ${instance}`,
    subjectOfMany: (n, instance) => `${n} persone chiedono nuovi link per ${instance}`,
    heading: 'Qualcuno chiede un nuovo link',
    lead: 'Il link di un invito è stato rifiutato, e chi lo ha aperto ne chiede uno nuovo.',
    leadOfMany: 'I link di alcuni inviti sono stati rifiutati, e chi li ha aperti ne chiede di nuovi.',
    address: 'Indirizzo inserito',
    reason: 'Motivo del rifiuto',
    key: 'Chiave',
    reasons,
    writes: 'Il messaggio:',
    invited: 'La chiave è per questo indirizzo. Un nuovo link va solo lì.',
    unproven:
      'La chiave non è per questo indirizzo, e non è dimostrato a chi appartenga: prima di rispondere, accertarsi di conoscere questa persona.',
    next: 'Aprire la richiesta: un pulsante invia un nuovo link, un altro la rifiuta. Prima non succede nulla.',
    button: 'Rispondi alla richiesta',
    buttonOfMany: 'Vedi le richieste',
    why: 'Questo messaggio va a chi risponde della chiave o amministra il servizio di assistenza. Ogni indirizzo può fare una sola richiesta per chiave.',
  },
  keysEnding: {
    subject: (n, instance) => `${instance}: ${n === 1 ? '1 chiave scade' : `${n} chiavi scadono`} presto`,
    heading: (n) => `${n === 1 ? '1 chiave scade' : `${n} chiavi scadono`} presto`,
    lead: (n) =>
      n === 1
        ? 'Questa chiave si può ancora usare e scade nei prossimi giorni:'
        : 'Queste chiavi si possono ancora usare e scadono nei prossimi giorni:',
    ends: (until) => `Scade ${until}`,
    left: (n) =>
      n === undefined ? 'Utilizzi senza limite' : n === 1 ? '1 utilizzo rimasto' : `${n} utilizzi rimasti`,
    next: 'Per lasciare più tempo, aprire la chiave e rinnovarla: il link resta lo stesso.',
    button: 'Vedi le chiavi',
    why: 'Questo messaggio va, al massimo una volta alla settimana, a chi risponde di queste chiavi o amministra il servizio di assistenza.',
  },
  webhookGone: {
    subject: (host, instance) => `${instance}: il webhook verso ${host} è stato disattivato`,
    heading: (host) => `${host} non vuole più messaggi`,
    lead: (host) =>
      `${host} ha risposto che questo indirizzo non esiste più (410). Il webhook è stato disattivato: non vi si invia più nulla, e ciò che attendeva è stato abbandonato.`,
    next: 'Eliminare il webhook, oppure riparare il destinatario e riattivarlo; poi inviare di nuovo ciò che è stato abbandonato.',
    button: 'Vedi il webhook',
  },
  issuerGone: {
    subject: (name, instance) => `${instance}: le chiavi di ${name} non funzionano più`,
    heading: (name) => `${name} non può più rispondere di chiavi`,
    lead: (name, n) =>
      `L’account di ${name} in GLPI non è più attivo, o non può più invitare persone. Da allora ${n === 1 ? `viene rifiutata ${keys(n)} che altrimenti si potrebbe usare` : `vengono rifiutate ${keys(n)} che altrimenti si potrebbero usare`}.`,
    next: 'Affidarle a qualcuno che può assegnare gli stessi diritti, e funzioneranno di nuovo; oppure revocarle.',
    button: 'Vedi le chiavi',
    why: 'Questo messaggio va a chi amministra il servizio di assistenza.',
  },
}
