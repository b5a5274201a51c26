import type { HomeMessages } from '../messages/home'

export const home: HomeMessages = {
  title: 'Pagina iniziale',
  needs: {
    title: 'Da guardare',
    nothing:
      'Al momento non c’è nulla da fare. Qui compariranno le chiavi che scadono presto o che non hanno più posti.',
    ending: (n, written) =>
      n === 1
        ? '1 chiave scade entro 7 giorni e ha ancora posti'
        : `${written} chiavi scadono entro 7 giorni e hanno ancora posti`,
    usedUp: (n, written) =>
      n === 1
        ? '1 chiave si è esaurita negli ultimi 30 giorni'
        : `${written} chiavi si sono esaurite negli ultimi 30 giorni`,
    usedUpHint: 'Chi apre ora i loro link viene avvisato che non ci sono più posti.',
    placesLeft: (n, written) => `${written} ${n === 1 ? 'posto rimasto' : 'posti rimasti'}`,
    unlimited: 'senza limite',
    endsIn: (left) => `scade tra ${left}`,
    allUsed: (n, written) =>
      n === 1 ? 'il suo unico posto è occupato' : `tutti i ${written} posti sono occupati`,
    all: 'Vedi tutte',
    inTrouble: (n, written) => (n === 1 ? '1 chiave ha un problema' : `${written} chiavi hanno un problema`),
    inTroubleHint: 'GLPI o questo servizio di assistenza è cambiato da quando sono state create.',
    checkNow: 'Confronta ora tutte le chiavi con GLPI',
    checkNowHint: 'Avviene da sé ogni giorno.',
    checked: 'Tutte le chiavi sono state confrontate con lo stato attuale di GLPI.',
    checkBusy: 'La verifica è già in corso: guardare di nuovo tra un minuto.',
  },
  chart: {
    title: 'Gli ultimi 30 giorni',
    description: (accounts, keys) =>
      `Una barra per ogni giorno mostra gli account creati, ${accounts} in tutto; una linea mostra le chiavi create, ${keys} in tutto. Segue una tabella con gli stessi numeri.`,
    accounts: (n) => (n === 1 ? 'account creato' : 'account creati'),
    keys: (n) => (n === 1 ? 'chiave creata' : 'chiavi create'),
    day: (day, accounts, keys) => `${day}: ${accounts}, ${keys}`,
    nothing: 'Negli ultimi 30 giorni non è stato creato alcun account né alcuna chiave.',
    asTable: 'Gli stessi dati in una tabella',
    columns: { day: 'Giorno', accounts: 'Account creati', keys: 'Chiavi create' },
  },
  newest: {
    title: 'Ultime registrazioni',
    none: 'Negli ultimi 30 giorni non si è registrato nessuno.',
    columns: { who: 'Chi', key: 'Chiave', when: 'Quando' },
  },
}
