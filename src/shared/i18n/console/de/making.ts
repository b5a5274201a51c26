import type { MakingMessages } from '../messages/making'
import { figuresIn } from '../../figures'

const figure = figuresIn('de')

const keys = (n: number) => `${figure(n)} Schlüssel`

export const making: MakingMessages = {
  title: 'Neuer Schlüssel',
  titleWithErrors: 'Bitte prüfen: neuer Schlüssel',
  batchTitle: 'Viele Schlüssel auf einmal',
  batchTitleWithErrors: 'Bitte prüfen: viele Schlüssel auf einmal',
  batchLead: 'Ein eigener Schlüssel für jede von vielen Personen, gut für ein Konto.',
  errorSummary: 'Noch wurde nichts erstellt. Bitte prüfen Sie:',
  errorLine: (label, message) => `${label}: ${message}`,
  nothingToGive: {
    heading: 'Hier können Sie nichts vergeben',
    text: 'Mit Ihrem aktiven Profil lässt GLPI Sie niemandem ein Profil geben. Wechseln Sie zu einem anderen Profil oder einer anderen Entität, oder wenden Sie sich an die GLPI-Administration.',
  },
  fields: {
    label: 'Bezeichnung',
    people: 'Personen',
    count: 'Oder eine Anzahl von Schlüsseln',
    uses: 'Für wie viele Personen',
    life: 'Wie lange er gilt',
    until: 'Letzter Tag',
    profile: 'Profil',
    entity: 'Entität',
    starts: 'Nicht vor',
    groups: 'Gruppen',
    title: 'Titel',
    category: 'Kategorie',
    location: 'Standort',
    addresses: 'Nur für diese E-Mail-Adressen',
    send: 'Die Einladung per E-Mail schicken',
    domains: 'Nur für Adressen in diesen Domains',
    account: 'Wie lange das Konto besteht',
    accountFrom: 'Das Konto beginnt am',
    language: 'Sprache',
    fillFirstname: 'Vorname',
    fillRealname: 'Nachname',
    fillEmail: 'E-Mail-Adresse',
    fillLogin: 'Anmeldename',
    message: 'Ihre Nachricht an die Eingeladenen',
  },
  hints: {
    share:
      'Wer den Link dann öffnet, liest Ihren Namen und weiß, wen man fragen kann. Der Kontakt des Helpdesks steht in jedem Fall dabei.',
    label: 'Daran finden Sie ihn wieder. Steht auf der gedruckten Karte.',
    batchLabel: 'Daran finden Sie sie wieder, zum Beispiel „Praktikum 2026“.',
    people:
      'Eine pro Zeile: Namen, Adressen oder beides, wie in „Ada Lovelace <ada@example.org>“. Spalten einer Tabelle können Sie einfügen, wie sie sind.',
    count: 'Wenn Sie noch nicht wissen, für wen sie sind.',
    uses: 'Jede Person bekommt ein eigenes Konto.',
    until: 'Er gilt bis zum Ende dieses Tages.',
    workDays: 'Freie Tage werden übersprungen: Der Schlüssel endet dann am nächsten Arbeitstag.',
    starts: 'Leer lassen, wenn er sofort gelten soll.',
    backOffice:
      'Ein Profil der Standardoberfläche braucht einen Schlüssel für eine Person mit einer E-Mail-Adresse, die durch Öffnen des zugeschickten Links bestätigt wird.',
    addresses: 'Eine pro Zeile. Leer lassen, wenn alle ihn nutzen dürfen, die den Link haben.',
    send: 'Jede Adresse oben bekommt den Link per E-Mail. Wer den zugeschickten Link öffnet, hat damit die Adresse bestätigt.',
    batchSend:
      'Wer eine Adresse hat, bekommt den eigenen Link per E-Mail. Wer den zugeschickten Link öffnet, hat damit die Adresse bestätigt.',
    domains:
      'Eine pro Zeile, zum Beispiel example.org. *.example.org steht für alles darunter. Zusammen mit Adressen oben gilt beides.',
    account: 'Tage und Monate zählen ab der Registrierung, bis zum Ende des letzten Tages.',
    accountFrom:
      'Vor diesem Tag kann sich niemand bei GLPI anmelden. Leer lassen, wenn es sofort gehen soll.',
    language: 'Für E-Mails, Formular und Konto.',
    fills: 'Das steht schon im Formular. Was gesperrt ist, können die Eingeladenen nicht ändern.',
    message: 'Steht in der E-Mail mit dem Link.',
  },
  timeZone: (zone) => `Es gilt die Zeit von ${zone}.`,
  usesAtMost: (n) => `Höchstens ${figure(n)}.`,
  lifeAtMost: (lastDay) => `Spätestens ${lastDay}.`,
  unlimitedUses: 'Beliebig viele Personen',
  lives: {
    '1d': '1 Tag',
    '7d': '7 Tage',
    '30d': '30 Tage',
    date: 'Bis zu einem bestimmten Tag',
    never: 'Ohne Ende',
  },
  recursive: 'Auch in den Entitäten darunter',
  accounts: {
    forGood: 'Unbefristet',
    days: 'Tage',
    months: 'Monate',
    after: 'nach der Registrierung',
    until: 'Bis zum Ende des Tages',
    number: 'Anzahl',
    date: 'Letzter Tag des Kontos',
  },
  fills: { legend: 'Schon ausgefüllt', lock: 'Gesperrt', lockOf: (field) => `Gesperrt: ${field}` },
  proofNeedsMail:
    'Hier ist kein Mailserver eingerichtet (SMTP_URL): Bis es einen gibt, kann niemand seine Adresse bestätigen, und es entsteht kein Konto.',
  anyLanguage: '– die eigene der Person –',
  prove: 'Ein Konto entsteht erst, wenn die E-Mail-Adresse bestätigt ist',
  share: 'Nennen, wer eingeladen hat, wenn der Link nicht mehr funktioniert',
  backOffice: (profile) => `${profile} (Standardoberfläche)`,
  batchSend: 'Die Einladungen per E-Mail schicken',
  bind: 'Wer eine Adresse hat, kann sich nur mit dieser Adresse registrieren',
  more: 'Mehr: Beginn, Gruppen, Standort, für wen, Konto, Sprache, Nachricht',
  nothingChosen: '– ohne –',
  filter: 'Liste filtern',
  filterStatus: '{shown} von {all}',
  sentenceTitle: 'Was er bewirkt',
  sentence: {
    one: 'Eine Person kann{from}{until} der Entität {entity} mit dem Profil {profile} beitreten.',
    many: 'Bis zu {n} Personen können{from}{until} der Entität {entity} mit dem Profil {profile} beitreten.',
    unlimited:
      'Beliebig viele Personen können{from}{until} der Entität {entity} mit dem Profil {profile} beitreten.',
    each: 'Mit jedem Schlüssel kann eine Person{from}{until} der Entität {entity} mit dem Profil {profile} beitreten.',
    andBelow: '{entity} und den Entitäten darunter',
    from: ' ab {start}',
    untilDay: ' bis einschließlich {day}',
    never: ' ohne zeitliche Grenze',
    onlyAddress: 'Nur {address} kann ihn nutzen.',
    onlyAddresses: 'Nur {n} Adressen können ihn nutzen.',
    onlyDomains: 'Nur Adressen in {domains} können ihn nutzen.',
    onlyBoth: 'Nur {who} und Adressen in {domains} können ihn nutzen.',
    addresses: '{n} Adressen',
    accountDay: 'Das Konto endet {n} Tag nach der Registrierung.',
    accountDays: 'Das Konto endet {n} Tage nach der Registrierung.',
    accountMonth: 'Das Konto endet {n} Monat nach der Registrierung.',
    accountMonths: 'Das Konto endet {n} Monate nach der Registrierung.',
    accountUntil: 'Das Konto gilt bis einschließlich {day}.',
  },
  submit: 'Schlüssel erstellen',
  sending: 'Einen Moment\u00a0…',
  problems: {
    'label-required': () => 'Geben Sie eine Bezeichnung an, damit Sie ihn wiederfinden.',
    'label-too-long': (limit) => `Das ist zu lang. Platz ist für ${figure(limit)} Zeichen.`,
    'people-required': () =>
      'Fügen Sie mindestens eine Person ein, oder geben Sie unten eine Anzahl von Schlüsseln an.',
    'people-none-good': () => 'Keine Zeile ist so verwendbar. In der Tabelle unten steht, woran es liegt.',
    'count-out-of-range': (limit) => `Geben Sie eine ganze Zahl von 1 bis ${figure(limit)} an.`,
    'uses-out-of-range': (limit) => `Geben Sie eine ganze Zahl von 1 bis ${figure(limit)} an.`,
    'life-missing': () => 'Wählen Sie, wie lange er gilt.',
    'life-too-long': (_, lastDay) =>
      `So lange dürfen Schlüssel hier nicht gelten. Der letzte mögliche Tag: ${lastDay}. Danach lässt sich der Schlüssel verlängern (MAX_LIFETIME).`,
    'unlimited-forbidden': () =>
      'Schlüssel ohne Begrenzung sind hier nicht erlaubt. Geben Sie eine Zahl an; wer den Server betreibt, kann sie erlauben (ALLOW_UNLIMITED).',
    'never-forbidden': () =>
      'Schlüssel ohne Ende sind hier nicht erlaubt. Wählen Sie ein Ende; wer den Server betreibt, kann sie erlauben (ALLOW_NEVER).',
    'keys-per-day': (left) =>
      `Heute können Sie ${left === 0 ? 'keine Schlüssel mehr' : `noch ${keys(left)}`} erstellen. Erstellen Sie den Rest morgen, oder fragen Sie die Person, die den Server betreibt (KEYS_PER_DAY).`,
    pending: (left) =>
      `So viele Ihrer Schlüssel sind noch ungenutzt, dass ${left === 0 ? 'keine weiteren' : `nur noch ${left}`} dazukommen können. Widerrufen Sie die, die nicht mehr gebraucht werden, oder fragen Sie die Person, die den Server betreibt (PENDING_INVITATIONS).`,
    'life-not-allowed': () =>
      'Ein unbegrenzter Schlüssel braucht ein Ende. Für Schlüssel ohne Begrenzung oder ohne Ende ist das Recht nötig, die Konfiguration von GLPI zu aktualisieren.',
    'until-required': () => 'Geben Sie den letzten Tag an, zum Beispiel 2026-12-31.',
    'until-past': () => 'Dieser Tag ist vorbei. Wählen Sie einen späteren.',
    'starts-unreadable': () => 'Geben Sie Datum und Uhrzeit an, zum Beispiel 2026-12-31T18:00.',
    'starts-after-end': () =>
      'Er würde enden, bevor er beginnt. Wählen Sie einen früheren Beginn oder ein späteres Ende.',
    'choice-gone': () =>
      'Das dürfen Sie nicht mehr vergeben, oder es ist in GLPI nicht mehr vorhanden. Wählen Sie neu.',
    'addresses-invalid': (_, entries) => `Das sieht nicht wie eine E-Mail-Adresse aus: ${entries}`,
    'addresses-too-many': (limit) =>
      `Platz ist für ${figure(limit)} Adressen. Erstellen Sie viele Schlüssel auf einmal, oder nennen Sie eine Domain.`,
    'send-needs-address': () =>
      'Es gibt niemanden, dem er geschickt werden kann: Geben Sie Adressen ein, für die er gilt.',
    'sending-limited': (_, entries) => entries,
    'domains-invalid': (_, entries) =>
      `Das ist keine Domain: ${entries}. Schreiben Sie example.org, oder *.example.org für alles darunter.`,
    'domains-too-many': (limit) => `Platz ist für ${figure(limit)} Domains.`,
    'account-missing': () => 'Wählen Sie, wie lange das Konto besteht.',
    'account-out-of-range': (limit) => `Geben Sie eine ganze Zahl von 1 bis ${figure(limit)} an.`,
    'account-date-required': () => 'Geben Sie den letzten Tag des Kontos an, zum Beispiel 2027-06-30.',
    'account-from-unreadable': () => 'Geben Sie ein Datum an, zum Beispiel 2027-09-01.',
    'account-past': () =>
      'Das Konto würde enden, bevor jemand es nutzen könnte. Wählen Sie ein späteres Ende.',
    'account-too-late': () =>
      'Ein Datum nach dem 18.\u00a0Januar 2038 kann GLPI nicht speichern. Wählen Sie ein früheres Ende.',
    'too-long': (limit) => `Das ist zu lang. Platz ist für ${figure(limit)} Zeichen.`,
    'login-characters': () =>
      "Ein Anmeldename besteht aus Buchstaben, Ziffern, Leerzeichen und den Zeichen . - _ @ ' oder ist eine E-Mail-Adresse.",
    'name-characters': () =>
      'Eine Internetadresse oder ein unsichtbares Zeichen kann nicht Teil eines Namens sein.',
    'email-invalid': () => 'Das sieht nicht wie eine E-Mail-Adresse aus.',
    'login-taken': () => 'Diesen Anmeldenamen hat in GLPI schon jemand.',
    'lock-one-person': () =>
      'Nur eine Person kann ihn haben: Erstellen Sie den Schlüssel für eine Person, oder sperren Sie den Wert nicht.',
    'email-not-for-key': () =>
      'Der Schlüssel gilt nicht für diese Adresse: Sehen Sie oben bei Adressen und Domains nach.',
    'back-office-uses': () =>
      'Dieses Profil öffnet die Standardoberfläche von GLPI, deshalb gilt der Schlüssel nur für eine Person.',
    'back-office-address': () =>
      'Dieses Profil öffnet die Standardoberfläche von GLPI. Geben Sie die eine E-Mail-Adresse an, die sich mit dem Schlüssel registrieren darf.',
    'back-office-people': () =>
      'Dieses Profil öffnet die Standardoberfläche von GLPI. Jede Person braucht eine E-Mail-Adresse, und jeder Schlüssel muss genau für diese Adresse gelten.',
  },
  preview: {
    title: 'Prüfen, bevor sie erstellt werden',
    submit: 'Weiter',
    back: 'Etwas ändern',
    line: 'Zeile',
    name: 'Name',
    address: 'Adresse',
    remark: 'Bemerkung',
    good: 'Gut',
    summary: (good, bad) => {
      const made = `${keys(good)} ${good === 1 ? 'wird' : 'werden'} erstellt.`
      if (bad === 0) return made
      return `${made} ${bad === 1 ? '1 Zeile wird' : `${bad} Zeilen werden`} ausgelassen.`
    },
    make: (n) => `${keys(n)} erstellen`,
    send: (n) =>
      n === 1
        ? 'Eine Person bekommt ihren Link per E-Mail.'
        : `${n} Personen bekommen ihren Link per E-Mail.`,
    anybody: 'alle, die den Link haben',
    problems: {
      'address-invalid': 'Ausgelassen: Das sieht nicht wie eine E-Mail-Adresse aus.',
      'address-twice': 'Ausgelassen: Diese Adresse steht schon weiter oben.',
      'addresses-several': 'Ausgelassen: Hier steht mehr als eine Adresse. Behalten Sie eine.',
      'label-too-long': 'Ausgelassen: Dieser Name ist zu lang.',
      'too-many': 'Ausgelassen: Höchstens 1.000 Schlüssel auf einmal. Erstellen Sie einen weiteren Stapel.',
    },
  },
  made: {
    title: 'Der Schlüssel ist erstellt',
    batchTitle: (n) => `${keys(n)} erstellt`,
    link: 'Einladungslink',
    code: 'Code zum Eintippen:',
    copy: 'Link kopieren',
    copied: 'Kopiert. Der Link ist in der Zwischenablage.',
    copyFailed: 'Das Kopieren hat nicht geklappt. Markieren Sie den Text und kopieren Sie ihn selbst.',
    qr: 'Für die Handykamera',
    qrAlt: 'QR-Code des Einladungslinks',
    print: 'Karte drucken',
    shownOnce:
      'Das wird nur dieses eine Mal angezeigt: Die Versiegelung ist ausgeschaltet, deshalb lässt sich der Link später nicht mehr anzeigen. Kopieren oder drucken Sie ihn jetzt.',
    again: 'Der Link lässt sich später auf der Seite des Schlüssels wieder anzeigen.',
    toKey: 'Schlüssel ansehen',
    another: 'Noch einen solchen erstellen',
    anotherBatch: 'Weitere erstellen',
    toKeys: 'Diese Schlüssel ansehen',
    showLinks: 'Links und Karten anzeigen',
    sentBefore:
      'Dieses Formular war schon abgeschickt. Das hier ist damals entstanden; mehr wurde nicht erstellt.',
    copyAll: 'Alle kopieren',
    copiedAll: (n) => (n === 1 ? 'Kopiert: 1 Zeile.' : `Kopiert: ${n} Zeilen.`),
    csv: 'Als CSV herunterladen',
    printCards: 'Karten drucken',
    forWhom: 'Für',
    proof: (address) =>
      `Am besten von hier aus per E-Mail schicken: Wer den zugeschickten Link öffnet, hat damit die Adresse${address === undefined ? '' : ` ${address}`} bestätigt. Bei einem kopierten Link oder einem eingetippten Code bekommt die Person erst eine E-Mail mit einem Link zum Bestätigen, und danach entsteht das Konto.`,
    cardTitle: (instance) => `Ihre Einladung zu ${instance}`,
    cardHow: 'Scannen Sie den Code mit Ihrem Handy, oder öffnen Sie diese Adresse:',
    cardCode: 'und geben Sie dort diesen Code ein:',
    cardUntil: (end) => `Gilt bis ${end}.`,
    columns: { label: 'Name', address: 'Adresse', link: 'Link', code: 'Code', until: 'Bis' },
  },
}
