import type { RequestDescription, RequestWithStanding } from '../requests'
import { table } from './output'

export const linesOfRequests = (requests: readonly RequestDescription[], answered: boolean): string[] =>
  requests.length === 0
    ? [answered ? 'No requests were answered.' : 'No requests wait for an answer.']
    : table([
        ['REQUEST', 'STATE', 'ASKED', 'REFUSED', 'ADDRESS', 'KEY'],
        ...requests.map((one) => [
          one.uid,
          one.state,
          one.askedAt,
          one.refusal,
          one.address,
          one.keyLabel || `…${one.keyHint}`,
        ]),
      ])

export const linesOfRequest = (shown: RequestWithStanding): string[] => [
  `Request  ${shown.uid}`,
  `Address  ${shown.address} (${shown.invited ? 'the key is for it' : 'unproven: the key is not for it'})`,
  ...(shown.message === null ? [] : [`Message  ${shown.message.replace(/\s*\n\s*/g, ' / ')}`]),
  `Refused  ${shown.refusal}`,
  `Key      ${shown.keyUid}`,
  `Asked    ${shown.askedAt}`,
  `State    ${shown.state}`,
  ...(shown.givenKeyUid === null ? [] : [`Given    the link of key ${shown.givenKeyUid}`]),
]
