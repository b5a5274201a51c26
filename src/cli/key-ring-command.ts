import { Command } from 'commander'
import type { Context } from '../context'
import { addRingKey, describeKeyRing, pruneKeyRing, resealCodes, type RingKey, useRingKey } from '../keys'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import { print } from './output'

/** `keyring status|rotate|add|use|prune`: the file that seals codes. */
export function keyRingCommand(tools: CommandTools): Command {
  const command = new Command('keyring').description('look after the file that seals codes (KEYRING_FILE)')

  command
    .command('status')
    .description('list the keys of the ring and how many codes each has sealed')
    .option('--json', 'print one JSON object', false)
    .action(({ json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const { keys, unreadableCodes } = await describeKeyRing(context.db, ringFileOf(context))
        print(tools.terminal, json, { keys, unreadableCodes }, () => [
          ...keys.map(describe),
          ...(unreadableCodes === 0
            ? []
            : [
                `${unreadableCodes} code(s) are sealed with keys that this ring lacks: look for an older backup`,
              ]),
        ])
      }),
    )

  command
    .command('rotate')
    .description('seal with a new key, and seal anew what others have sealed')
    .option('--json', 'print one JSON object', false)
    .action(({ json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const file = ringFileOf(context)
        const id = addRingKey(file, context)
        await useRingKey(context, tools.actor, file, id)
        await reseal(context, id, json)
      }),
    )

  command
    .command('add')
    .description('put a new key on the ring without using it yet; then copy the file to every server')
    .option('--json', 'print one JSON object', false)
    .action(({ json }: { json: boolean }) =>
      tools.withContext((context) => {
        const id = addRingKey(ringFileOf(context), context)
        print(tools.terminal, json, { id }, () => [
          `Added key ${id}. Copy the file to every server, then run "glpi-invite keyring use ${id}" on each.`,
        ])
        return Promise.resolve()
      }),
    )

  command
    .command('use')
    .description('seal with this key from now on, and seal anew what others have sealed')
    .argument('<id>', 'the id of the key, as "keyring status" shows it')
    .option('--json', 'print one JSON object', false)
    .action((id: string, { json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        await useRingKey(context, tools.actor, ringFileOf(context), id)
        await reseal(context, id, json)
      }),
    )

  command
    .command('prune')
    .description('take keys off the ring that no code needs any more')
    .option('--json', 'print one JSON object', false)
    .action(({ json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const pruned = await pruneKeyRing(context, ringFileOf(context))
        print(tools.terminal, json, { pruned }, () => [
          pruned.length === 0
            ? 'Nothing to take off: a key goes an hour after another took its place, once no code needs it.'
            : `Took off ${pruned.join(', ')}. Keep backups of the ring as long as backups of the database.`,
        ])
      }),
    )

  return command

  /** Cut off, it is done again by the same command, or by the server in the background. */
  async function reseal(context: Context, current: string, json: boolean): Promise<void> {
    const { db, keyRing } = context
    if (keyRing === undefined)
      throw new AppError('CONFIG_INVALID', context.keyRingProblem ?? 'sealing is off')
    const codes = await resealCodes(
      { db, keyRing },
      { told: (count) => tools.terminal.err(`${count} sealed anew …`) },
    )
    print(tools.terminal, json, { current, codes }, () => [
      `Key ${current} seals from now on; ${codes} code(s) were sealed anew. Back up the file now.`,
    ])
  }
}

function ringFileOf({ config }: Context): string {
  if (config.keyRingFile === undefined)
    throw new AppError('CONFIG_INVALID', 'sealing is off (KEYRING_FILE=off): there is no key ring')
  return config.keyRingFile
}

function describe({ id, isCurrent, codes, retiredAt }: RingKey): string {
  const role = isCurrent
    ? 'seals'
    : retiredAt === undefined
      ? 'opens; never used so far'
      : `opens; last sealed on ${retiredAt.toISOString()}`
  return `${id}  ${String(codes).padStart(8)} code(s)  ${role}`
}
