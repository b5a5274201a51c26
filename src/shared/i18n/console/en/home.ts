import type { HomeMessages } from '../messages/home'

export const home: HomeMessages = {
  title: 'Home',
  needs: {
    title: 'What needs you',
    nothing: 'Nothing needs you at the moment. Keys that end soon, or have no place left, will stand here.',
    ending: (n, written) =>
      n === 1
        ? '1 key ends within 7 days and has places left'
        : `${written} keys end within 7 days and have places left`,
    usedUp: (n, written) =>
      n === 1 ? '1 key was used up in the last 30 days' : `${written} keys were used up in the last 30 days`,
    usedUpHint: 'Whoever opens their links now is told that no place is left.',
    placesLeft: (n, written) => `${written} ${n === 1 ? 'place' : 'places'} left`,
    unlimited: 'unlimited',
    endsIn: (left) => `ends in ${left}`,
    allUsed: (n, written) => (n === 1 ? 'its one place is taken' : `all ${written} places are taken`),
    all: 'See all of them',
    inTrouble: (n, written) => (n === 1 ? '1 key is in trouble' : `${written} keys are in trouble`),
    checkNow: 'Check all keys against GLPI now',
    checkNowHint: 'This is done every day by itself.',
    checked: 'All keys were held against GLPI as it is now.',
    checkBusy: 'Somebody is checking them already: look again in a minute.',
    inTroubleHint: 'GLPI or this helpdesk has changed since they were made.',
  },
  chart: {
    title: 'The last 30 days',
    description: (accounts, keys) =>
      `A bar for each day shows the accounts made, ${accounts} in all; a line shows the keys made, ${keys} in all. A table with the same numbers follows.`,
    accounts: (n) => (n === 1 ? 'account made' : 'accounts made'),
    keys: (n) => (n === 1 ? 'key made' : 'keys made'),
    day: (day, accounts, keys) => `${day}: ${accounts}, ${keys}`,
    nothing: 'No account and no key was made in the last 30 days.',
    asTable: 'The same as a table',
    columns: { day: 'Day', accounts: 'Accounts made', keys: 'Keys made' },
  },
  newest: {
    title: 'Newest registrations',
    none: 'Nobody has registered in the last 30 days.',
    columns: { who: 'Who', key: 'Key', when: 'When' },
  },
}
