import { type DetailedKey, isAllowed } from '../keys'
import type { AskableRefusal } from '../shared/askable'
import type { LinkRequest, RequestState } from './link-request'
import type { ListedRequest } from './requests-store'

/** A request for a new link as programs are told of it. */
export interface RequestDescription {
  uid: string
  keyUid: string
  keyLabel: string
  keyHint: string
  /** As it was typed: nobody has shown that it is theirs. */
  address: string
  message: string | null
  /** Why their link was refused. */
  refusal: AskableRefusal
  state: RequestState
  askedAt: string
  answeredAt: string | null
  /** The id in GLPI; null: the server, or nobody yet. */
  answeredBy: number | null
  /** The key whose link was mailed. */
  givenKeyUid: string | null
}

export const describeRequest = (
  request: LinkRequest,
  { keyLabel, keyHint }: Pick<ListedRequest, 'keyLabel' | 'keyHint'>,
): RequestDescription => ({
  uid: request.uid,
  keyUid: request.keyUid,
  keyLabel,
  keyHint,
  address: request.address,
  message: request.note === '' ? null : request.note,
  refusal: request.refusal,
  state: request.state,
  askedAt: request.askedAt.toISOString(),
  answeredAt: request.answeredAt?.toISOString() ?? null,
  answeredBy: request.answeredBy ?? null,
  givenKeyUid: request.givenKeyUid ?? null,
})

/** The same with whether its key is for that address. */
export interface RequestWithStanding extends RequestDescription {
  invited: boolean
}

export const describeRequestOf = (request: LinkRequest, key: DetailedKey): RequestWithStanding => ({
  ...describeRequest(request, { keyLabel: key.label, keyHint: key.codes[0]?.hint ?? '' }),
  invited: key.isBound && isAllowed(key, request.address),
})
