import { reasons } from '../../refusal-reasons/de'
import type { RequestsMessages } from '../messages/requests'

export const requests: RequestsMessages = {
  title: 'Bitten um neue Links',
  lead: 'Personen, deren Link abgelehnt wurde, bitten um einen neuen. Jede Adresse kann zu einem Schlüssel einmal anfragen.',
  waiting: (n, written) =>
    n === 1 ? '1 Person bittet um einen neuen Link' : `${written} Personen bitten um einen neuen Link`,
  reasons,
  empty: {
    heading: 'Niemand wartet',
    advice:
      'Wer einen Link öffnet, der nicht mehr funktioniert, kann dort um einen neuen bitten. Die Bitte steht dann hier.',
  },
  answeredTitle: 'Beantwortet',
  columns: { address: 'Wer bittet', key: 'Schlüssel', asked: 'Gebeten', state: 'Antwort' },
  invited: 'Eingeladen',
  unproven: 'Unbestätigt',
  states: {
    asked: 'Wartet',
    waiting: 'Wartet',
    mailed: 'Neuer Link von selbst verschickt',
    granted: 'Neuer Link verschickt',
    declined: 'Abgelehnt',
  },
  by: (who) => `von ${who}`,
  system: 'System',
  gone: (id) => `Benutzer ${id}`,
  more: 'Es gibt noch mehr: Sie folgen, wenn diese beantwortet sind.',
  one: {
    title: (address) => `Neuer Link für ${address}`,
    facts: {
      address: 'Adresse',
      note: 'Nachricht',
      reason: 'Warum der Link abgelehnt wurde',
      key: 'Schlüssel',
      asked: 'Gebeten',
      answered: 'Beantwortet',
      given: 'Neue Einladung',
    },
    noNote: 'Keine',
    invited: 'Der Schlüssel ist für diese Adresse: Ein neuer Link geht dorthin und nirgendwo sonst hin.',
    unproven:
      'Der Schlüssel ist nicht für diese Adresse, und niemand hat gezeigt, wem sie gehört. Vergewissern Sie sich, dass Sie diese Person kennen: Jeder, der den alten Link hat, kann sie eingegeben haben.',
    reissueLead: (until) =>
      `Der Schlüssel bekommt einen neuen Link und gilt bis ${until}; der alte Link funktioniert nicht mehr. Von da an stehen Sie für den Schlüssel ein.`,
    reissue: 'Neuen Link verschicken',
    invitationLead:
      'Die Person bekommt eine eigene Einladung zu denselben Bedingungen: für eine Person, nur für diese Adresse, dorthin geschickt. Sie stehen dafür ein.',
    invitation: 'Eigene Einladung verschicken',
    declineLead:
      'Niemand wird benachrichtigt, und diese Adresse kann zu diesem Schlüssel nicht noch einmal anfragen.',
    decline: 'Ablehnen',
    otherTitle: 'Oder',
    other:
      'Den Schlüssel öffnen, um ihn für alle zu verlängern, die seinen Link haben, oder um seinen Verlauf zu sehen.',
    sending: 'Einen Augenblick\u00a0…',
    mayNot: 'Zum Antworten brauchen Sie das Recht, Benutzer anzulegen oder zu ändern.',
    back: 'Alle Anfragen',
  },
  notices: {
    granted: 'Ein neuer Link ist unterwegs.',
    queued: 'Die E-Mail mit dem neuen Link wartet: Es ist noch kein Mailserver eingerichtet.',
    declined: 'Die Anfrage ist abgelehnt.',
  },
  problems: {
    answered: 'Diese Anfrage wurde inzwischen beantwortet.',
    'not-yours':
      'Mit Ihrem aktiven Profil und Ihrer aktiven Entität könnten Sie diesen Schlüssel nicht erstellen, also auch keinen neuen Link dafür geben. Jemand, der dasselbe vergeben darf, muss antworten; oder Sie erstellen einen Schlüssel, den Sie vergeben dürfen.',
    'account-past':
      'Das Konto, das dieser Schlüssel vergibt, würde an einem Tag enden, der vorbei ist. Erstellen Sie einen neuen Schlüssel mit einem anderen Datum.',
    cannot:
      'Der Schlüssel lässt das nicht mehr zu: Sehen Sie auf seiner Seite nach oder antworten Sie mit einer eigenen Einladung.',
  },
}
