import type { HoldMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'a minute' : `${n} minutes`)

export const holds: HoldMessages = {
  waiting: {
    title: 'One more step: look in your mailbox',
    titleWithErrors: 'Please check the address – One more step',
    lead: 'We have sent a message to',
    todo: 'Open the link in it, and your account is ready. On this device one press is enough; on another one you are asked for the password you have just chosen.',
    until: (until) => `The link works until ${until}. Until then your place is kept.`,
    sentAgain: 'The message is on its way once more.',
    nothingCame: 'Nothing has come?',
    hints: [
      'It can take a few minutes. Look into the folder for unwanted mail, too.',
      'If there are several messages, the link in any of them works.',
      'If it does not come at all, ask the person who sent you the invitation, or the helpdesk.',
    ],
    again: 'Send it again',
    otherAddress: 'Is the address wrong?',
    otherAddressHint: 'Correct it here, and the message goes to the new address.',
    address: 'E-mail address',
    change: 'Use this address',
    throttled: (n) =>
      `The message was asked for several times already. Look for it first, and try again in ${minutes(n)}.`,
  },
  confirm: {
    title: 'Is this your address?',
    titleWithErrors: 'Please check the password – Is this your address?',
    lead: 'An account is waiting for somebody who reads mail at',
    password: 'The password you chose in the form',
    passwordHint: 'So that nobody else can finish the account, this device has to know it.',
    submit: 'Yes, make my account',
    sending: 'One moment, your account is being created…',
    notYou: 'If you did not fill in the form, close this page: without you there is no account.',
    throttled: (n) =>
      `There were too many wrong passwords. Try again in ${minutes(n)}, or open the link on the device on which you filled in the form.`,
  },
  released: {
    lapsed: {
      heading: 'This took too long',
      reason: 'The address was not confirmed in time, so the place was given to others. No account was made.',
      advice:
        'Open the link in your invitation again and fill in the form once more. If it does not work any more, ask the person who sent it to you for a new one.',
    },
    revoked: {
      heading: 'This invitation has been withdrawn',
      reason: 'It was cancelled before your account was made.',
      advice: 'Ask the person who sent you the invitation for a new one, or ask the helpdesk.',
    },
    'login-taken': {
      heading: 'Somebody else has this login now',
      reason: 'It was given to another person before your address was confirmed. No account was made.',
      advice:
        'Open the link in your invitation again, fill in the form once more and choose another login. Your place is free again.',
    },
    'not-unique': {
      heading: 'Somebody else has one of your details',
      reason:
        'Another account in GLPI has the same name, or something else that only one person may have there. No account was made.',
      advice:
        'Open the link in your invitation again, fill in the form once more and check what you typed. If all of it is right, ask the helpdesk. Your place is free again.',
    },
    erased: {
      heading: 'There is nothing waiting any more',
      reason: 'What was typed in the form has been deleted on request, so no account was made.',
      advice:
        'If you still need an account, open the link in your invitation again, or ask the person who sent it to you.',
    },
    'account-exists': {
      heading: 'There is already an account with this address',
      reason: 'It was made before this address was confirmed, so no second one was made.',
      advice: 'Sign in with the account you have. If you cannot, ask the helpdesk.',
    },
  },
  fieldTaken: {
    heading: 'Somebody else has one of your details',
    reason: (field) =>
      `Another account in GLPI has what you typed under “${field}”, and only one person may have it. No account was made.`,
    advice:
      'Open the link in your invitation again, fill in the form once more and check this field. If it is right, ask the helpdesk. Your place is free again.',
  },
}
