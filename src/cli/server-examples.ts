import type { Command } from 'commander'
import { examples } from './definitions/examples'

/** How the commands are used that work on the server only. */
const server: Readonly<Record<string, readonly (readonly [what: string, command: string])[]>> = {
  serve: [['In the folder with .env', 'glpi-invite serve']],
  work: [
    ['Beside servers with WORKER=off', 'glpi-invite work'],
    ['From cron', 'glpi-invite work --once'],
  ],
  migrate: [['After an upgrade, before the server is started', 'glpi-invite migrate']],
  'kill-switch': [
    ['Nobody registers until it is off again', 'glpi-invite kill-switch on'],
    ['How it stands', 'glpi-invite kill-switch status --json'],
  ],
  'console-link': [['Somebody from the directory signs in', 'glpi-invite console-link --login marie.curie']],
  'keyring status': [['Which keys seal codes', 'glpi-invite keyring status']],
  'keyring rotate': [['A new key, and codes sealed with it', 'glpi-invite keyring rotate']],
  'keyring add': [['Before the others have the file, too', 'glpi-invite keyring add']],
  'keyring use': [['Once all servers have the file', 'glpi-invite keyring use 2']],
  'keyring prune': [['Once nothing is sealed with the old keys', 'glpi-invite keyring prune']],
  'privacy export': [['Somebody asks what is kept', 'glpi-invite privacy export --email irene@example.org']],
  'privacy erase': [
    ['Somebody wants to be forgotten', 'glpi-invite privacy erase --email irene@example.org'],
  ],
  move: [
    ['What carries the former address', 'glpi-invite move --dry-run'],
    ['New links, mailed, beside the old ones for a week', 'glpi-invite move --overlap 7d'],
  ],
  'db grants': [['After every upgrade', 'glpi-invite db grants --account runtime | mariadb']],
  init: [
    ['On the machine where GLPI is', 'glpi-invite init --dir /etc/glpi-invite --glpi-time-zone Europe/Paris'],
  ],
  doctor: [
    ['Everything that could be wrong', 'glpi-invite doctor'],
    ['For monitoring', 'glpi-invite doctor --json'],
  ],
  uninstall: [['What removes it again', 'glpi-invite uninstall']],
}

/** Examples of those that do not have their own. */
export function withExamples(commands: Command[], above = ''): Command[] {
  for (const command of commands) {
    const path = `${above} ${command.name()}`.trim()
    const own = server[path]
    if (own !== undefined) command.addHelpText('after', examples(...own))
    withExamples([...command.commands], path)
  }
  return commands
}
