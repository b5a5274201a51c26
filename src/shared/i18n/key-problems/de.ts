import type { KeyProblemWords } from './messages'

export const de: KeyProblemWords = {
  'grant-refused': {
    short: 'Vergibt, was es in GLPI nicht mehr gibt',
    reason:
      'Was dieser Schlüssel vergibt, gibt es in GLPI nicht mehr, oder es darf nicht mehr mit einem Schlüssel vergeben werden.',
    mend: 'Erstellen Sie einen neuen Schlüssel mit dem, was es jetzt gibt, und widerrufen Sie diesen.',
  },
  'issuer-gone': {
    short: 'Niemand steht mehr für ihn ein',
    reason: 'Wer für diesen Schlüssel einsteht, kann sich nicht mehr bei GLPI anmelden.',
    mend: 'Verlängern Sie den Schlüssel, um selbst für ihn einzustehen, übergeben Sie ihn jemand anderem, oder widerrufen Sie ihn.',
  },
  'issuer-refused': {
    short: 'Darf so nicht mehr vergeben werden',
    reason: 'Wer für diesen Schlüssel einsteht, darf in GLPI nicht mehr vergeben, was er vergibt.',
    mend: 'Verlängern Sie den Schlüssel, um selbst für ihn einzustehen, übergeben Sie ihn jemandem mit der nötigen Berechtigung, oder widerrufen Sie ihn.',
  },
  'nobody-left': {
    short: 'Für niemanden mehr',
    reason:
      'Dieser Schlüssel galt für bestimmte Adressen, die inzwischen vergessen oder gelöscht sind: Niemand kann ihn benutzen.',
    mend: 'Geben Sie auf der Seite des Schlüssels an, für wen er ist, oder widerrufen Sie ihn.',
  },
  'account-ended': {
    short: 'Seine Konten wären schon abgelaufen',
    reason:
      'Konten, die mit diesem Schlüssel entstehen, enden an einem Tag, der vorbei ist: Niemand kann sich damit registrieren.',
    mend: 'Wählen Sie auf der Seite des Schlüssels, wie lange das Konto gilt, oder widerrufen Sie ihn.',
  },
  'address-dropped': {
    short: 'Sein Link funktioniert hier nicht mehr',
    reason:
      'Der Link dieses Schlüssels enthält eine Adresse, unter der dieser Helpdesk nicht mehr erreichbar ist.',
    mend: 'Erstellen Sie einen neuen Link für den Schlüssel und verschicken Sie ihn, oder lassen Sie die frühere Adresse wieder in PREVIOUS_PUBLIC_URLS aufnehmen.',
  },
  'address-replaced': {
    short: 'Sein Link enthält die frühere Adresse',
    reason: 'Der Link dieses Schlüssels enthält eine frühere Adresse dieses Helpdesks. Noch funktioniert er.',
    mend: 'Erstellen Sie einen neuen Link für den Schlüssel und verschicken Sie ihn, bevor die frühere Adresse aufgegeben wird.',
  },
}
