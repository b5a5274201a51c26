import type { RegistrationDescription } from '../../registration'
import type { RegistrationActions } from '../definitions/registrations'
import { print } from '../output'
import { linesOfRegistration, linesOfRegistrations } from '../registration-view'
import { readPages, type Remote } from './remote'

const listedAtMost = 1_000

/** The commands below `registrations`, over the API. */
export function registrationActions(remote: Remote): RegistrationActions {
  const { api, terminal } = remote
  const decide = async (
    uids: readonly string[],
    json: boolean,
    one: (uid: string) => Promise<RegistrationDescription>,
  ): Promise<void> => {
    const decided: RegistrationDescription[] = []
    for (const uid of uids) decided.push(await one(uid))
    print(terminal, json, decided, () => decided.map(({ uid, state }) => `${uid}  ${state}`))
  }
  return {
    async list({ state = 'waiting', json, ...filter }) {
      const query = { ...filter, state: state === 'any' ? undefined : state, limit: listedAtMost }
      const found = await readPages<RegistrationDescription>(remote, '/registrations', query)
      print(terminal, json, found, () => linesOfRegistrations(found))
    },
    async show(uid, { json }) {
      const shown = await api.get<RegistrationDescription>(`/registrations/${uid}`)
      print(terminal, json, shown, () => linesOfRegistration(shown))
    },
    approve: (uids, { json }) => decide(uids, json, (uid) => api.post(`/registrations/${uid}/approval`)),
    reject: (uids, { reason, json }) =>
      decide(uids, json, (uid) => api.post(`/registrations/${uid}/rejection`, { reason })),
  }
}
