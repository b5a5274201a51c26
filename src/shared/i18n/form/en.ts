import type { FormMessages } from './messages'

export const form: FormMessages = {
  form: {
    fields: {
      phone: 'Phone',
      mobile: 'Mobile phone',
      registrationNumber: 'Administrative number',
      title: 'Title',
      category: 'Category',
      location: 'Location',
      language: 'Language',
      terms: 'Terms of use',
    },
    problems: {
      'phone-characters':
        'This does not look like a telephone number. Use digits, spaces and + ( ) . - / only, as in +33 1 23 45 67 89.',
      'number-characters':
        'A web address or an invisible character cannot be part of it. Type it again as it stands on your badge or contract.',
      'choice-gone': 'This can no longer be chosen. Please choose again.',
      'choice-unknown':
        'This is not in the list. Choose one of those that are like it, or type something else.',
      'terms-not-accepted': 'Tick the box if you accept them. There is no account without that.',
      'terms-changed':
        'The terms have changed while you were typing. Please read them again and tick the box.',
    },
    optional: '(optional)',
    optionalNote: 'You can leave empty what is marked “optional”.',
    choose: '– please choose –',
    chooseNothing: '– nothing –',
    usualLanguage: '– the usual one –',
    search: 'Type a part of it and choose from the list.',
    phoneHint: 'With the country code if it is not a number of the organisation, as in +33 1 23 45 67 89',
    numberHint: 'The number your organisation knows you by; it may stand on your badge or contract.',
    loginMadeUp: 'The name you will sign in with. Leave it empty, and one is made of your name.',
    loginProposed:
      'You left this empty, so here is one that is free. Keep it or type another, choose your password and send the form again.',
    loginsFree: 'These are free:',
    takeLogin: 'Use',
    termsLead: 'Please read this before you go on.',
    termsLink: 'Read the terms of use (opens in a new tab)',
    termsAccept: 'I have read and accept the terms of use.',
  },
}
