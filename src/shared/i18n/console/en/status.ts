import type { StatusMessages } from '../messages/status'

export const status: StatusMessages = {
  title: 'Status',
  lead: 'Everything the server needs, looked at just now.',
  again: 'Look again',
  inEnglish: 'What the checks say is the same as on the command line.',
  summary: {
    good: 'All is well.',
    warn: (n) => (n === 1 ? 'One thing should be looked at.' : `${n} things should be looked at.`),
    bad: (n) => (n === 1 ? 'One thing does not work.' : `${n} things do not work.`),
  },
  columns: { check: 'Check', state: 'State', message: 'What was found, and what to do' },
  states: { ok: 'Good', warn: 'Look at this', fail: 'Does not work' },
  checks: {
    configuration: 'Settings',
    database: 'Database server',
    migrations: 'Our tables',
    glpi: 'GLPI',
    grants: 'Rights of the database account',
    'key-ring': 'Key ring',
    'public-url': 'Public address',
    clock: 'Clock',
    'time-zones': 'Time zones',
    mail: 'Mail server',
    altcha: 'Proof of work',
    background: 'Background work',
    webhooks: 'Webhooks',
  },
  commandLine: 'On the server, this command says the same:',
  jobs: {
    title: 'Background work',
    lead: 'What is done without anybody asking, by the server or by “glpi-invite work”.',
    columns: { job: 'Work', state: 'State', last: 'Last time', outcome: 'What it did', next: 'Next time' },
    states: {
      running: 'Under way',
      done: 'Done',
      failed: 'Failed',
      late: 'Late',
      waiting: 'Not yet done',
    },
    never: 'never',
    names: {
      'sweep-holds': 'Giving back uses of registrations that were not finished in time',
      approvals: 'Reminding of registrations that wait for approval',
      verify: 'Holding keys against GLPI',
      reseal: 'Sealing codes with the newest key of the ring',
      requests: 'Requests for new links',
      reminders: 'Reminders to those who have not used their invitation',
      lapsed: 'Telling inviters what ended unused',
      digest: 'The weekly mail about keys that end soon',
      events: 'Giving events their positions',
      post: 'Sending mails',
      webhooks: 'Telling webhooks what happened',
      retention: 'Forgetting personal data whose time is over',
    },
  },
  killSwitch: {
    title: 'Kill switch',
    lead: 'While it is on, nobody can register with any key of this helpdesk. Nothing is spent and no key is lost: people are told to try again later. Everything else goes on.',
    isOff: 'The kill switch is off: people can register.',
    stops: (n, written) =>
      n === 0
        ? 'No key is usable at the moment.'
        : `It will stop ${written} usable ${n === 1 ? 'key' : 'keys'}, of all entities.`,
    understood: 'Yes, nobody shall be able to register',
    notUnderstood: 'Tick the box to confirm. Nothing has changed yet.',
    turnOn: 'Stop all registrations',
    isOn: (since) => `The kill switch is on since ${since}: nobody can register.`,
    waits: (n, written) =>
      n === 0
        ? 'No key waits behind it.'
        : `${written} ${n === 1 ? 'key waits' : 'keys wait'} behind it, of all entities.`,
    turnOff: 'Let people register again',
    notices: {
      on: 'Registrations are stopped. Every page of the console says so until you end it.',
      off: 'People can register again.',
    },
  },
}
