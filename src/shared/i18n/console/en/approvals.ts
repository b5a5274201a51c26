import type { ApprovalsMessages } from '../messages/approvals'

const registrations = (n: number) => (n === 1 ? '1 registration' : `${n} registrations`)

export const approvals: ApprovalsMessages = {
  title: 'Approvals',
  lead: 'These people have filled in the form and have no account until somebody approves it. Whoever is approved or rejected hears of it by mail.',
  leadReader:
    'These people have filled in the form and have no account until somebody with the right to change users approves it.',
  none: 'Nobody is waiting for approval.',
  caption: 'Registrations that wait for approval, those that lapse first at the top',
  columns: {
    select: 'Select',
    person: 'Person',
    address: 'E-mail address',
    key: 'Key',
    asked: 'Registered',
    until: 'Waits until',
    state: 'State',
  },
  selectOf: (name) => `Select ${name}`,
  selectAll: 'All on this page',
  chosen: 'With those selected',
  reviewSelected: 'Look at those selected',
  reviewOf: (name) => `Decide on ${name}`,
  confirmed: 'confirmed',
  notConfirmed: 'not confirmed',
  more: 'More that wait',
  newest: 'Back to the first',
  reviewing: {
    title: (n) => (n === 1 ? 'Decide on a registration' : `Decide on ${n} registrations`),
    login: 'Login',
    address: 'E-mail address',
    grant: 'Will be',
    key: 'Key',
    asked: 'Registered',
    until: 'Waits until',
    accepted: (version, when) => `Version “${version}”, accepted on ${when}`,
    nothing: 'Nothing is selected. Choose registrations in the list first.',
    gone: (n) =>
      n === 1
        ? 'One of them is not there, or outside of what you look after.'
        : `${n} of them are not there, or outside of what you look after.`,
    approvedBy: (name, by, when) => `${name}: approved by ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}: rejected by ${by}, ${when}`,
    over: (name) => `${name}: not waiting any more`,
    unknownPerson: 'somebody whose details were erased',
    system: 'the server’s command line',
    cannot: 'Cannot be approved now',
    approve: (n) => (n === 1 ? 'Approve' : `Approve ${n} registrations`),
    approving: 'One moment, the accounts are being created…',
    approveHint: 'The account is made at once, and a mail says so.',
    approveSome: (can, cannot) =>
      `${registrations(can)} can be approved now. ${cannot === 1 ? 'One cannot, and goes on waiting.' : `${cannot} cannot, and go on waiting.`}`,
    rejectTitle: 'Or reject',
    reason: 'Reason',
    reasonHint:
      'The person reads it in the mail. What they typed is deleted, and the place in the key is free again.',
    reasonMissing: 'Say why: the person is told.',
    reasonTooLong: (most) => `This is too long: ${most} characters at most.`,
    reject: (n) => (n === 1 ? 'Reject' : `Reject ${n} registrations`),
    rejecting: 'One moment…',
    back: 'Back to the list',
    readOnly:
      'Your profile may look at registrations. Approving and rejecting take the right to update users.',
  },
  problems: {
    'not-waiting': 'It is not waiting for a decision any more.',
    'login-taken':
      'Somebody in GLPI, or another registration, has this login now. Give that account another login, or reject the registration and ask the person to choose another.',
    'email-taken':
      'An account in GLPI has this address now. If it is the same person, reject the registration: they have an account already.',
    'not-unique':
      'A uniqueness rule of GLPI refuses it: somebody has the same name, number or other detail already. If it is the same person, reject the registration.',
    'key-paused': 'Its key is paused. Resume the key, then approve.',
    'redemption-stopped': 'The kill switch is on, and nobody can register. Turn it off, then approve.',
    issuer:
      'Whoever answers for the key may not give this any more. Transfer the key to somebody who may, for instance yourself, then approve.',
    approver:
      'You may not give what this key gives, under the profile and entity you act as. Switch, or leave it to somebody who may.',
    grant:
      'Something that the key gives is not in GLPI any more, or may not be given. Put it right in GLPI, or reject the registration and make a new key.',
    'account-dates': 'The account would have ended already. Reject the registration, and make a new key.',
  },
  notices: {
    approved: (n) => (n === 1 ? 'Approved: the account is there.' : `Approved: ${n} accounts are there.`),
    rejected: (n) => (n === 1 ? 'Rejected: the person is told.' : `Rejected: ${n} people are told.`),
    decidedMeanwhile: (n) =>
      n === 1
        ? 'One was decided by somebody else meanwhile.'
        : `${n} were decided by somebody else meanwhile.`,
    refused: (n) =>
      n === 1
        ? 'One could not be approved, and goes on waiting.'
        : `${n} could not be approved, and go on waiting.`,
  },
  home: {
    heading: (n, written) =>
      n === 1
        ? 'A registration is waiting for approval'
        : `${written} registrations are waiting for approval`,
    hint: 'There is no account until somebody decides.',
    until: (day) => `waits until ${day}`,
  },
  onKey: {
    title: 'Not finished yet',
    states: {
      'awaiting-confirmation': 'Has to confirm the address',
      'awaiting-approval': 'Waits for approval',
    },
    fact: 'Approval',
    needed: 'Somebody has to approve each registration',
  },
  making: {
    label: 'There is no account until somebody approves the registration',
    hint: 'Each waits up to 14 days for somebody with the right to update users. You hear of it by mail.',
  },
}
