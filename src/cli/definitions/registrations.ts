import { Command, InvalidArgumentError } from 'commander'
import { parseUid } from '../key-arguments'
import { examples } from './examples'

const states = ['awaiting-confirmation', 'awaiting-approval', 'completed', 'released'] as const
const listable = [...states, 'any'] as const
type State = (typeof listable)[number]

export interface ListRegistrationsOptions {
  state?: State
  key?: string
  email?: string
  login?: string
  from?: string | undefined
  to?: string | undefined
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
    .option('--state <state>', `those in this state instead: ${listable.join(', ')}`, parseState)
    .option('--key <uid>', 'with this key only', parseUid)
    .option('--email <address>', 'of whoever registered with this address')
    .option('--login <login>', 'of whoever chose this login')
    .option('--from <date>', 'asked for since then (ISO 8601)')
    .option('--to <date>', 'asked for until then; a bare date: to the end of that day')
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples(
        ['Whom somebody has to decide about', 'glpi-invite registrations list --state awaiting-approval'],
        ['What has become of somebody', 'glpi-invite registrations list --state any --email ada@example.org'],
        [
          'Who got an account in January',
          'glpi-invite registrations list --state completed --from 2027-01-01 --to 2027-01-31 --json',
        ],
      ),
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
  const state = listable.find((one) => one === text)
  if (state === undefined) throw new InvalidArgumentError(`It must be one of ${listable.join(', ')}.`)
  return state
}
