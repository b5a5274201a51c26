import { spawnSync } from 'node:child_process'
import type { Command } from 'commander'
import { everyCommand } from '../../src/cli/every-command'
import { bashScript, fishScript } from '../../src/cli/completion-scripts'
import { programWith } from '../../src/cli/run-program'

const silent = { out: () => undefined, err: () => undefined }
const tools = { terminal: silent } as unknown as Parameters<typeof everyCommand>[0]
const program = programWith(silent, '0.0.0-test', everyCommand(tools))

interface Leaf {
  path: string
  command: Command
}

const leavesOf = (command: Command, path: string): Leaf[] =>
  command.commands.length === 0
    ? [{ path, command }]
    : command.commands.flatMap((sub) => leavesOf(sub, `${path} ${sub.name()}`))
const leaves = leavesOf(program, 'glpi-invite')

function helpOf(command: Command): string {
  let said = ''
  command.configureOutput({ writeOut: (text) => (said += text) })
  command.outputHelp()
  return said
}

it('shows for every command how it is used', () => {
  const without = leaves.filter(({ path, command }) => {
    const [, below = ''] = helpOf(command).split('Examples:\n')
    return !below.includes(path)
  })
  expect(without.map(({ path }) => path)).toEqual([])
  expect(leaves.length).toBeGreaterThan(40)
})

it('says of every argument and option what it is', () => {
  const silentOnes = leaves.flatMap(({ path, command }) => [
    ...command.registeredArguments.filter((one) => !one.description).map((one) => `${path} <${one.name()}>`),
    ...command.options.filter((one) => !one.description).map((one) => `${path} ${one.flags}`),
  ])
  expect(silentOnes).toEqual([])
})

it.each([
  ['ke', ['keys', 'keyring']],
  ['keys rev', ['revoke', 'revoke-many']],
  ['keys create --label x --exp', ['--expires-in', '--expires-at']],
  ['presets ', ['list', 'show', 'create', 'change', 'delete', '--help']],
])('completes "%s" in bash', (typed, wanted) => {
  const words = `glpi-invite ${typed}`.split(' ')
  const script = `${bashScript(program)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_glpi_invite
printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
  expect(stdout.trim().split('\n').sort()).toEqual([...wanted].sort())
})

it('tells fish what each word does', () => {
  const script = fishScript(program)
  expect(script).toContain(`-n '__glpi_invite_at " keys"' -f -a pause -d 'put a key on hold`)
  expect(script).toContain(`-n '__glpi_invite_at " keys create"' -l label -r -d `)
})
