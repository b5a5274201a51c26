import type { LimitMessages } from './messages'

export const limits: LimitMessages = {
  limits: {
    heading: 'Please wait a moment',
    reason:
      'Many requests have come from your connection in a short time. You may share it with others, and it may not have been you. Your invitation is as good as before.',
    advice: (when) =>
      `Open the link in your invitation again ${when}. If that does not help, ask the person who sent it to you, or the helpdesk.`,
    form: (when) =>
      `Many forms from your connection were not accepted in a short time; you may share it with others. Check what is marked and what you typed, and enter the password again. If the form comes back once more, send it again ${when}.`,
    unproven: (when) =>
      `Many forms from your connection came without the work that your browser does in the background. Switch JavaScript on and open the link in your invitation again, or enter the password again and send this form ${when}. What you typed is still here.`,
    code: (when) =>
      `Many codes have been tried from your connection in a short time; you may share it with others. Compare the code with your invitation and enter it again ${when}.`,
  },
  taken: {
    email: 'There is already an account with this address.',
    advice: {
      usable: 'If it is yours, sign in with it; you need no second one.',
      passwordless:
        'If it is yours, it was made for you without a password: ask the helpdesk how to sign in with it.',
      directory: 'If it is yours, sign in with the login and password that you use in your organisation.',
      'mail-server': 'If it is yours, sign in with the password of your mailbox.',
      disabled: 'If it is yours, it is switched off at present: ask the helpdesk to switch it on again.',
      deleted: 'If it is yours, it was deleted: ask the helpdesk to bring it back.',
    },
  },
}
