import type { ApprovalMailMessages } from './approval-messages'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `Your registration at ${instance} is waiting for approval`,
    heading: 'Your registration is waiting for approval',
    lead: (instance) =>
      `Thank you, we have everything we need. Somebody at ${instance} looks at your registration now. You hear from us as soon as it is decided; until then there is nothing you need to do.`,
    until: (until) => `Your place is kept until ${until}.`,
    why: (instance) =>
      `You get this message because somebody who has an invitation to ${instance} entered your address in the form.`,
    ignore: 'If that was not you, please tell the helpdesk.',
  },
  notApproved: {
    subject: (instance) => `About your registration at ${instance}`,
    heading: {
      rejected: 'Your registration was not approved',
      undecided: 'Nobody has decided on your registration in time',
      revoked: 'Your invitation has been withdrawn',
    },
    lead: (instance) => ({
      rejected: `Your registration at ${instance} was not approved, so no account was made. What you typed has been deleted, your password included.`,
      undecided: `Your registration at ${instance} was waiting for approval, and the time for that is over, so no account was made. What you typed has been deleted, your password included.`,
      revoked: `The invitation to ${instance} that you registered with was withdrawn before your registration was approved, so no account was made. What you typed has been deleted, your password included.`,
    }),
    reason: 'The reason given:',
    next: 'If you still need an account, ask the person who sent you the invitation, or the helpdesk.',
    why: (instance) =>
      `You get this message because somebody registered at ${instance} with your address, and you were told to wait.`,
    ignore: 'If that was not you, there is nothing to do.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'a registration is' : `${n} registrations are`} waiting for you`,
    heading: (n) =>
      n === 1 ? 'A registration is waiting for approval' : `${n} registrations are waiting for approval`,
    lead: (n) =>
      n === 1
        ? 'There is no account until somebody approves this registration:'
        : 'There are no accounts until somebody approves these registrations:',
    login: (login) => `Login: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'confirmed' : 'not confirmed'})`,
    key: (key) => `Key: ${key}`,
    until: (until) => `Waits until ${until}`,
    next: 'Approve only people whom you know, or have asked about. Whoever is approved or rejected hears of it by mail.',
    button: (n) => (n === 1 ? 'Look at it' : 'Look at them'),
    why: 'You get this message because you answer for the key that was used, or look after the helpdesk.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'a registration is' : `${n} registrations are`} still waiting`,
    heading: (n) => (n === 1 ? 'A registration is still waiting' : `${n} registrations are still waiting`),
    lead: (n) =>
      n === 1
        ? 'Nobody has approved or rejected this registration yet. If nobody does, it lapses:'
        : 'Nobody has approved or rejected these registrations yet. If nobody does, they lapse:',
  },
}
