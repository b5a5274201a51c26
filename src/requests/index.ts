export { askForLink, AskRefused, type AskProblems, problemsOfAsking } from './ask-for-link'
export { type AskLimits, createAskLimits } from './ask-limits'
export {
  type Answerer,
  declineRequest,
  getRequest,
  grantByInvitation,
  grantByReissue,
  RequestAnswered,
} from './answer-request'
export { answerAsFits } from './answer-as-fits'
export {
  describeRequest,
  describeRequestOf,
  type RequestDescription,
  type RequestWithStanding,
} from './describe-request'
export { isOpen, type LinkRequest, noteLength, requestStates } from './link-request'
export { canBeReissued, workingUntil } from './new-life'
export { countOpenRequests, findRequest, type ListedRequest, listRequests } from './requests-store'
export { settleRequests } from './settle-requests'
export { tellOfRequests } from './tell-of-requests'
