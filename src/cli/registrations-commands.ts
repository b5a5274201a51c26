import type { Context } from '../context'
import {
  approveRegistration,
  getRegistration,
  type HeldRegistration,
  listHeld,
  rejectRegistration,
} from '../registration'
import type { CommandTools } from './command-tools'
import { deciderFor } from './decider'
import type { RegistrationActions } from './definitions/registrations'
import { print } from './output'
import {
  type HeldDescription,
  linesOfHeld,
  linesOfRegistration,
  type RegistrationDescription,
} from './registration-view'

const listedAtMost = 1_000

/** The commands below `registrations`, on the server. */
export const registrationActions = (tools: CommandTools): RegistrationActions => {
  const say = async (context: Context, uids: readonly string[], json: boolean): Promise<void> => {
    const shown: RegistrationDescription[] = []
    for (const uid of uids) shown.push(await detail(context, uid))
    print(tools.terminal, json, shown, () => shown.map(({ uid, state }) => `${uid}  ${state}`))
  }
  return {
    list: ({ state, key, json }) =>
      tools.withContext(async (context) => {
        const filter = { scope: { kind: 'all' as const }, state, keyUid: key }
        const held = await listHeld(context.db, filter, { now: context.clock.now(), limit: listedAtMost })
        const shown = held.map(viewHeld)
        print(tools.terminal, json, shown, () => linesOfHeld(shown))
      }),
    show: (uid, { json }) =>
      tools.withContext(async (context) => {
        const shown = await detail(context, uid)
        print(tools.terminal, json, shown, () => linesOfRegistration(shown))
      }),
    approve: (uids, { as, json }) =>
      tools.withContext(async (context) => {
        for (const uid of uids)
          await approveRegistration(context, await deciderFor(tools, context, uid, as), uid)
        await say(context, uids, json)
      }),
    reject: (uids, { reason: why, as, json }) =>
      tools.withContext(async (context) => {
        for (const uid of uids)
          await rejectRegistration(context, await deciderFor(tools, context, uid, as), { uid, why })
        await say(context, uids, json)
      }),
  }
}

const viewHeld = ({ askedAt, until, isProven, accepted, ...held }: HeldRegistration): HeldDescription => ({
  ...held,
  addressProven: isProven,
  acceptedTerms: accepted?.version ?? null,
  acceptedTermsAt: accepted?.at.toISOString() ?? null,
  askedAt: askedAt.toISOString(),
  until: until.toISOString(),
})

async function detail(context: Context, uid: string): Promise<RegistrationDescription> {
  const registration = await getRegistration(context, uid)
  const { keyUid, state, accepted } = registration
  return {
    uid,
    keyUid,
    state,
    until: 'until' in registration ? registration.until.toISOString() : null,
    usersId: state === 'completed' ? registration.usersId : null,
    login: state === 'completed' ? registration.login : null,
    endReason: state === 'released' ? registration.reason : null,
    why: state === 'released' ? (registration.why ?? null) : null,
    acceptedTerms: accepted?.version ?? null,
    acceptedTermsAt: accepted?.at.toISOString() ?? null,
  }
}
