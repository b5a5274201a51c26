import type { RequestDescription, RequestWithStanding } from '../../requests'
import type { RequestActions } from '../definitions/requests'
import { tellQueued } from '../mail-words'
import { print } from '../output'
import { linesOfRequest, linesOfRequests } from '../request-view'
import { readPages, type Remote } from './remote'

const listedAtMost = 1_000

/** The commands below `requests`, over the API. */
export function requestActions(remote: Remote): RequestActions {
  const { api, terminal } = remote
  const say = (request: RequestWithStanding, json: boolean, more: readonly string[] = []): void =>
    print(terminal, json, request, () => [...linesOfRequest(request), ...more])
  return {
    async list({ answered, json }) {
      const query = { which: answered ? 'answered' : 'open', limit: listedAtMost }
      const found = await readPages<RequestDescription>(remote, '/requests', query)
      print(terminal, json, found, () => linesOfRequests(found, answered))
    },
    async show(uid, { json }) {
      say(await api.get<RequestWithStanding>(`/requests/${uid}`), json)
    },
    async answer(uid, { invitation, json }) {
      const body = invitation ? { with: 'invitation' } : {}
      say(await api.post<RequestWithStanding>(`/requests/${uid}/answer`, body), json, tellQueued('there', 1))
    },
    async decline(uid, { json }) {
      say(await api.post<RequestWithStanding>(`/requests/${uid}/refusal`), json)
    },
  }
}
