import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { asHelp, examples } from './examples'

interface CommonOptions {
  as?: string
  json: boolean
}

export interface AnswerOptions extends CommonOptions {
  invitation: boolean
}

export interface RequestActions {
  list(options: { answered: boolean; json: boolean }): Promise<void>
  show(uid: string, options: { json: boolean }): Promise<void>
  answer(uid: string, options: AnswerOptions): Promise<void>
  decline(uid: string, options: CommonOptions): Promise<void>
}

const uid = '0190a1b2-c3d4-7e5f-8a6b-1234567890ab'

/** `requests list|show|answer|decline`. */
export function requestsCommand(actions: RequestActions): Command {
  const requests = new Command('requests').description(
    'requests for new links, from people whose link is refused',
  )

  requests
    .command('list')
    .description('list the requests that wait for an answer, the longest first')
    .option('--answered', 'list those that were answered instead, the latest first', false)
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', examples(['Who waits', 'glpi-invite requests list']))
    .action((options: { answered: boolean; json: boolean }) => actions.list(options))

  requests
    .command('show')
    .description('show a request')
    .argument('<uid>', 'the id of the request', parseRequestUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Who asks, and what they write', `glpi-invite requests show ${uid}`]))
    .action((which: string, options: { json: boolean }) => actions.show(which, options))

  requests
    .command('answer')
    .description(
      'mail a new link: of the same key if that is for this address alone, else of a key of their own',
    )
    .argument('<uid>', 'the id of the request', parseRequestUid)
    .option('--invitation', 'make a key of their own in any case', false)
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['They are who they say', `glpi-invite requests answer ${uid}`]))
    .action((which: string, options: AnswerOptions) => actions.answer(which, options))

  requests
    .command('decline')
    .description('decline a request; nobody is written to')
    .argument('<uid>', 'the id of the request', parseRequestUid)
    .option('--as <login>', 'do it in the name of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Nobody knows them', `glpi-invite requests decline ${uid}`]))
    .action((which: string, options: CommonOptions) => actions.decline(which, options))

  return requests
}

function parseRequestUid(text: string): string {
  const parsed = z.uuid().safeParse(text.trim().toLowerCase())
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('It must be the id of a request, as "glpi-invite requests list" shows it.')
}
