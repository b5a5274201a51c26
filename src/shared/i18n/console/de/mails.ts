import type { MailsMessages } from '../messages/mails'

export const mails: MailsMessages = {
  title: 'E-Mails',
  none: 'Zu diesem Schlüssel wurde noch keine E-Mail verschickt.',
  columns: { kind: 'E-Mail', to: 'An', state: 'Was daraus wurde', when: 'Wann', again: 'Noch einmal' },
  kinds: {
    invitation: 'Einladung',
    reminder: 'Erinnerung',
    reissued: 'Neuer Link',
    confirmation: 'Bestätigung der Adresse',
    'account-exists': 'Hat schon ein Konto',
    welcome: 'Willkommen',
    joined: 'Jemand ist dabei',
    lapsed: 'Ungenutzt abgelaufen',
    'key-in-trouble': 'Schlüssel mit Problem',
    'link-requested': 'Bitte um neuen Link',
    'keys-ending': 'Bald ablaufende Schlüssel',
    'issuer-gone': 'Schlüssel ohne Verantwortliche',
    'webhook-gone': 'Webhook ausgeschaltet',
    'approval-waiting': 'Wartet auf Genehmigung',
    'not-approved': 'Nicht genehmigt',
    'approval-asked': 'Zu genehmigende Registrierungen',
    'approval-reminder': 'Erinnerung an zu genehmigende Registrierungen',
  },
  states: { waiting: 'Wartet', sent: 'Verschickt', failed: 'Fehlgeschlagen', withdrawn: 'Zurückgenommen' },
  failures: {
    'address-invalid': 'An diese Adresse kann man nicht schreiben.',
    'recipient-refused': 'Der Mailserver kennt diese Empfängeradresse nicht oder nimmt nichts für sie an.',
    'message-refused': 'Der Mailserver hat den Inhalt der E-Mail abgelehnt, wie es Spamfilter tun.',
    'sender-refused': 'Der Mailserver lehnt unsere Absenderadresse ab: siehe MAIL_FROM.',
    'sign-in-refused': 'Der Mailserver lehnt unsere Zugangsdaten ab: siehe SMTP_URL.',
    'not-private': 'Der Mailserver bietet keine Verschlüsselung an, der wir vertrauen.',
    'server-busy': 'Der Mailserver bittet darum, es später noch einmal zu versuchen.',
    'no-connection': 'Der Mailserver ist nicht erreichbar.',
    'no-answer': 'Der Mailserver antwortet nicht mehr.',
    'not-composed': 'Die E-Mail ließ sich nicht zusammenstellen, etwa weil der Schlüsselbund fehlt.',
  },
  notComposed: {
    paused: 'Der Schlüssel ist pausiert: Setzen Sie ihn fort, dann geht die E-Mail hinaus.',
    'would-be-refused':
      'Wer den Link jetzt öffnete, würde abgewiesen: Bringen Sie den Schlüssel in Ordnung, dann geht die E-Mail hinaus.',
    'no-key-ring':
      'Der Schlüsselbund ist nicht lesbar, und ohne ihn lässt sich kein Link schreiben: siehe „glpi-invite doctor“.',
    'other-key-ring':
      'Der Code wurde mit einem anderen Schlüsselbund versiegelt: Stellen Sie diesen aus der Sicherung wieder her, oder erstellen Sie einen neuen Link.',
    'no-code':
      'Der Link dieses Schlüssels ist nirgends gespeichert: Erstellen Sie einen neuen Link oder einen neuen Schlüssel.',
  },
  answer: (codes) => `Seine Antwort: ${codes}`,
  withdrawals: {
    revoked: 'Der Schlüssel wurde widerrufen, bevor sie hinausging.',
    'address-changed': 'Der Schlüssel gilt nicht mehr für diese Adresse.',
    'sent-again': 'Sie wurde noch einmal verschickt, bevor diese hinausging.',
    expired: 'Der Schlüssel ist abgelaufen, bevor sie hinausging.',
    'used-up': 'Der Schlüssel war aufgebraucht, bevor sie hinausging.',
    joined: 'Diese Person hat ihr Konto angelegt, bevor sie hinausging.',
    renewed: 'Der Schlüssel wurde verlängert, bevor sie hinausging.',
    reissued: 'Der Schlüssel bekam einen anderen Link, bevor sie hinausging.',
    'key-ended': 'Der Schlüssel war nicht mehr nutzbar.',
    'too-late': 'Sie hat so lange gewartet, dass sie keine Neuigkeit mehr war.',
    'hold-ended': 'Die Registrierung war vorher zu Ende.',
    decided: 'Vorher war über alles entschieden.',
    other: 'Sie stimmte nicht mehr, als sie hinausgehen sollte.',
  },
  nextAttempt: (when) => `Nächster Versuch: ${when}`,
  attempts: (n) => (n === 1 ? 'Bisher 1 Versuch' : `Bisher ${n} Versuche`),
  noServer: 'Es ist kein Mailserver eingerichtet (SMTP_URL): E-Mails warten, bis es einen gibt.',
  erased: 'gelöscht',
  send: 'Die Einladung per E-Mail schicken',
  sendAgain: 'Die Einladung noch einmal schicken',
  sendHint: 'An jede Adresse, für die er gilt, außer an die, die schon ein Konto haben.',
  retry: 'Noch einmal versuchen',
  retryLabel: (kind, address) => `Noch einmal versuchen: ${kind} an ${address}`,
  problems: {
    revoked: 'Der Schlüssel ist widerrufen: Sein Link öffnet nichts mehr.',
    paused: 'Der Schlüssel ist pausiert: Setzen Sie ihn fort, bevor Sie ihn schicken.',
    expired: 'Der Schlüssel ist abgelaufen: Geben Sie ihm ein späteres Ende, bevor Sie ihn schicken.',
    'used-up': 'Der Schlüssel ist aufgebraucht: Erhöhen Sie die Zahl der Plätze, bevor Sie ihn schicken.',
    'no-address':
      'Der Schlüssel gilt für keine bestimmte Adresse, deshalb lässt sich sein Link niemandem schicken: Kopieren Sie ihn.',
    'all-joined': 'Alle, die der Schlüssel einlädt, haben schon ein Konto.',
    'code-gone':
      'Der Link dieses Schlüssels ist nirgends gespeichert, deshalb lässt er sich nicht noch einmal schicken. Erstellen Sie einen neuen.',
  },
  limitedForAddress: (limit) =>
    limit === 1
      ? 'An eine Adresse geht höchstens eine Einladung am Tag.'
      : `An eine Adresse gehen höchstens ${limit} Einladungen am Tag.`,
  limitedForYou: (limit) =>
    limit === 1
      ? 'Eine Person verschickt höchstens eine Einladung in der Stunde.'
      : `Eine Person verschickt höchstens ${limit} Einladungen in der Stunde.`,
  possibleAt: (when) => `Wieder möglich: ${when}.`,
  tooManyAtOnce: 'Schicken Sie weniger auf einmal.',
  noLongerFailed: 'Diese E-Mail braucht keinen weiteren Versuch mehr.',
  notYours:
    'Sie könnten diesen Schlüssel jetzt nicht erstellen, deshalb können Sie auch seinen Link nicht schicken.',
  sent: (n) => (n === 1 ? 'Eine Einladung ist unterwegs.' : `${n} Einladungen sind unterwegs.`),
  queued: (n) =>
    n === 1 ? 'Eine Einladung wartet auf einen Mailserver.' : `${n} Einladungen warten auf einen Mailserver.`,
  retried: 'Die E-Mail wird noch einmal versucht.',
  batch: {
    title: 'Die Einladungen per E-Mail schicken',
    summary: (invited, mailed) =>
      `${invited === 1 ? 'Eine Person hat' : `${invited} Personen haben`} eine Adresse und noch kein Konto; ${
        mailed === 0
          ? 'noch wurde niemandem'
          : mailed === 1
            ? 'einer davon wurde'
            : `${mailed} von ihnen wurde`
      } der Link geschickt.`,
    sendRest: (n) => (n === 1 ? 'An die eine übrige schicken' : `An die ${n} übrigen schicken`),
    sendAll: (n) => (n === 1 ? 'An diese Person schicken' : `An alle ${n} schicken`),
    nobody: 'Niemand in diesem Stapel hat eine Adresse und noch kein Konto.',
  },
  list: { failed: 'E-Mail fehlgeschlagen', waiting: 'E-Mail wartet' },
  home: {
    failed: (n, written) =>
      n === 1 ? 'Eine Einladung kam nicht an' : `${written} Einladungen kamen nicht an`,
    failedHint:
      'Sehen Sie nach, woran es lag. Versuchen Sie es dann noch einmal, oder geben Sie den Link weiter.',
    waiting: (n, written) =>
      n === 1
        ? 'Eine Einladung wartet auf einen Mailserver'
        : `${written} Einladungen warten auf einen Mailserver`,
    waitingHint: 'Setzen Sie SMTP_URL, oder kopieren Sie die Links von Hand.',
    lastFailed: (when) => `fehlgeschlagen, eingereiht am ${when}`,
  },
}
