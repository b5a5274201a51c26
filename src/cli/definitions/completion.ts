import { Argument, Command } from 'commander'
import type { Terminal } from '../output'
import { bashScript, fishScript, zshScript } from '../completion-scripts'
import { examples } from './examples'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }
const shells = ['bash', 'zsh', 'fish'] as const

/** `completion`: lets a shell finish names of commands and options, as they are in this very release. */
export const completionCommand = (terminal: Terminal): Command =>
  new Command('completion')
    .description('print a script that lets the shell complete commands and options')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      examples(
        ['In ~/.bashrc', 'source <(glpi-invite completion bash)'],
        ['In ~/.zshrc, after compinit', 'source <(glpi-invite completion zsh)'],
        ['Once, for fish', 'glpi-invite completion fish > ~/.config/fish/completions/glpi-invite.fish'],
      ),
    )
    .action((shell: (typeof shells)[number], _options: unknown, command: Command) => {
      const { parent } = command
      if (parent !== null) terminal.out(scripts[shell](parent))
    })
