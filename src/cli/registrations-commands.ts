import type { Context } from '../context'
import {
  approveRegistration,
  describeRegistration,
  describeRegistrations,
  type RegistrationDescription,
  rejectRegistration,
} from '../registration'
import type { CommandTools } from './command-tools'
import { deciderFor } from './decider'
import type { RegistrationActions } from './definitions/registrations'
import { print } from './output'
import { readSpan } from '../shared/read-span'
import { linesOfRegistration, linesOfRegistrations } from './registration-view'
import { withOptionNames } from './with-option-names'

const listedAtMost = 1_000
const waiting = ['awaiting-confirmation', 'awaiting-approval'] as const
const everywhere = { kind: 'all' } as const

/** The commands below `registrations`, on the server. */
export const registrationActions = (tools: CommandTools): RegistrationActions => {
  const say = async (context: Context, uids: readonly string[], json: boolean): Promise<void> => {
    const shown: RegistrationDescription[] = []
    for (const uid of uids) shown.push(await describeRegistration(context, uid, everywhere))
    print(tools.terminal, json, shown, () => shown.map(({ uid, state }) => `${uid}  ${state}`))
  }
  return {
    list: ({ state, key, email, login, from, to, json }) =>
      tools.withContext(async (context) => {
        const states = state === undefined ? waiting : state === 'any' ? undefined : [state]
        const span = await withOptionNames(() => readSpan({ from, to }, context.config.timeZone))
        const filter = { scope: everywhere, states, keyUid: key, email, login, ...span }
        const shown = await describeRegistrations(context, filter, { limit: listedAtMost })
        print(tools.terminal, json, shown, () => linesOfRegistrations(shown))
      }),
    show: (uid, { json }) =>
      tools.withContext(async (context) => {
        const shown = await describeRegistration(context, uid, everywhere)
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
