import type { DetailedKey } from '../keys'
import { type AnswerDeps, type Answerer, grantByInvitation, grantByReissue } from './answer-request'
import type { LinkRequest } from './link-request'
import { canBeReissued } from './new-life'

/** With the key itself where that is for the address alone, else with a key of their own. @throws as either */
export function answerAsFits(
  deps: AnswerDeps,
  by: Answerer,
  { request, key }: { request: LinkRequest; key: DetailedKey },
): Promise<LinkRequest> {
  const isSame = canBeReissued(key, request.address, deps.clock.now())
  return isSame ? grantByReissue(deps, by, request.uid) : grantByInvitation(deps, by, request.uid)
}
