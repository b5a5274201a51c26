import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { type Scope, scopes } from '../../shared/scopes'
import { type TokenState, tokenStates } from '../../shared/token-states'
import { collect, examples } from './examples'

interface CommonOptions {
  as?: string
  json: boolean
}

export interface CreateTokenOptions extends CommonOptions {
  as: string
  label: string
  scope: Scope[]
  expiresIn?: string
  from: string[]
  profile?: string
  entity?: string
}

export interface ListTokensOptions extends CommonOptions {
  state?: TokenState
}

export interface RotateTokenOptions extends CommonOptions {
  overlap?: string
  expiresIn?: string
}

export interface TokenActions {
  create(options: CreateTokenOptions): Promise<void>
  list(options: ListTokensOptions): Promise<void>
  show(uid: string, options: CommonOptions): Promise<void>
  rotate(uid: string, options: RotateTokenOptions): Promise<void>
  revoke(uid: string, options: CommonOptions): Promise<void>
}

const someUid = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'

/** `tokens create|list|show|rotate|revoke`. */
export function tokensCommand(actions: TokenActions): Command {
  const tokens = new Command('tokens').description('tokens with which scripts work over the API')

  tokens
    .command('create')
    .description('make a token and print it, once')
    .requiredOption('--as <login>', 'whose it is: it may do what this GLPI user may, and only while they may')
    .requiredOption('--label <text>', 'what it is for')
    .requiredOption(
      '--scope <scope>',
      `what it may be used for; repeat it for more: ${scopes.join(', ')}`,
      (text: string, before: Scope[]) => [...before, parseScope(text)],
      [],
    )
    .option('--expires-in <duration>', 'how long it works, such as 30d (default: 90d)')
    .option(
      '--from <range>',
      'an address, or a range such as 10.1.0.0/16, that it works from; repeat it for more (default: anywhere)',
      collect,
      [],
    )
    .option('--profile <id or name>', 'under which profile of theirs (default: the first that is enough)')
    .option('--entity <id or name>', 'in which entity of theirs')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples([
        'For the script that invites new colleagues, into a file',
        'glpi-invite tokens create --as marie.curie --label HR --scope keys:create --scope keys:read > token',
      ]),
    )
    .action((options: CreateTokenOptions) => actions.create(options))

  tokens
    .command('list')
    .description('list tokens, the newest first')
    .addOption(new Option('--state <state>', 'only those in this state').choices(tokenStates))
    .option('--as <login>', 'only those that this GLPI user looks after')
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', examples(['Those that still work', 'glpi-invite tokens list --state usable']))
    .action((options: ListTokensOptions) => actions.list(options))

  tokens
    .command('show')
    .description('show what is known of a token; the token itself is shown only once')
    .argument('<uid>', 'the id of the token', parseTokenUid)
    .option('--as <login>', 'look at it with the rights of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['When it was used last', `glpi-invite tokens show ${someUid}`]))
    .action((uid: string, options: CommonOptions) => actions.show(uid, options))

  tokens
    .command('rotate')
    .description('give a token a new secret and print it, once; the old one goes on working for a while')
    .argument('<uid>', 'the id of the token', parseTokenUid)
    .option('--overlap <duration>', 'for how long the old one works, up to 7d; 0: not at all (default: 24h)')
    .option('--expires-in <duration>', 'how long the new one works (default: as long as the old one did)')
    .option('--as <login>', 'do it as this GLPI user, whose token it is')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(['A new secret, both work for a day', `glpi-invite tokens rotate ${someUid} --overlap 24h`]),
    )
    .action((uid: string, options: RotateTokenOptions) => actions.rotate(uid, options))

  tokens
    .command('revoke')
    .description('end a token at once')
    .argument('<uid>', 'the id of the token', parseTokenUid)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['It got into wrong hands', `glpi-invite tokens revoke ${someUid}`]))
    .action((uid: string, options: CommonOptions) => actions.revoke(uid, options))

  return tokens
}

function parseScope(text: string): Scope {
  const scope = scopes.find((one) => one === text.trim())
  if (scope !== undefined) return scope
  throw new InvalidArgumentError(`It must be one of ${scopes.join(', ')}.`)
}

function parseTokenUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError(
    'It must be the id of a token, as "glpi-invite tokens list" shows it (not the token).',
  )
}
