import type { TransferMessages } from '../messages/transfer'

const keys = (n: number, written: string) => (n === 1 ? 'Una chiave' : `${written} chiavi`)

const why = {
  'not-theirs-to-give': 'GLPI non permetterebbe al nuovo responsabile di dare ciò che è previsto',
  'grant-gone': 'in GLPI non c’è più ciò che è previsto',
  unbounded:
    'manca un limite o una scadenza, e il nuovo responsabile non può modificare la configurazione di GLPI',
}

export const transfer: TransferMessages = {
  selected: 'Trasferisci le selezionate',
  all: 'Trasferisci tutte quelle trovate',
  one: 'Trasferisci a qualcun altro',
  title: 'Trasferimento di chiavi',
  lead: 'Da quel momento di queste chiavi risponde un’altra persona. I link restano gli stessi.',
  nothingSelected: 'Selezionare prima le chiavi da trasferire.',
  login: 'Nome utente del nuovo responsabile',
  loginHint: 'Un amministratore di GLPI che potrebbe creare queste chiavi.',
  look: 'Vedi che cosa verrebbe trasferito',
  goes: (n, written, login) =>
    n === 0
      ? `Nessuna chiave passerà a ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'passerà' : 'passeranno'} a ${login}.`,
  stays: (n, written, obstacle) =>
    `${keys(n, written)} ${n === 1 ? 'resterà dov’è' : 'resteranno dove sono'}: ${why[obstacle]}.`,
  theirsAlready: 'Le chiavi revocate restano dove sono, come quelle che già appartengono a questa persona.',
  confirm: (n, written) => `Trasferisci ${n === 1 ? 'una chiave' : `${written} chiavi`}`,
  cancel: 'Annulla',
  sending: 'Trasferimento in corso…',
  problems: {
    missing: 'Inserire un nome utente.',
    unknown: 'In GLPI nessuno ha questo nome utente.',
    several: 'In GLPI più persone hanno questo nome utente.',
    'no-maker': 'In GLPI questa persona non ha alcun profilo con cui si creano chiavi.',
  },
  done: (n, written, login) =>
    n === 0
      ? `Nessuna chiave è passata a ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'è passata' : 'sono passate'} a ${login}.`,
  stayed: (n, written) => `${keys(n, written)} ${n === 1 ? 'è rimasta dov’era' : 'sono rimaste dov’erano'}.`,
}
