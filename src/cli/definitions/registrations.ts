import { Command, InvalidArgumentError } from 'commander'
import { parseUid } from '../key-arguments'
import { examples } from './examples'

const states = ['awaiting-confirmation', 'awaiting-approval', 'completed', 'released'] as const
type State = (typeof states)[number]

export interface ListRegistrationsOptions {
  state?: State
  key?: string
  json: boolean
}

export interface ApproveOptions {
  as?: string
  json: boolean
}

export interface RejectOptions extends ApproveOptions {
  reason: string
}

export interface RegistrationActions {
  list(options: ListRegistrationsOptions): Promise<void>
  show(uid: string, options: { json: boolean }): Promise<void>
  approve(uids: readonly string[], options: ApproveOptions): Promise<void>
  reject(uids: readonly string[], options: RejectOptions): Promise<void>
}

const uid = '0190a1b2-c3d4-7e5f-8a6b-1234567890ab'

/** `registrations list|show|approve|reject`. */
export function registrationsCommand(actions: RegistrationActions): Command {
  const registrations = new Command('registrations').description(
    'who registered, and what waits for something',
  )

  registrations
    .command('list')
    .description('list registrations that wait for something, the newest first')
    .option('--state <state>', `those in this state instead: ${states.join(', ')}`, parseState)
    .option('--key <uid>', 'with this key only', parseUid)
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples([
        'Whom somebody has to decide about',
        'glpi-invite registrations list --state awaiting-approval',
      ]),
    )
    .action((options: ListRegistrationsOptions) => actions.list(options))

  registrations
    .command('show')
    .description('show what has become of a registration')
    .argument('<uid>', 'of the registration', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Whether the account is there', `glpi-invite registrations show ${uid}`]))
    .action((which: string, options: { json: boolean }) => actions.show(which, options))

  registrations
    .command('approve')
    .description('make the accounts of registrations that wait for approval')
    .argument('<uid...>', 'of the registrations', collectUid, [])
    .option('--as <login>', 'in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', examples(['Welcome', `glpi-invite registrations approve ${uid}`]))
    .action((uids: string[], options: ApproveOptions) => actions.approve(uids, options))

  registrations
    .command('reject')
    .description('turn registrations away; the people are told why')
    .argument('<uid...>', 'of the registrations', collectUid, [])
    .requiredOption('--reason <text>', 'what the people read')
    .option('--as <login>', 'in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples([
        'Nobody knows them',
        `glpi-invite registrations reject ${uid} --reason "Please ask your manager."`,
      ]),
    )
    .action((uids: string[], options: RejectOptions) => actions.reject(uids, options))

  return registrations
}

const collectUid = (text: string, before: string[]): string[] => [...before, parseUid(text)]

function parseState(text: string): State {
  const state = states.find((one) => one === text)
  if (state === undefined) throw new InvalidArgumentError(`It must be one of ${states.join(', ')}.`)
  return state
}
