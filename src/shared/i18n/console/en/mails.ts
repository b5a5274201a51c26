import type { MailsMessages } from '../messages/mails'

export const mails: MailsMessages = {
  title: 'Mails',
  none: 'No mail was sent about this key.',
  columns: { kind: 'Mail', to: 'To', state: 'What became of it', when: 'When', again: 'Again' },
  kinds: {
    invitation: 'Invitation',
    reminder: 'Reminder',
    reissued: 'New link',
    confirmation: 'Confirmation of the address',
    'account-exists': 'Has an account already',
    welcome: 'Welcome',
    joined: 'Somebody joined',
    lapsed: 'Ended unused',
    'key-in-trouble': 'Key in trouble',
    'link-requested': 'New link asked for',
    'keys-ending': 'Keys that end soon',
    'issuer-gone': 'Issuer gone',
    'webhook-gone': 'Webhook switched off',
    'approval-waiting': 'Waits for approval',
    'not-approved': 'Not approved',
    'approval-asked': 'Registrations to approve',
    'approval-reminder': 'Reminder of registrations to approve',
  },
  states: { waiting: 'Waiting', sent: 'Sent', failed: 'Failed', withdrawn: 'Taken back' },
  failures: {
    'address-invalid': 'The address is not one that can be written to.',
    'recipient-refused': 'The mail server does not know this recipient, or takes nothing for them.',
    'message-refused': 'The mail server refused what the mail says, as junk filters do.',
    'sender-refused': 'The mail server refuses our sender address: see MAIL_FROM.',
    'sign-in-refused': 'The mail server refuses our account: see SMTP_URL.',
    'not-private': 'The mail server offers no encryption that we trust.',
    'server-busy': 'The mail server asked to come back later.',
    'no-connection': 'The mail server cannot be reached.',
    'no-answer': 'The mail server stopped answering.',
    'not-composed': 'The mail could not be put together, as happens without the key ring.',
  },
  notComposed: {
    paused: 'The key is paused: resume it, and the mail goes out.',
    'would-be-refused':
      'Whoever opened the link now would be turned away: mend the key, and the mail goes out.',
    'no-key-ring':
      'The key ring cannot be read, and without it no link can be written: see “glpi-invite doctor”.',
    'other-key-ring':
      'The code was sealed with another key ring: restore that one from the backup, or reissue the key.',
    'no-code': 'The link of this key is kept nowhere: reissue it, or make a new key.',
  },
  answer: (codes) => `Its answer: ${codes}`,
  withdrawals: {
    revoked: 'The key was revoked before it left.',
    'address-changed': 'The key is no longer for that address.',
    'sent-again': 'It was sent again before this one left.',
    expired: 'The key ended before it left.',
    'used-up': 'The key was used up before it left.',
    joined: 'This person has joined before it left.',
    renewed: 'The key was renewed before it left.',
    reissued: 'The key got another link before it left.',
    'key-ended': 'The key could no longer be used.',
    'hold-ended': 'The registration had ended before it left.',
    decided: 'All was decided before it left.',
    'too-late': 'It waited for so long that it was no news any more.',
    other: 'It was no longer true when it was to leave.',
  },
  nextAttempt: (when) => `Next attempt: ${when}`,
  attempts: (n) => (n === 1 ? 'Tried once so far' : `Tried ${n} times so far`),
  noServer: 'No mail server is set up (SMTP_URL): mails wait until there is one.',
  erased: 'erased',
  send: 'Send the invitation by mail',
  sendAgain: 'Send the invitation again',
  sendHint: 'To each address it is for, except to those who have joined.',
  retry: 'Try again',
  retryLabel: (kind, address) => `Try again: ${kind} to ${address}`,
  problems: {
    revoked: 'The key is revoked: its link opens nothing.',
    paused: 'The key is paused: resume it before it is sent.',
    expired: 'The key has ended: give it a later end before it is sent.',
    'used-up': 'The key is used up: raise its limit before it is sent.',
    'no-address': 'The key is bound to no address, so nobody can be sent its link: copy it instead.',
    'all-joined': 'Everybody whom the key invites has joined.',
    'code-gone': 'The link of this key is kept nowhere, so it cannot be sent again. Give out a new one.',
  },
  limitedForAddress: (limit) =>
    limit === 1
      ? 'One address is sent no more than one invitation a day.'
      : `One address is sent no more than ${limit} invitations a day.`,
  limitedForYou: (limit) =>
    limit === 1
      ? 'One administrator sends no more than one invitation an hour.'
      : `One administrator sends no more than ${limit} invitations an hour.`,
  possibleAt: (when) => `It is possible again from ${when} on.`,
  tooManyAtOnce: 'Send fewer at a time.',
  noLongerFailed: 'This mail does not need another attempt any more.',
  notYours: 'You could not make this key now, so you cannot send its link either.',
  sent: (n) => (n === 1 ? 'One invitation is on its way.' : `${n} invitations are on their way.`),
  queued: (n) =>
    n === 1 ? 'One invitation waits for a mail server.' : `${n} invitations wait for a mail server.`,
  retried: 'The mail is tried again.',
  batch: {
    title: 'Send the invitations by mail',
    summary: (invited, mailed) =>
      `${invited === 1 ? 'One person has' : `${invited} people have`} an address and can still join; ${
        mailed === 0 ? 'none of them was' : mailed === 1 ? 'one was' : `${mailed} were`
      } sent their link.`,
    sendRest: (n) => (n === 1 ? 'Send to the one who was not' : `Send to the ${n} who were not`),
    sendAll: (n) => (n === 1 ? 'Send to this person' : `Send to all ${n}`),
    nobody: 'Nobody in this batch has an address and can still join.',
  },
  list: { failed: 'Mail failed', waiting: 'Mail waiting' },
  home: {
    failed: (n, written) =>
      n === 1 ? 'An invitation did not arrive' : `${written} invitations did not arrive`,
    failedHint: 'Look at the reason, then try again or hand over the link.',
    waiting: (n, written) =>
      n === 1 ? 'An invitation waits for a mail server' : `${written} invitations wait for a mail server`,
    waitingHint: 'Set SMTP_URL, or copy the links by hand.',
    lastFailed: (when) => `failed, queued on ${when}`,
  },
}
