import { table } from './output'

/** A request for a new link, as programs are told it. */
export interface RequestDescription {
  uid: string
  key: string
  address: string
  message: string | null
  refusal: string
  state: string
  askedAt: string
  answeredAt: string | null
  answeredBy: number | null
  givenKey: string | null
}

/** @param requests with what the key is called */
export const linesOfRequests = (
  requests: readonly (RequestDescription & { about: string })[],
  answered: boolean,
): string[] =>
  requests.length === 0
    ? [answered ? 'No requests were answered.' : 'No requests wait for an answer.']
    : table([
        ['REQUEST', 'STATE', 'ASKED', 'REFUSED', 'ADDRESS', 'KEY'],
        ...requests.map((one) => [one.uid, one.state, one.askedAt, one.refusal, one.address, one.about]),
      ])

/** @param shown `invited`: the key is for that address */
export const linesOfRequest = (shown: RequestDescription & { invited: boolean }): string[] => [
  `Request  ${shown.uid}`,
  `Address  ${shown.address} (${shown.invited ? 'the key is for it' : 'unproven: the key is not for it'})`,
  ...(shown.message === null ? [] : [`Message  ${shown.message.replace(/\s*\n\s*/g, ' / ')}`]),
  `Refused  ${shown.refusal}`,
  `Key      ${shown.key}`,
  `Asked    ${shown.askedAt}`,
  `State    ${shown.state}`,
  ...(shown.givenKey === null ? [] : [`Given    the link of key ${shown.givenKey}`]),
]
