import type { FormMessages } from './messages'

export const form: FormMessages = {
  form: {
    fields: {
      phone: 'Telefon',
      mobile: 'Mobiltelefon',
      registrationNumber: 'Personalnummer',
      title: 'Titel',
      category: 'Kategorie',
      location: 'Standort',
      language: 'Sprache',
      terms: 'Nutzungsbedingungen',
    },
    problems: {
      'phone-characters':
        'Das sieht nicht nach einer Telefonnummer aus. Verwenden Sie nur Ziffern, Leerzeichen und + ( ) . - /, zum Beispiel +33 1 23 45 67 89.',
      'number-characters':
        'Eine Webadresse oder ein unsichtbares Zeichen kann nicht dazugehören. Geben Sie die Nummer noch einmal so ein, wie sie auf Ihrem Ausweis oder Vertrag steht.',
      'choice-gone': 'Das steht nicht mehr zur Auswahl. Bitte wählen Sie noch einmal.',
      'choice-unknown':
        'Das steht nicht in der Liste. Wählen Sie etwas Ähnliches daraus oder geben Sie etwas anderes ein.',
      'terms-not-accepted': 'Setzen Sie das Häkchen, wenn Sie zustimmen. Ohne Zustimmung gibt es kein Konto.',
      'terms-changed':
        'Die Bedingungen haben sich geändert, während Sie das Formular ausgefüllt haben. Bitte lesen Sie sie noch einmal und setzen Sie das Häkchen.',
    },
    optional: '(freiwillig)',
    optionalNote: 'Was mit „freiwillig“ gekennzeichnet ist, können Sie leer lassen.',
    choose: '– bitte wählen –',
    chooseNothing: '– keine Angabe –',
    usualLanguage: '– die übliche –',
    search: 'Geben Sie einen Teil davon ein und wählen Sie aus der Liste.',
    phoneHint: 'Mit Landesvorwahl, wenn es keine Nummer der Organisation ist, zum Beispiel +33 1 23 45 67 89',
    numberHint:
      'Die Nummer, unter der Ihre Organisation Sie führt. Vielleicht steht sie auf Ihrem Ausweis oder Vertrag.',
    loginMadeUp:
      'Der Name, mit dem Sie sich anmelden. Wenn Sie das Feld leer lassen, wird einer aus Ihrem Namen gebildet.',
    loginProposed:
      'Das Feld war leer, hier ist ein freier Anmeldename. Behalten Sie ihn oder geben Sie einen anderen ein, wählen Sie Ihr Passwort und senden Sie das Formular noch einmal.',
    loginsFree: 'Diese sind frei:',
    takeLogin: 'Übernehmen:',
    termsLead: 'Bitte lesen Sie das, bevor Sie fortfahren.',
    termsLink: 'Nutzungsbedingungen lesen (öffnet einen neuen Tab)',
    termsAccept: 'Ich habe die Nutzungsbedingungen gelesen und stimme ihnen zu.',
  },
}
