import type { ChangingMessages } from '../messages/changing'

export const changing: ChangingMessages = {
  open: 'Empfänger und Inhalt ändern',
  title: (key) => `${key} ändern`,
  titleWithErrors: (key) => `${key} ändern: bitte berichtigen`,
  lead: 'Der Link bleibt derselbe. Konten, die mit dem Schlüssel entstanden sind, bleiben, wie sie sind.',
  narrowOnly:
    'Sie können den Kreis enger ziehen und Sprache und Nachricht ändern. Damit der Schlüssel weiter reicht, müssten Sie genau diesen Schlüssel selbst erstellen können.',
  forgotten:
    'Die Adressen, für die dieser Schlüssel galt, sind gelöscht: Niemand kann ihn mehr nutzen. Geben Sie an, für wen er von nun an ist.',
  errorSummary: 'Es wurde nichts geändert. Bitte prüfen Sie:',
  submit: 'Speichern',
  meanwhile:
    'Jemand hat den Schlüssel geändert, seit dieses Formular geöffnet wurde. So ist er jetzt; von Ihren Eingaben wurde nichts gespeichert.',
  notYours:
    'Der Schlüssel würde weiter reichen als bisher, und mit Ihrem aktiven Profil und Ihrer aktiven Entität könnten Sie einen solchen nicht erstellen.',
  changed: (parts) => `geändert: ${parts}`,
  parts: {
    addresses: 'Adressen',
    domains: 'Domains',
    accountValidity: 'Gültigkeit des Kontos',
    language: 'Sprache',
    fields: 'Werte im Formular',
    form: 'Felder des Formulars',
    needsProof: 'Nachweis der Adresse',
    message: 'Nachricht',
    sharesInviter: 'Nennung des Einladenden',
    needsApproval: 'Freigabe',
  },
}
