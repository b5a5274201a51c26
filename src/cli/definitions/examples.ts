/** What stands below the options in the help of a command: how it is used, in real life. */
export const examples = (...cases: readonly (readonly [what: string, command: string])[]): string =>
  ['\nExamples:', ...cases.flatMap(([what, command]) => [`  ${what}:`, `    ${command}`])].join('\n')

/** Whether an option was given, and does not just have its default. */
export type IsGiven = (name: string) => boolean

/** For options that may be repeated. */
export const collect = (value: string, before: string[]): string[] => [...before, value]

export const asHelp = 'do it in the name, and within the rights, of this GLPI user'
