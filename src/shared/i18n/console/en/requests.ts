import { reasons } from '../../refusal-reasons/en'
import type { RequestsMessages } from '../messages/requests'

export const requests: RequestsMessages = {
  title: 'Requests for new links',
  lead: 'People whose link was refused ask for a new one. Each address can ask once about a key.',
  waiting: (n, written) =>
    n === 1 ? '1 person asks for a new link' : `${written} people ask for a new link`,
  reasons,
  empty: {
    heading: 'Nobody is waiting',
    advice: 'Whoever opens a link that no longer works can ask for a new one there. It then stands here.',
  },
  answeredTitle: 'Answered',
  columns: { address: 'Who asks', key: 'Key', asked: 'Asked', state: 'Answer' },
  invited: 'Invited',
  unproven: 'Unproven',
  states: {
    asked: 'Waits',
    waiting: 'Waits',
    mailed: 'New link mailed by itself',
    granted: 'New link mailed',
    declined: 'Declined',
  },
  by: (who) => `by ${who}`,
  system: 'the system',
  gone: (id) => `user #${id}`,
  more: 'There are more: they follow when these are answered.',
  one: {
    title: (address) => `New link for ${address}`,
    facts: {
      address: 'Address',
      note: 'Message',
      reason: 'Why the link was refused',
      key: 'Key',
      asked: 'Asked',
      answered: 'Answered',
      given: 'New invitation',
    },
    noNote: 'None',
    invited: 'The key is for this address: a new link goes there and nowhere else.',
    unproven:
      'The key is not for this address, and nobody has shown whose it is. Make sure that you know this person: whoever has the old link can have typed it.',
    reissueLead: (until) =>
      `The key gets a new link and works until ${until}; the old link is dead. You answer for the key from then on.`,
    reissue: 'Mail a new link',
    invitationLead:
      'They get an invitation of their own on the same terms: for one person, for this address alone, mailed to it. You answer for it.',
    invitation: 'Mail an invitation of their own',
    declineLead: 'Nobody is written to, and this address cannot ask again about this key.',
    decline: 'Decline',
    otherTitle: 'Or else',
    other: 'Open the key, to renew it for everybody who has its link, or to see its history.',
    sending: 'One moment…',
    mayNot: 'To answer, you need the right to create or to change users.',
    back: 'All requests',
  },
  notices: {
    granted: 'A new link is on its way to them.',
    queued: 'The mail with the new link waits: no mail server is set up yet.',
    declined: 'The request is declined.',
  },
  problems: {
    answered: 'This request was answered meanwhile.',
    'not-yours':
      'You could not make this key with your active profile and entity, so you cannot give a new link of it. Somebody who may grant the same has to answer, or make them a key that you may give.',
    'account-past':
      'The account that this key gives would end on a date that has passed. Make them a new key with another date.',
    cannot:
      'The key does not permit this any more: look at its page, or answer with an invitation of their own.',
  },
}
