import type { Command } from 'commander'

/** What a key grants, as options say it. */
export interface GrantOptions {
  profile?: string
  entity?: string
  recursive: boolean
  group: string[]
  title?: string
  category?: string
  location?: string
}

export function addGrantOptions(command: Command): Command {
  return command
    .option('--profile <id or name>', 'the GLPI profile it grants (default: the default profile)')
    .option('--entity <id or name>', 'the GLPI entity it grants the profile in (default: the root entity)')
    .option('--recursive', 'grant the profile in the entities below, too', false)
    .option(
      '--group <id or name>',
      'a group to become a member of; repeat it for more',
      (group: string, before: string[]) => [...before, group],
      [],
    )
    .option('--title <id or name>', 'what the person is by profession')
    .option('--category <id or name>', 'which category of users the person belongs to')
    .option('--location <id or name>', 'where the person sits')
}

/** What they ask for; what is not said comes from elsewhere. */
export const askedGrantFrom = (options: GrantOptions) => ({
  profile: options.profile,
  entity: options.entity,
  recursive: options.recursive ? true : undefined,
  groups: options.group.length > 0 ? options.group : undefined,
  title: options.title,
  category: options.category,
  location: options.location,
})
