import { Command, InvalidArgumentError } from 'commander'
import type { Context } from '../context'
import {
  approveRegistration,
  getRegistration,
  type HeldRegistration,
  listHeld,
  rejectRegistration,
} from '../registration'
import type { WaitingState } from '../keys'
import type { CommandTools } from './command-tools'
import { deciderFor } from './decider'
import { parseUid } from './key-arguments'
import { print, table } from './output'

const listedAtMost = 1_000
const states = ['awaiting-confirmation', 'awaiting-approval'] as const satisfies readonly WaitingState[]

/** `registrations list|show|approve|reject`. */
export function registrationsCommand(tools: CommandTools): Command {
  const registrations = new Command('registrations').description('registrations that wait for something')

  registrations
    .command('list')
    .description('list registrations that are not finished, those that lapse first at the top')
    .option('--state <state>', states.join(' or '), parseState)
    .option('--key <uid>', 'with this key only', parseUid)
    .option('--json', 'print one JSON array', false)
    .action(({ state, key, json }: { state?: WaitingState; key?: string; json: boolean }) =>
      tools.withContext(async (context) => {
        const filter = { scope: { kind: 'all' as const }, state, keyUid: key }
        const held = await listHeld(context.db, filter, { now: context.clock.now(), limit: listedAtMost })
        print(tools.terminal, json, held.map(viewHeld), () =>
          held.length === 0
            ? ['No registration is waiting.']
            : table([
                ['REGISTRATION', 'WAITS FOR', 'LOGIN', 'ADDRESS', 'UNTIL'],
                ...held.map((one) => [
                  one.uid,
                  one.state.replace('awaiting-', ''),
                  one.login,
                  one.email,
                  one.until.toISOString(),
                ]),
              ]),
        )
      }),
    )

  registrations
    .command('show')
    .description('show what has become of a registration')
    .argument('<uid>', 'of the registration', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const shown = await detail(context, uid)
        print(tools.terminal, json, shown, () => linesOf(shown))
      }),
    )

  registrations
    .command('approve')
    .description('make the accounts of registrations that wait for approval')
    .argument('<uid...>', 'of the registrations', collectUid, [])
    .option('--as <login>', 'in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON array', false)
    .action((uids: string[], { as, json }: { as?: string; json: boolean }) =>
      tools.withContext(async (context) => {
        for (const uid of uids)
          await approveRegistration(context, await deciderFor(tools, context, uid, as), uid)
        await say(context, uids, json)
      }),
    )

  registrations
    .command('reject')
    .description('turn registrations away; the people are told why')
    .argument('<uid...>', 'of the registrations', collectUid, [])
    .requiredOption('--reason <text>', 'what the people read')
    .option('--as <login>', 'in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON array', false)
    .action((uids: string[], { reason: why, as, json }: { reason: string; as?: string; json: boolean }) =>
      tools.withContext(async (context) => {
        for (const uid of uids)
          await rejectRegistration(context, await deciderFor(tools, context, uid, as), { uid, why })
        await say(context, uids, json)
      }),
    )

  async function say(context: Context, uids: readonly string[], json: boolean): Promise<void> {
    const shown: Awaited<ReturnType<typeof detail>>[] = []
    for (const uid of uids) shown.push(await detail(context, uid))
    print(tools.terminal, json, shown, () => shown.map(({ uid, state }) => `${uid}  ${state}`))
  }
  return registrations
}

const viewHeld = ({ askedAt, until, isProven, accepted, ...held }: HeldRegistration) => ({
  ...held,
  addressProven: isProven,
  acceptedTerms: accepted?.version ?? null,
  acceptedTermsAt: accepted?.at.toISOString() ?? null,
  askedAt: askedAt.toISOString(),
  until: until.toISOString(),
})

async function detail(context: Context, uid: string) {
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

const linesOf = (shown: Awaited<ReturnType<typeof detail>>): string[] => [
  `Registration  ${shown.uid}`,
  `Key           ${shown.keyUid}`,
  `State         ${shown.state}`,
  ...(shown.until === null ? [] : [`Until         ${shown.until}`]),
  ...(shown.login === null ? [] : [`Account       ${shown.login} (user ${shown.usersId ?? ''})`]),
  ...(shown.acceptedTerms === null
    ? []
    : [`Terms         ${shown.acceptedTerms}, accepted ${shown.acceptedTermsAt ?? ''}`]),
  ...(shown.endReason === null ? [] : [`Ended         ${shown.endReason}`]),
  ...(shown.why === null ? [] : [`Reason        ${shown.why.replaceAll('\n', ' / ')}`]),
]

const collectUid = (text: string, before: string[]): string[] => [...before, parseUid(text)]

function parseState(text: string): WaitingState {
  const state = states.find((one) => one === text)
  if (state === undefined) throw new InvalidArgumentError(`It must be ${states.join(' or ')}.`)
  return state
}
