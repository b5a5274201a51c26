import type { EndMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'a minute' : `${n} minutes`)
const characters = (n: number) => (n === 1 ? '1 character' : `${n} characters`)

export const ends: EndMessages = {
  deadEnd: {
    ended: (until) => `It could be used until ${until}.`,
    begins: (from) => `You can use it from ${from}.`,
    shared:
      'A link is for a certain number of people, often for one. If you passed it on to a friend, or a friend to you, each of you needs an invitation of your own.',
    whom: { title: 'Who can help you', inviter: 'Your invitation came from', helpdesk: 'The helpdesk' },
    ask: {
      title: 'Ask for a new link',
      lead: 'Your request goes to those who look after invitations. You can ask once.',
      address: 'Your e-mail address',
      addressHint: 'The new link is sent there. If you were invited by e-mail, use that same address.',
      note: 'Message (optional)',
      noteHint: 'Your name, and how they know you: it helps them to answer.',
      noteTooLong: (limit) => `This is too long. There is room for ${limit} characters.`,
      submit: 'Ask for a new link',
      sending: 'One moment, your request is being passed on…',
      titleWithErrors: (title) => `Please check the form – ${title}`,
      throttled: (n) =>
        `Many requests have come from your connection. You may share it with others. Try again in ${minutes(n)}, or ask the people named above.`,
    },
    own: {
      heading: 'You have registered already',
      reason: (when) => `Your account was created with this link on ${when}. It is not needed any more.`,
      advice: 'Sign in with the login and the password that you chose then.',
      again: (when) =>
        `An account was created here with this link on ${when}. If it is yours, there is no need for another one: just sign in.`,
    },
  },

  asked: {
    title: 'Your request has been passed on',
    lead: 'Those who look after invitations can see it now.',
    mailbox:
      'If this invitation was sent to the address that you gave, a new link may be on its way there already: look into your mailbox in the next few minutes, in the spam folder too.',
    others: 'Otherwise somebody has to look at it first. You hear by e-mail when they send you a new link.',
  },

  codeBox: {
    lost: 'Nothing is lost: your invitation is still good. This page just does not know any more which one is yours, as after a while, in another browser or without cookies. Open the link in your invitation again, or paste it here.',
    check: {
      complete: 'The code is complete.',
      completeLink: 'That is an invitation link, and it is complete.',
      test: 'This is a code for trying things out.',
      otherStart: 'A code starts with GLPI. Look where it begins.',
      otherCharacter: (character) => `“${character}” is in no code. Look at it again.`,
      more: (n) => `${characters(n)} still missing.`,
      tooMany: (n) => `${characters(n)} too many.`,
      mistyped: 'Something is mistyped: two characters may be swapped, or look alike.',
    },
  },

  sending: {
    slow: 'This takes longer than usual. You can send it again: nothing is done twice.',
    offline:
      'There is no connection at the moment. What you typed stays here: send it when you are online again.',
  },
}
