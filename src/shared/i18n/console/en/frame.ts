import type { FrameMessages } from '../messages/frame'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const frame: FrameMessages = {
  brand: 'Invitations',
  skipToContent: 'Skip to the content',
  menu: 'Menu',
  nav: {
    home: 'Home',
    keys: 'Keys',
    newKey: 'New key',
    batch: 'Many at once',
    presets: 'Presets',
    requests: 'Requests',
    audit: 'Audit',
    tokens: 'API tokens',
    status: 'Status',
    webhooks: 'Webhooks',
    privacy: 'Privacy',
    killSwitch: 'Kill switch',
  },
  actingAs: (profile, entity) => `${profile} in ${entity}`,
  switchTitle: 'Profile and entity',
  switchLabel: 'Act as',
  switchSubmit: 'Switch',
  andBelow: 'and below',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  toGlpi: 'Open GLPI',
  stopped: (since) => `The kill switch is on since ${since}: nobody can register, and nothing is spent.`,
  stoppedLink: 'Look at the kill switch',
  reference: 'If you ask for help, give this reference:',
  notices: {
    signedOut: 'You are signed out.',
    signedOutEverywhere: 'You are signed out here and wherever else you were signed in.',
    switched: 'You have switched. Lists and forms now show what this profile and entity allow.',
  },
  errors: {
    notFound: {
      heading: 'There is nothing at this address',
      reason:
        'What you are looking for does not exist, or lies in an entity that you are not looking after at the moment.',
      advice: 'Check the address, switch to another profile or entity, or go back to the list of keys.',
    },
    formUnreadable: {
      heading: 'The form could not be used',
      reason:
        'It was made before you signed in last, or it did not arrive in one piece. Nothing was changed.',
      advice: 'Go back, reload the page, and send the form again.',
    },
    internal: {
      heading: 'Something went wrong on our side',
      reason: 'It is not your doing. We have kept a record of what happened.',
      advice:
        'Try again in a few minutes. If it happens again, look into the server’s log for the reference.',
    },
    unavailable: {
      heading: 'This does not work at the moment',
      reason: 'The database or GLPI cannot be used right now. Nothing was changed.',
      advice: 'Try again in a few minutes. “glpi-invite doctor” on the server tells what is wrong.',
    },
    policy: {
      heading: 'This is more than keys may be here',
      reason:
        'The server’s configuration limits for how many people a key may be, how long it works, and how many keys one administrator has. Nothing was changed.',
      advice:
        'Go back and ask for less, or ask whoever runs the server to raise the limit (MAX_USES, MAX_LIFETIME, KEYS_PER_DAY, PENDING_INVITATIONS, ALLOW_UNLIMITED, ALLOW_NEVER).',
    },
    input: {
      heading: 'This cannot be done',
      reason: 'Something in the request is not acceptable. Nothing was changed.',
      advice: 'Go back, correct it, and try again.',
    },
  },
  notAllowed: {
    heading: 'Your profile does not allow this',
    reason: 'What you may do here follows from the rights of your active profile in GLPI.',
    advice: 'Switch to another profile or entity, or ask an administrator of GLPI for the right.',
    missing: {
      'see-keys': 'This takes the right to read users.',
      'create-keys': 'This takes the right to create users.',
      'update-keys': 'This takes the right to update users.',
      configure: 'This takes the right to update GLPI’s configuration.',
    },
  },
  time: {
    never: 'never',
    over: 'over',
    days: (n) => plural(n, 'day', 'days'),
    hours: (n) => plural(n, 'hour', 'hours'),
    minutes: (n) => plural(n, 'minute', 'minutes'),
  },
}
