import type { ChangingMessages } from '../messages/changing'

export const changing: ChangingMessages = {
  open: 'Change whom it is for and what it carries',
  title: (key) => `Change ${key}`,
  titleWithErrors: (key) => `Change ${key}: please correct`,
  lead: 'The link stays the same. Accounts that were made with the key stay as they are.',
  narrowOnly:
    'You can let fewer people in, and change the language and the message. To let the key reach further you would have to be able to make this very key.',
  forgotten:
    'The addresses that this key was for have been forgotten, so nobody can use it. Enter whom it is for from now on.',
  errorSummary: 'Nothing was changed. Please check:',
  submit: 'Save',
  meanwhile:
    'Somebody has changed the key since this form was opened. This is how it is now; nothing of yours was saved.',
  notYours:
    'The key would reach further than before, and with your active profile and entity you could not make such a key.',
  changed: (parts) => `changed: ${parts}`,
  parts: {
    addresses: 'addresses',
    domains: 'domains',
    accountValidity: 'how long the account lives',
    language: 'language',
    fields: 'values in the form',
    form: 'what the form asks for',
    needsProof: 'proof of the address',
    message: 'message',
    sharesInviter: 'naming the inviter',
    needsApproval: 'approval',
  },
}
