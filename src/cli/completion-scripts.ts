import type { Command } from 'commander'

/** A command by the words that lead to it (` keys create`; none: the program itself), and what may follow. */
interface Place {
  path: string
  command: Command
}

const placesOf = (command: Command, path = ''): Place[] => [
  { path, command },
  ...visible(command).flatMap((sub) => placesOf(sub, `${path} ${sub.name()}`)),
]

const visible = (command: Command): Command[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((sub) => sub.name() !== 'help')

const optionsOf = (command: Command) =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter((option) => option.long !== undefined)

const wordsAt = ({ command }: Place): string =>
  [...visible(command).map((sub) => sub.name()), ...optionsOf(command).map((option) => option.long)].join(' ')

const patternOf = (places: readonly Place[], separator: string): string =>
  places.flatMap(({ path }) => (path === '' ? [] : [`'${path}'`])).join(separator)

/** Programs that complete words know no commands: the script finds the place by the words typed so far. */
export function bashScript(program: Command): string {
  const places = placesOf(program)
  return `_glpi_invite() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" place="" words="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$place \${COMP_WORDS[i]}" in
      ${patternOf(places, '|')}) place="$place \${COMP_WORDS[i]}" ;;
    esac
  done
  case "$place" in
${places.map((one) => `    '${one.path}') words='${wordsAt(one)}' ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _glpi_invite glpi-invite`
}

export const zshScript = (program: Command): string =>
  `autoload -U +X bashcompinit && bashcompinit\n${bashScript(program)}`

export function fishScript(program: Command): string {
  const places = placesOf(program)
  return [
    'function __glpi_invite_at',
    "    set -l place ''",
    '    for word in (commandline -opc)[2..-1]',
    '        switch "$place $word"',
    `            case ${patternOf(places, ' ')}`,
    '                set place "$place $word"',
    '        end',
    '    end',
    '    test "$place" = "$argv[1]"',
    'end',
    ...places.flatMap(fishLines),
  ].join('\n')
}

function fishLines({ path, command }: Place): string[] {
  const at = `complete -c glpi-invite -n '__glpi_invite_at "${path}"'`
  return [
    ...visible(command).map((sub) => `${at} -f -a ${sub.name()} -d ${quoted(sub.description())}`),
    ...optionsOf(command).map(
      ({ long = '', required, description }) =>
        `${at} -l ${long.slice(2)}${required ? ' -r' : ''} -d ${quoted(description)}`,
    ),
  ]
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
