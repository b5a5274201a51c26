import { approvalMails } from './approval-de'
import { reasons } from '../refusal-reasons/de'
import type { MailMessages } from './messages'

const keys = (n: number) => (n === 1 ? '1 Schlüssel' : `${n} Schlüssel`)
const invitedYou = (inviter: string | undefined, instance: string) =>
  inviter === undefined
    ? `Sie sind zu ${instance} eingeladen`
    : `${inviter} hat Sie zu ${instance} eingeladen`
const because = (inviter: string | undefined, address: string, instance: string) =>
  inviter === undefined
    ? `weil bei ${instance} die Adresse ${address} eingegeben wurde, um Sie einzuladen`
    : `weil ${inviter} die Adresse ${address} eingegeben hat, um Sie zu ${instance} einzuladen`

export const de: MailMessages = {
  ...approvalMails,
  hello: (name) => (name === undefined ? 'Guten Tag!' : `Guten Tag, ${name}!`),
  fact: (label, value) => `${label}: ${value}`,
  plainLink: 'Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  contact: (contact) => `Noch Fragen? ${contact}`,
  validity: (from, until) => {
    if (from === undefined)
      return until === undefined ? 'Die Einladung gilt unbefristet.' : `Die Einladung gilt bis ${until}.`
    return until === undefined
      ? `Die Einladung gilt ab ${from}.`
      : `Die Einladung gilt ab ${from}, und zwar bis ${until}.`
  },
  yours:
    'Der Link ist nur für Sie und steht für Ihre E-Mail-Adresse: Bitte leiten Sie diese Nachricht nicht weiter.',
  unnamedKey: (hint) => `Schlüssel …${hint}`,
  more: (n) => (n === 1 ? 'Und 1 weiterer Eintrag.' : `Und ${n} weitere.`),

  invitation: {
    subject: (inviter, instance) =>
      inviter === undefined ? `Ihre Einladung zu ${instance}` : `${inviter} lädt Sie zu ${instance} ein`,
    heading: (instance) => `Willkommen bei ${instance}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}. Dort können Sie um Hilfe bitten und sehen, wie es mit Ihren Anfragen weitergeht.`,
    todo: 'Öffnen Sie Ihre Einladung, füllen Sie das Formular aus und wählen Sie ein Passwort. Das dauert etwa zwei Minuten.',
    todoFrom: (from) =>
      `Ab ${from} können Sie Ihre Einladung öffnen, das Formular ausfüllen und ein Passwort wählen. Das dauert etwa zwei Minuten. Bewahren Sie diese Nachricht bis dahin auf.`,
    writes: (inviter) => (inviter === undefined ? 'Eine Nachricht für Sie:' : `${inviter} schreibt:`),
    button: 'Mein Konto anlegen',
    why: (inviter, address, instance) =>
      `Sie bekommen diese Nachricht, ${because(inviter, address, instance)}.`,
    ignore:
      'Wenn Sie nicht damit gerechnet haben, können Sie sie ignorieren: Es entsteht kein Konto, solange Sie das Formular nicht ausfüllen.',
  },
  reminder: {
    subject: (instance, day) => `Ihre Einladung zu ${instance} endet am ${day}`,
    heading: (day) => `Ihre Einladung endet am ${day}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, und wie es aussieht, haben Sie dort noch kein Konto. Wenn Sie eines möchten, legen Sie es an, bevor die Einladung endet: Das dauert etwa zwei Minuten.`,
    why: (inviter, address, instance) =>
      `Sie bekommen diese Erinnerung, ${because(inviter, address, instance)}. Vor jedem Enddatum gibt es nur eine.`,
    ignore: 'Wenn Sie Ihr Konto schon haben oder keines möchten, brauchen Sie nichts zu tun.',
  },
  reissued: {
    subject: (instance) => `Der neue Link Ihrer Einladung zu ${instance}`,
    heading: 'Ihre Einladung hat einen neuen Link',
    lead: (inviter, instance) =>
      `${inviter === undefined ? `Der Link Ihrer Einladung zu ${instance} wurde ersetzt` : `${inviter} hat den Link Ihrer Einladung zu ${instance} ersetzt`}. Bitte nehmen Sie von jetzt an diesen.`,
    oldUntil: (until) => `Der bisherige Link funktioniert noch bis ${until}.`,
    oldDead: 'Der bisherige Link funktioniert nicht mehr.',
  },
  confirmation: {
    subject: (instance) => `Bestätigen Sie Ihre E-Mail-Adresse für ${instance}`,
    heading: 'Ist das Ihre E-Mail-Adresse?',
    lead: (address, instance) =>
      `Das Formular für ein Konto bei ${instance} wurde mit der Adresse ${address} ausgefüllt. Wenn Sie das waren, bestätigen Sie die Adresse: Gleich danach wird Ihr Konto angelegt.`,
    button: 'Meine Adresse bestätigen',
    until: (until) =>
      `Das geht bis ${until}. Danach öffnen Sie Ihre Einladung und füllen das Formular noch einmal aus.`,
    why: (instance) =>
      `Sie bekommen diese Nachricht, weil jemand mit einer Einladung zu ${instance} Ihre Adresse in das Formular eingegeben hat.`,
    ignore: 'Wenn Sie das nicht waren, können Sie sie ignorieren: Ohne Ihre Bestätigung entsteht kein Konto.',
  },
  accountExists: {
    subject: (instance) => `Sie haben schon ein Konto bei ${instance}`,
    heading: 'Sie haben schon ein Konto',
    lead: (address, instance) =>
      `Das Formular für ein neues Konto bei ${instance} wurde mit der Adresse ${address} ausgefüllt, zu der es schon ein Konto gibt. Wenn Sie das waren, brauchen Sie kein weiteres: Melden Sie sich einfach an.`,
    forgotten: 'Wenn Sie Ihr Passwort nicht mehr wissen, hilft Ihnen der Helpdesk.',
    why: (instance) =>
      `Sie bekommen diese Nachricht, weil jemand mit einer Einladung zu ${instance} Ihre Adresse in das Formular eingegeben hat.`,
    ignore: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: An Ihrem Konto hat sich nichts geändert.',
  },
  welcome: {
    subject: (instance) => `Ihr Konto bei ${instance} ist bereit`,
    heading: 'Ihr Konto ist bereit',
    lead: (instance) => `Willkommen bei ${instance}! Das brauchen Sie, um sich anzumelden:`,
    login: 'Ihr Anmeldename',
    password: 'Ihr Passwort',
    passwordValue:
      'Das, was Sie gewählt haben. Niemand sonst kennt es, und es wird nie per E-Mail verschickt.',
    address: 'Hier melden Sie sich an',
    from: 'Anmelden können Sie sich ab',
    until: 'Ihr Konto endet am',
    button: 'Anmelden',
    why: (address, instance, made) =>
      `Sie bekommen diese Nachricht, weil mit der Adresse ${address} ein Konto bei ${instance} angelegt wurde, und zwar am ${made}.`,
    ignore: 'Wenn Sie das nicht waren, sagen Sie bitte dem Helpdesk Bescheid.',
  },
  joined: {
    subject: (name, instance) => `${name} ist jetzt bei ${instance}`,
    subjectOfMany: (n, instance) =>
      n === 1 ? `1 Person ist jetzt bei ${instance}` : `${n} Personen sind jetzt bei ${instance}`,
    lead: (name) =>
      `${name} hat Ihre Einladung genutzt und kann sich jetzt anmelden. Sie brauchen nichts zu tun.`,
    leadOfMany:
      'Alle haben seit gestern Einladungen von Ihnen genutzt und können sich jetzt anmelden. Für Sie gibt es nichts zu tun.',
    login: 'Anmeldename',
    key: 'Schlüssel',
    at: 'Registriert am',
    uses: 'Genutzt',
    usesOf: (used, limit) => (limit === undefined ? `${used}, unbegrenzt` : `${used} von ${limit}`),
    button: 'Schlüssel ansehen',
    buttonOfMany: 'Ihre Schlüssel ansehen',
    why: 'Sie bekommen diese Nachricht, weil Sie für den Schlüssel einstehen, der genutzt wurde.',
  },
  lapsed: {
    subject: (key) => `Niemand hat die Einladung „${key}“ genutzt`,
    subjectOfMany: (n) => `${n} Einladungen sind ungenutzt abgelaufen`,
    heading: (n) =>
      n === 1 ? 'Eine Einladung ist ungenutzt abgelaufen' : `${n} Einladungen sind ungenutzt abgelaufen`,
    lead: (n) =>
      n === 1
        ? 'Mit diesem Schlüssel hat sich niemand registriert, bevor er abgelaufen ist:'
        : 'Mit diesen Schlüsseln hat sich niemand registriert, bevor sie abgelaufen sind:',
    ended: (at) => `Abgelaufen am ${at}`,
    invited: (addresses) => `Eingeladen: ${addresses}`,
    next: (n) =>
      n === 1
        ? 'Wenn das Konto noch gewünscht ist, verlängern Sie den Schlüssel: Sein Link funktioniert dann wieder, und Sie können ihn noch einmal schicken. Wenn nicht, brauchen Sie nichts zu tun.'
        : 'Wo ein Konto noch gewünscht ist, verlängern Sie den Schlüssel: Sein Link funktioniert dann wieder, und Sie können ihn noch einmal schicken. Bei den anderen brauchen Sie nichts zu tun.',
    button: (n) => (n === 1 ? 'Schlüssel öffnen' : 'Schlüssel ansehen'),
    why: 'Sie bekommen diese Nachricht, weil Sie für die genannten Schlüssel einstehen.',
  },
  keyInTrouble: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'Ein Schlüssel braucht' : `${n} Schlüssel brauchen`} Ihre Aufmerksamkeit`,
    heading: (n) => `${n === 1 ? 'Ein Schlüssel braucht' : `${n} Schlüssel brauchen`} Ihre Aufmerksamkeit`,
    lead: (n) =>
      n === 1
        ? 'Seit dieser Schlüssel erstellt wurde, hat sich etwas geändert. Sie können es in Ordnung bringen, bevor die Eingeladenen es merken:'
        : 'Seit diese Schlüssel erstellt wurden, hat sich etwas geändert. Sie können es in Ordnung bringen, bevor die Eingeladenen es merken:',
    button: (n) => (n === 1 ? 'Schlüssel öffnen' : 'Schlüssel ansehen'),
    why: 'Sie bekommen diese Nachricht, weil Sie für die genannten Schlüssel einstehen oder den Helpdesk betreuen. Die Schlüssel werden jeden Tag geprüft.',
  },
  linkRequested: {
    subject: (address, instance) => `${address} bittet um einen neuen Link für ${instance}`,
    subjectOfMany: (n, instance) => `${n} Personen bitten um neue Links für ${instance}`,
    heading: 'Jemand bittet um einen neuen Link',
    lead: 'Der Link einer Einladung wurde abgelehnt, und wer ihn geöffnet hat, bittet um einen neuen.',
    leadOfMany: 'Die Links von Einladungen wurden abgelehnt, und wer sie geöffnet hat, bittet um neue.',
    address: 'Angegebene Adresse',
    reason: 'Grund der Ablehnung',
    key: 'Schlüssel',
    reasons,
    writes: 'Nachricht dazu:',
    invited: 'Der Schlüssel ist für diese Adresse. Ein neuer Link geht dorthin und nirgendwo sonst hin.',
    unproven:
      'Der Schlüssel ist nicht für diese Adresse, und niemand hat gezeigt, wem sie gehört: Vergewissern Sie sich, dass Sie diese Person kennen, bevor Sie antworten.',
    next: 'Öffnen Sie die Anfrage: Eine Schaltfläche verschickt einen neuen Link, eine andere lehnt ab. Vorher geschieht nichts.',
    button: 'Anfrage beantworten',
    buttonOfMany: 'Anfragen ansehen',
    why: 'Sie bekommen diese Nachricht, weil Sie für den Schlüssel einstehen oder den Helpdesk betreuen. Jede Adresse kann zu einem Schlüssel einmal anfragen.',
  },
  keysEnding: {
    subject: (n, instance) => `${instance}: ${keys(n)} ${n === 1 ? 'läuft' : 'laufen'} bald ab`,
    heading: (n) => `${keys(n)} ${n === 1 ? 'läuft' : 'laufen'} bald ab`,
    lead: (n) =>
      n === 1
        ? 'Dieser Schlüssel ist noch nutzbar und läuft in den nächsten Tagen ab:'
        : 'Diese Schlüssel sind noch nutzbar und laufen in den nächsten Tagen ab:',
    ends: (until) => `Endet am ${until}`,
    left: (n) =>
      n === undefined
        ? 'Beliebig viele Plätze frei'
        : n === 1
          ? 'Noch 1 Platz frei'
          : `Noch ${n} Plätze frei`,
    next: 'Um den Leuten mehr Zeit zu geben, öffnen Sie den Schlüssel und verlängern Sie ihn: Der Link bleibt derselbe.',
    button: 'Schlüssel ansehen',
    why: 'Sie bekommen diese Nachricht höchstens einmal in der Woche, weil Sie für diese Schlüssel einstehen oder den Helpdesk betreuen.',
  },
  webhookGone: {
    subject: (host, instance) => `${instance}: Der Webhook an ${host} wurde ausgeschaltet`,
    heading: (host) => `${host} will keine Nachrichten mehr`,
    lead: (host) =>
      `${host} hat geantwortet, dass es diese Adresse nicht mehr gibt (410). Der Webhook wurde ausgeschaltet: Dorthin wird nichts mehr geschickt, und was wartete, wurde aufgegeben.`,
    next: 'Löschen Sie den Webhook, oder bringen Sie den Empfänger in Ordnung und schalten Sie ihn wieder ein; schicken Sie dann noch einmal, was aufgegeben wurde.',
    button: 'Webhook ansehen',
  },
  issuerGone: {
    subject: (name, instance) => `${instance}: Die Schlüssel von ${name} gelten nicht mehr`,
    heading: (name) => `${name} kann nicht mehr für Schlüssel einstehen`,
    lead: (name, n) =>
      `Das GLPI-Konto von ${name} ist nicht mehr aktiv oder darf niemanden mehr einladen. ${keys(n)}, ${n === 1 ? 'der sonst nutzbar wäre, wird' : 'die sonst nutzbar wären, werden'} seitdem abgewiesen.`,
    next: 'Übergeben Sie sie jemandem, der dasselbe vergeben darf, dann gelten sie wieder, oder widerrufen Sie sie.',
    button: 'Schlüssel ansehen',
    why: 'Sie bekommen diese Nachricht, weil Sie den Helpdesk betreuen.',
  },
}
