import type { FormFieldMessages } from '../messages/form-fields'

export const formFields: FormFieldMessages = {
  names: {
    firstname: 'First name',
    realname: 'Last name',
    email: 'E-mail address',
    phone: 'Phone',
    mobile: 'Mobile phone',
    registrationNumber: 'Administrative number',
    title: 'Title',
    category: 'Category',
    location: 'Location',
    language: 'Language',
    login: 'Login',
    terms: 'Terms of use',
  },
  modes: { required: 'Required', optional: 'Optional', locked: 'Locked', hidden: 'Hidden' },
  legend: 'What the form asks for',
  hint: 'What is locked is shown with the value given here and cannot be changed. What is hidden is not shown, and the account gets the value given here. Title, category, location and language are those chosen above. A login that is optional or hidden is made of the name.',
  modeOf: (field) => `${field}: in the form`,
  told: {
    required: (field) => `${field}: required`,
    optional: (field) => `${field}: optional`,
    locked: (field) => `${field}: shown, locked`,
    hidden: (field) => `${field}: not shown`,
  },
  value: 'Stands there already',
  valueOf: (field) => `${field}: stands in the form already`,
  title: 'Form',
  parts: {
    fillPhone: 'Phone',
    fillMobile: 'Mobile phone',
    fillRegistrationNumber: 'Administrative number',
    asks: 'What the form asks for',
  },
  problems: {
    'phone-characters': () => 'This does not look like a telephone number.',
    'number-characters': () => 'A web address or an invisible character cannot be part of it.',
    'locked-empty': (fields) => `What is locked needs a value. Give one, or do not lock it: ${fields}`,
    'mode-impossible': (fields) => `The form cannot do that. Choose again: ${fields}`,
    'terms-missing': () =>
      'There are no terms to accept here; whoever runs the server can set them (TERMS_URL, TERMS_TEXT, TERMS_VERSION).',
    'login-pattern-off': () =>
      'Nobody would think of a login for them: ask for one, or have LOGIN_PATTERN set.',
  },
  reasons: {
    'phone-characters': 'Not a telephone number',
    'number-characters': 'Characters that an administrative number cannot have',
    'choice-gone': 'What was chosen was no longer in GLPI',
    'choice-unknown': 'What was typed was not in the list',
    'terms-not-accepted': 'The terms of use were not accepted',
    'terms-changed': 'The terms of use had changed',
  },
}
