import { approvals } from './approvals/en'
import { ends } from './ends/en'
import { form } from './form/en'
import { holds } from './holds/en'
import { limits } from './limits/en'
import type { Messages } from './messages'
import { page } from './page/en'

const stillGood = 'Nothing is lost: your invitation is still good.'
const tryInMinutes =
  'Try again in a few minutes. If nothing has changed in an hour, ask the person who sent you the invitation, or the helpdesk.'

export const en: Messages = {
  ...ends,
  ...holds,
  ...page,
  ...limits,
  ...approvals,
  ...form,

  layout: {
    brand: 'Your helpdesk account',
    reference: 'If you ask for help, give this reference:',
    help: 'Not sure what to enter? Ask the person who sent you the invitation, or the helpdesk.',
  },

  register: {
    title: 'Create your account',
    titleWithErrors: 'Please check the form – Create your account',
    lead: (instanceName) =>
      `You have been invited to ${instanceName}, where you can ask for help and follow your requests. This takes about two minutes.`,
    allRequired: 'Please fill in every field.',
    errorSummary: 'Almost there: please check these points',
    errorLine: (label, message) => `${label}: ${message}`,
    fields: {
      firstname: 'First name',
      realname: 'Last name',
      email: 'E-mail address',
      login: 'Login',
      password: 'Password',
    },
    loginHint: 'The name you will sign in with, for example jane.doe',
    emailHint: 'Answers to your requests are sent there.',
    emailLocked: 'Your invitation is for this address, so it cannot be changed here.',
    emailEndings: (endings) => `Your invitation is for addresses that end in ${endings}.`,
    locked: 'This was filled in for you. If it is wrong, ask the person who sent you the invitation.',
    show: 'Show',
    hide: 'Hide',
    showWhat: 'the password',
    passwordShown: 'The password can be seen now.',
    passwordHidden: 'The password is hidden again.',
    submit: 'Create my account',
    sending: 'One moment, your account is being created…',
  },

  done: {
    title: 'Your account is ready',
    lead: 'You can sign in now. This is what you need:',
    login: 'Your login',
    password: 'Your password',
    passwordNote: 'The one you have just chosen. Nobody else knows it, and it is not sent by e-mail.',
    address: 'Where to sign in',
    signIn: 'Sign in',
  },

  code: {
    title: 'Enter your invitation code',
    lead: 'The easiest way is to open the link in your invitation. If you only have the code, type or paste it here.',
    label: 'Invitation code',
    hint: 'It starts with GLPI, followed by seven groups of five letters and digits. Capital letters, spaces and dashes make no difference.',
    empty: 'Type or paste the code from your invitation.',
    submit: 'Continue',
    sending: 'One moment, the code is being checked…',
    enterHere: 'Enter the code here',
  },

  refusals: {
    KEY_MALFORMED: {
      heading: 'This code is not quite right',
      reason:
        'Some characters are missing or different. That happens easily when a code is typed or a link is cut in two.',
      advice:
        'Compare the code with your invitation and enter it again, or open the invitation link itself. If it still does not work, ask the person who sent you the invitation to send it once more.',
    },
    KEY_UNKNOWN: {
      heading: 'There is no invitation with this code',
      reason:
        'The code has the right form, but no invitation here goes with it. It may have been replaced by a newer one.',
      advice:
        'Look for a more recent message from the person who sent you the invitation, or ask them for a new one.',
    },
    KEY_OF_OTHER_INSTANCE: {
      heading: 'This invitation is for another helpdesk',
      reason: 'The code is in order, but it was made for a different address than this one.',
      advice:
        'Open the link in your invitation instead of entering the code here. If that brings you back to this page, ask the person who sent you the invitation where to go.',
    },
    KEY_OF_TEST_INSTANCE: {
      heading: 'This is a test invitation',
      reason: 'It was made for trying things out and cannot create a real account.',
      advice: 'Ask the person who sent it to you for a real invitation.',
    },
    KEY_REVOKED: {
      heading: 'This invitation has been withdrawn',
      reason: 'It was cancelled after it was sent, so no account can be created with it any more.',
      advice: 'Ask the person who sent you the invitation for a new one, or ask the helpdesk.',
    },
    KEY_PAUSED: {
      heading: 'This invitation is on hold',
      reason: 'It has been put on hold for now. It is not cancelled.',
      advice:
        'Keep the link and try again later. If you need your account today, ask the person who sent you the invitation, or the helpdesk.',
    },
    KEY_NOT_YET_VALID: {
      heading: 'This invitation cannot be used yet',
      reason: 'It starts to work on a later date.',
      advice:
        'Keep the link and open it again on the date given in your invitation. If you see no date, ask the person who sent it to you.',
    },
    KEY_EXPIRED: {
      heading: 'This invitation has expired',
      reason: 'It could be used up to a certain date, and that date has passed.',
      advice: 'Ask the person who sent you the invitation for a new one. It only takes them a moment.',
    },
    KEY_REISSUED: {
      heading: 'This link has been replaced',
      reason: 'The invitation has been given a new link, and this one has stopped working.',
      advice: 'Ask the person who invited you for the new link, or look for a newer message from them.',
    },
    KEY_USED_UP: {
      heading: 'This invitation has already been used',
      reason: 'It was good for a certain number of accounts, and all of them have been created.',
      advice:
        'If one of them is yours, you can simply sign in. Otherwise, ask the person who sent you the invitation for a new one.',
    },
    KEY_HELD_UP: {
      heading: 'All places are taken for the moment',
      reason:
        'Other people have started to create an account with this invitation and have not finished yet. Places that are not used become free again.',
      advice:
        'Keep the link and try again later. If you need your account today, ask the person who sent you the invitation.',
    },
    KEY_ISSUER_REFUSED: {
      heading: 'This invitation can no longer be used',
      reason: 'The person it comes from no longer sends invitations to this helpdesk.',
      advice: 'Ask the helpdesk, or somebody else in the organisation, for a new invitation.',
    },
    KEY_GRANT_REFUSED: {
      heading: 'This invitation needs to be renewed',
      reason: 'What it was meant to give access to has changed since it was sent.',
      advice:
        'Ask the person who sent you the invitation for a new one, and give them the reference on this page.',
    },
    ACCOUNT_END_PAST: {
      heading: 'This invitation has expired',
      reason: 'It was for an account until a certain date, and that date has passed.',
      advice: 'Ask the person who sent you the invitation for a new one. It only takes them a moment.',
    },
    ACCOUNT_END_TOO_LATE: {
      heading: 'This invitation needs to be renewed',
      reason:
        'It is for an account that would end after 19 January 2038, a date that the helpdesk cannot note down.',
      advice:
        'Ask the person who sent you the invitation for a new one with an earlier end, and give them the reference on this page.',
    },
    REDEMPTION_STOPPED: {
      heading: 'No new accounts for the moment',
      reason: `The helpdesk is not creating new accounts just now. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_MAINTENANCE: {
      heading: 'The helpdesk is closed for maintenance',
      reason: `Somebody is working on it and it will be back soon. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_CHANGED: {
      heading: 'The helpdesk has just been updated',
      reason: `New accounts have to wait until the update has been checked. ${stillGood}`,
      advice: tryInMinutes,
    },
    SERVER_BUSY: {
      heading: 'Many people are registering right now',
      reason: `There was no room for your request just now. ${stillGood}`,
      advice: tryInMinutes,
    },
  },

  problems: {
    required: () => 'Please fill this in.',
    'too-long': (limit) => `This is too long. There is room for ${limit} characters.`,
    'login-characters': () =>
      "Use letters and digits; a space and the characters . - _ @ and ' are fine too. An e-mail address also works.",
    'login-taken': () =>
      'Somebody already has this login. Choose another one, for example with a digit at the end.',
    'locked-login-taken': () =>
      'Somebody already has this login, and your invitation sets it for you. Ask the person who sent it for a new one.',
    'name-characters': () =>
      'A web address or an invisible character cannot be part of a name. Type the name again.',
    'email-invalid': () => 'This does not look like an e-mail address. An example: jane.doe@example.org',
    'email-taken': () =>
      'There is already an account with this address. If it is yours, you can sign in; otherwise use another address or ask the helpdesk.',
    'email-held': () =>
      'Somebody is registering with this address and has not confirmed it yet. If that was you, open the link in the message we sent there.',
    'email-not-invited': () =>
      'This invitation is for another address. Use the address it was sent to, or ask the person who sent it.',
    'email-not-in-domains': (_, endings) =>
      `This invitation is for addresses that end in ${endings}. Use one of those, or ask the person who sent it.`,
    'not-unique': () =>
      'Somebody already has an account with these details. If it is yours, you can sign in; otherwise ask the helpdesk.',
    'password-too-short': (limit) => `This is too short. Use at least ${limit} characters.`,
    'password-too-long': (limit) => `This is too long. Use at most ${limit} characters.`,
    'password-too-many-bytes': (limit) =>
      `This is too long. There is room for ${limit} plain letters and digits; accented letters count as two, emoji as four.`,
    'password-zero-byte': () =>
      'There is an invisible character in it that cannot be used. Type the password again.',
    'password-weak': () =>
      'This is easy to guess. Make it longer, for example with four words that have nothing to do with each other or with you.',
    'password-common': () =>
      'This is one of the passwords that are tried first. Choose one that nobody else would think of.',
    'password-needs-number': () => 'Add at least one digit.',
    'password-needs-lowercase': () => 'Add at least one small letter.',
    'password-needs-uppercase': () => 'Add at least one capital letter.',
    'password-needs-symbol': () => 'Add at least one symbol, such as ! or %.',
    'password-wrong': () => 'This is not the password that was chosen in the form. Type it again.',
  },

  passwordHints: {
    length: (min) => `At least ${min} characters.`,
    maxBytes: (max) =>
      `At most ${max} plain letters and digits; accented letters count as two, emoji as four.`,
    number: 'At least one digit.',
    lowercase: 'At least one small letter.',
    uppercase: 'At least one capital letter.',
    symbol: 'At least one symbol, such as ! or %.',
    strength: 'Hard to guess: four words that have nothing to do with each other or with you work well.',
  },

  errors: {
    notFound: {
      heading: 'There is nothing at this address',
      reason: 'A part of the address may be missing, or the page has moved.',
      advice:
        'Open the link in your invitation once more. If that does not help, ask the person who sent it to you.',
    },
    internal: {
      heading: 'Something went wrong on our side',
      reason: 'It is not your doing. We have kept a record of what happened.',
      advice:
        'Open the link in your invitation again in a few minutes. If it happens again, tell the helpdesk and give them the reference below.',
    },
    formUnreadable: {
      heading: 'The form did not arrive in one piece',
      reason: 'It may have been open for a long time, or the connection was cut. No account was created.',
      advice:
        'Open the link in your invitation again and fill in the form once more. If that does not help, ask the helpdesk.',
    },
    confirmationUnknown: {
      heading: 'This link does not work',
      reason:
        'A part of it may be missing, the page may have been open for a long time, or the address was corrected after the message was sent.',
      advice:
        'Open the link in the newest message from us once more. If that does not help, open the link in your invitation again, or ask the helpdesk.',
    },
  },
}
