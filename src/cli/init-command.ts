import { Command, InvalidArgumentError } from 'commander'
import path from 'node:path'
import { systemRandom } from '../shared/random'
import type { CommandTools } from './command-tools'
import { askGlpi } from './init/ask-glpi'
import { describePlan } from './init/describe-plan'
import { findGlpiConfig, findServerSockets } from './init/find-glpi-config'
import { planInstallation } from './init/plan-installation'
import { readGlpiConfig } from './init/read-glpi-config'
import type { Wishes } from './init/wishes'
import { ensureFree, writeFiles } from './init/write-files'
import { print } from './output'

interface InitOptions extends Wishes {
  glpiConfig?: string
  dir: string
  json: boolean
}

/** `init`. */
export function initCommand(tools: CommandTools): Command {
  return new Command('init')
    .description("read GLPI's configuration, write ours, and print what to do next")
    .option('--glpi-config <path>', "GLPI's config_db.php, or a copy of it (default: looked for)")
    .option(
      '--public-url <url>',
      "the address at which people reach glpi-invite (default: GLPI's address and /invite)",
    )
    .option('--database <name>', 'the database to make for our tables', parseName, 'glpi_invite')
    .option('--environment <word>', 'production, or another word: then keys are test keys', 'production')
    .option('--time-zone <zone>', 'in which days end, such as Europe/Paris (default: that of this machine)')
    .option('--glpi-time-zone <zone>', "PHP's date.timezone on GLPI's machine")
    .option('--dir <folder>', 'where to write .env and keyring.json', '.')
    .option('--json', 'print one JSON object', false)
    .action((options: InitOptions) => init(tools, options))
}

async function init({ terminal }: CommandTools, options: InitOptions): Promise<void> {
  const { file, text } = findGlpiConfig(options.glpiConfig)
  const glpi = readGlpiConfig(file, text, findServerSockets())
  const folder = path.resolve(options.dir)
  ensureFree(folder)

  const asked = await askGlpi(glpi.database)
  const plan = planInstallation({ wishes: options, glpi, asked, folder, random: systemRandom })
  writeFiles(plan, systemRandom)

  const { files, sql, next, found, warnings } = plan
  if (!options.json) warnings.forEach((warning) => terminal.err(`Warning: ${warning}.`))
  print(terminal, options.json, { files: Object.values(files), sql, next, found, warnings }, () =>
    describePlan(plan),
  )
}

function parseName(text: string): string {
  if (/^[\w$-]{1,64}$/.test(text)) return text
  throw new InvalidArgumentError('It must be made of letters, digits, _, $ and -.')
}
