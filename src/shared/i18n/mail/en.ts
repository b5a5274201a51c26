import { approvalMails } from './approval-en'
import { reasons } from '../refusal-reasons/en'
import type { MailMessages } from './messages'

const keys = (n: number) => (n === 1 ? '1 key' : `${n} keys`)
const invitedYou = (inviter: string | undefined, instance: string) =>
  inviter === undefined ? `You are invited to ${instance}` : `${inviter} has invited you to ${instance}`

export const en: MailMessages = {
  ...approvalMails,
  hello: (name) => (name === undefined ? 'Hello,' : `Hello ${name},`),
  fact: (label, value) => `${label}: ${value}`,
  plainLink: 'If the button does not work, copy this address into your browser:',
  contact: (contact) => `Any questions? ${contact}`,
  validity: (from, until) => {
    if (from === undefined)
      return until === undefined
        ? 'The invitation has no end date.'
        : `The invitation is valid until ${until}.`
    return until === undefined
      ? `The invitation is valid from ${from}.`
      : `The invitation is valid from ${from}, until ${until}.`
  },
  yours: 'The link is yours alone and stands for your e-mail address: please do not forward this message.',
  unnamedKey: (hint) => `Key …${hint}`,
  more: (n) => (n === 1 ? 'And one more.' : `And ${n} more.`),

  invitation: {
    subject: (inviter, instance) =>
      inviter === undefined ? `Your invitation to ${instance}` : `${inviter} invites you to ${instance}`,
    heading: (instance) => `Welcome to ${instance}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, where you can ask for help and follow your requests.`,
    todo: 'Open your invitation, fill in the form and choose a password. It takes about two minutes.',
    todoFrom: (from) =>
      `From ${from} on, you can open your invitation, fill in the form and choose a password. It takes about two minutes: keep this message until then.`,
    writes: (inviter) => (inviter === undefined ? 'A message for you:' : `${inviter} writes:`),
    button: 'Create my account',
    why: (inviter, address, instance) =>
      inviter === undefined
        ? `You get this message because somebody at ${instance} entered ${address} to invite you.`
        : `You get this message because ${inviter} entered ${address} to invite you to ${instance}.`,
    ignore: 'If you did not expect it, ignore it: no account is made unless you fill in the form.',
  },
  reminder: {
    subject: (instance, day) => `Your invitation to ${instance} ends on ${day}`,
    heading: (day) => `Your invitation ends on ${day}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, and it seems that you have no account there yet. If you want one, create it before the invitation ends: it takes about two minutes.`,
    why: (inviter, address, instance) =>
      `You get this reminder because ${inviter ?? `somebody at ${instance}`} entered ${address} to invite you. There is only one for each end date.`,
    ignore: 'If you have your account already, or want none, there is nothing to do.',
  },
  reissued: {
    subject: (instance) => `The new link of your invitation to ${instance}`,
    heading: 'Your invitation has a new link',
    lead: (inviter, instance) =>
      `${inviter === undefined ? `The link of your invitation to ${instance} was replaced` : `${inviter} has replaced the link of your invitation to ${instance}`}. Please use this one from now on.`,
    oldUntil: (until) => `The link you had before still works until ${until}.`,
    oldDead: 'The link you had before no longer works.',
  },
  confirmation: {
    subject: (instance) => `Confirm your e-mail address for ${instance}`,
    heading: 'Is this your e-mail address?',
    lead: (address, instance) =>
      `The form for an account at ${instance} was filled in with the address ${address}. If that was you, confirm it: your account is made as soon as you do.`,
    button: 'Confirm my address',
    until: (until) =>
      `You can do so until ${until}. After that, open your invitation and fill in the form again.`,
    why: (instance) =>
      `You get this message because somebody who has an invitation to ${instance} entered your address in the form.`,
    ignore: 'If that was not you, ignore it: without your confirmation no account is made.',
  },
  accountExists: {
    subject: (instance) => `You already have an account at ${instance}`,
    heading: 'You already have an account',
    lead: (address, instance) =>
      `The form for a new account at ${instance} was filled in with the address ${address}, to which an account already belongs. If that was you, there is no need for another one: just sign in.`,
    forgotten: 'If you no longer know your password, the helpdesk can help you.',
    why: (instance) =>
      `You get this message because somebody who has an invitation to ${instance} entered your address in the form.`,
    ignore: 'If that was not you, there is nothing to do: your account has not changed.',
  },
  welcome: {
    subject: (instance) => `Your account at ${instance} is ready`,
    heading: 'Your account is ready',
    lead: (instance) => `Welcome to ${instance}. This is what you need to sign in:`,
    login: 'Your login',
    password: 'Your password',
    passwordValue: 'The one you chose. Nobody else knows it, and it is never sent by mail.',
    address: 'Where to sign in',
    from: 'You can sign in from',
    until: 'Your account ends on',
    button: 'Sign in',
    why: (address, instance, made) =>
      `You get this message because an account at ${instance} was created with the address ${address} on ${made}.`,
    ignore: 'If that was not you, please tell the helpdesk.',
  },
  joined: {
    subject: (name, instance) => `${name} has joined ${instance}`,
    subjectOfMany: (n, instance) => `${n} people have joined ${instance}`,
    lead: (name) => `${name} has used your invitation and can sign in now. There is nothing you need to do.`,
    leadOfMany:
      'They have used invitations of yours since yesterday and can sign in now. There is nothing you need to do.',
    login: 'Login',
    key: 'Key',
    at: 'Registered on',
    uses: 'Used',
    usesOf: (used, limit) => (limit === undefined ? `${used}, without limit` : `${used} of ${limit}`),
    button: 'See the key',
    buttonOfMany: 'See your keys',
    why: 'You get this message because you answer for the key that was used.',
  },
  lapsed: {
    subject: (key) => `Nobody used the invitation “${key}”`,
    subjectOfMany: (n) => `${n} invitations ended unused`,
    heading: (n) => (n === 1 ? 'An invitation ended unused' : `${n} invitations ended unused`),
    lead: (n) =>
      n === 1
        ? 'Nobody registered with this key before it ended:'
        : 'Nobody registered with these keys before they ended:',
    ended: (at) => `Ended on ${at}`,
    invited: (addresses) => `Invited: ${addresses}`,
    next: (n) =>
      n === 1
        ? 'If the account is still wanted, renew the key: its link works again, and you can send it once more. If not, there is nothing to do.'
        : 'Where an account is still wanted, renew the key: its link works again, and you can send it once more. For the others there is nothing to do.',
    button: (n) => (n === 1 ? 'Open the key' : 'See the keys'),
    why: 'You get this message because you answer for the keys it names.',
  },
  keyInTrouble: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'a key needs attention' : `${n} keys need attention`}`,
    heading: (n) => (n === 1 ? 'A key needs attention' : `${n} keys need attention`),
    lead: (n) =>
      n === 1
        ? 'Something has changed since this key was made. You can mend it before the people you invited run into it:'
        : 'Something has changed since these keys were made. You can mend it before the people you invited run into it:',
    button: (n) => (n === 1 ? 'Open the key' : 'See the keys'),
    why: 'You get this message because you answer for the keys it names, or look after the helpdesk. Keys are checked every day.',
  },
  linkRequested: {
    subject: (address, instance) => `${address} asks for a new link to ${instance}`,
    subjectOfMany: (n, instance) => `${n} people ask for new links to ${instance}`,
    heading: 'Somebody asks for a new link',
    lead: 'The link of an invitation was refused, and whoever opened it asks for a new one.',
    leadOfMany: 'The links of invitations were refused, and those who opened them ask for new ones.',
    address: 'Address typed',
    reason: 'Why it was refused',
    key: 'Key',
    reasons,
    writes: 'They write:',
    invited: 'The key is for this address. A new link goes there and nowhere else.',
    unproven:
      'The key is not for this address, and nobody has shown whose it is: make sure that you know this person before you answer.',
    next: 'Open the request: one button mails a new link, another declines. Nothing happens before that.',
    button: 'Answer the request',
    buttonOfMany: 'See the requests',
    why: 'You get this message because you answer for the key, or look after the helpdesk. Each address can ask once about a key.',
  },
  keysEnding: {
    subject: (n, instance) => `${instance}: ${n === 1 ? '1 key ends' : `${n} keys end`} soon`,
    heading: (n) => `${n === 1 ? '1 key ends' : `${n} keys end`} soon`,
    lead: (n) =>
      n === 1
        ? 'This key can still be used, and ends in the coming days:'
        : 'These keys can still be used, and end in the coming days:',
    ends: (until) => `Ends on ${until}`,
    left: (n) => (n === undefined ? 'Any number of uses left' : n === 1 ? '1 use left' : `${n} uses left`),
    next: 'To give people more time, open the key and renew it: the link stays the same.',
    button: 'See the keys',
    why: 'You get this message, once a week at most, because you answer for these keys or look after the helpdesk.',
  },
  webhookGone: {
    subject: (host, instance) => `${instance}: the webhook to ${host} was switched off`,
    heading: (host) => `${host} wants no messages any more`,
    lead: (host) =>
      `${host} has answered that this address is gone for good (410). It was switched off: nothing is sent there any more, and what waited was given up.`,
    next: 'Delete the webhook, or mend the receiver and switch it on again; then send again what was given up.',
    button: 'See the webhook',
  },
  issuerGone: {
    subject: (name, instance) => `${instance}: the keys of ${name} no longer work`,
    heading: (name) => `${name} can no longer answer for keys`,
    lead: (name, n) =>
      `The account of ${name} in GLPI is no longer active, or may no longer invite people. ${keys(n)} that could otherwise be used ${n === 1 ? 'is' : 'are'} refused since.`,
    next: 'Hand them over to somebody who may grant the same, and they work again; or revoke them.',
    button: 'See the keys',
    why: 'You get this message because you look after the helpdesk.',
  },
}
