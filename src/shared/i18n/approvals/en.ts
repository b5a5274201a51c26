import type { ApprovalMessages } from './messages'

export const approvals: ApprovalMessages = {
  approval: {
    title: 'Your registration is waiting for approval',
    lead: (instance) =>
      `We have everything we need from you. Somebody at ${instance} looks at it now, and then your account is made.`,
    mail: 'As soon as it is decided, we send a message to',
    until: (until) =>
      `Your place is kept until ${until}. If nobody has decided by then, we tell you that, too.`,
    close: 'There is nothing more for you to do: you can close this page.',
    another: 'Does somebody else want to register on this device?',
    anotherLink: 'Fill in the form for another person',
  },
  declined: {
    undecided: {
      heading: 'Nobody has decided in time',
      reason:
        'Your registration waited for approval, and the time for that is over. What you typed was deleted, and no account was made.',
      advice:
        'Ask the person who sent you the invitation, or the helpdesk. If the link in your invitation still works, you can fill in the form again.',
    },
    rejected: {
      heading: 'Your registration was not approved',
      reason: 'What you typed was deleted, and no account was made.',
      advice:
        'If you think that this is a mistake, ask the person who sent you the invitation, or the helpdesk.',
    },
    because: (why) => `The reason given: “${why}”`,
  },
}
