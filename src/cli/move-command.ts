import { Command } from 'commander'
import {
  eachLinkToMove,
  invitationLink,
  type KeyToMove,
  longestOverlapMs,
  type MovedLink,
  moveLinks,
} from '../keys'
import type { Context } from '../context'
import { AppError } from '../shared/errors'
import { parseDuration } from '../shared/time'
import type { CommandTools } from './command-tools'
import { exitCode } from './exit-codes'
import { print, table } from './output'

interface MoveOptions {
  dryRun: boolean
  overlap: string
  mail: boolean
  links: boolean
  json: boolean
}

/** `move`: the helpdesk has a new address, and its links are to carry it. */
export function moveCommand(tools: CommandTools): Command {
  return new Command('move')
    .description('give the keys whose links carry a former address of this helpdesk new links')
    .option('--dry-run', 'only list them', false)
    .option('--overlap <duration>', 'how long the former links go on working: 0, or up to 30d', '30d')
    .option('--no-mail', 'do not mail the new links to the addresses that keys are bound to')
    .option('--links', 'print the new links too', false)
    .option('--json', 'print one JSON array', false)
    .action((options: MoveOptions) =>
      tools.withContext((context) =>
        options.dryRun ? list(tools, context, options) : move(tools, context, options),
      ),
    )
}

async function list(tools: CommandTools, context: Context, { json }: MoveOptions): Promise<void> {
  const keys: KeyToMove[] = []
  for await (const key of eachLinkToMove(context)) keys.push(key)
  print(tools.terminal, json, keys, () => [
    ...table(
      keys.map(({ uid, label, hint, addresses }) => [uid, `…${hint}`, `${addresses} address(es)`, label]),
    ),
    `${keys.length} key(s) carry a former address. Nothing was changed.`,
  ])
}

async function move(tools: CommandTools, context: Context, options: MoveOptions): Promise<void> {
  const { publicUrl } = context.config
  const moved: MovedLink[] = []
  const wanted = { overlapMs: overlapOf(options), mail: options.mail }
  for await (const link of moveLinks(context, tools.actor, wanted)) {
    moved.push(link)
    if (moved.length % 100 === 0) tools.terminal.err(`${moved.length} keys …`)
  }
  const answer = moved.map(({ uid, label, code, refusal, mailed }) => ({
    uid,
    label,
    mailed,
    ...(options.links ? { link: code === undefined ? null : invitationLink(publicUrl, code) } : {}),
    refusal: refusal ?? null,
  }))
  const stayed = answer.filter(({ refusal }) => refusal !== null).length
  if (stayed > 0) tools.setExitCode(exitCode.checkFailed)
  print(tools.terminal, options.json, answer, () => [
    ...table(
      answer.map(({ uid, label, mailed, link, refusal }) => [
        uid,
        refusal ?? (mailed > 0 ? `mailed to ${mailed}` : 'not mailed: hand the new link over'),
        label,
        link ?? '',
      ]),
    ),
    `${answer.length - stayed} key(s) have new links, ${stayed} stay as they are.`,
  ])
}

function overlapOf({ overlap }: MoveOptions): number {
  const ms = overlap === '0' ? 0 : parseDuration(overlap)
  if (ms !== undefined && ms <= longestOverlapMs) return ms
  throw new AppError('INPUT_INVALID', '--overlap must be 0, or a duration up to 30d, such as 7d.')
}
