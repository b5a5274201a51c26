import { Command, InvalidArgumentError, Option } from 'commander'
import { addCarriedOptions, type CarriedOptions } from '../carried-options'
import { addGrantOptions, type GrantOptions } from '../grant-options'
import { parseMaxUses, parseUid } from '../key-arguments'
import { AppError } from '../../shared/errors'
import { asHelp, examples, type IsGiven } from './examples'

export interface CreatePresetOptions extends GrantOptions, CarriedOptions {
  like?: string
  label: string
  maxUses: number | 'unlimited'
  days: number | 'never'
  send: boolean
  as?: string
  json: boolean
}

const clearable = ['groups', 'domains', 'account-dates', 'language', 'values', 'message'] as const

export interface ChangePresetOptions extends GrantOptions, CarriedOptions {
  name?: string
  label?: string
  maxUses?: number | 'unlimited'
  days?: number | 'never'
  /** Undefined: as it is. */
  send?: boolean
  clear: (typeof clearable)[number][]
  as?: string
  json: boolean
}

export interface PresetActions {
  list(options: { json: boolean }): Promise<void>
  show(asked: string, options: { json: boolean }): Promise<void>
  create(name: string, options: CreatePresetOptions): Promise<void>
  change(asked: string, options: ChangePresetOptions, isGiven: IsGiven): Promise<void>
  delete(asked: string, options: { json: boolean }): Promise<void>
}

/** `presets list|show|create|change|delete`. */
export function presetsCommand(actions: PresetActions): Command {
  const presets = new Command('presets').description('named terms for making keys alike')

  presets
    .command('list')
    .description('list presets by name')
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', examples(['What there is', 'glpi-invite presets list']))
    .action((options: { json: boolean }) => actions.list(options))

  presets
    .command('show')
    .description('show what a preset gives')
    .argument('<name or id>', 'which preset')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['What interns get', 'glpi-invite presets show Interns']))
    .action((asked: string, options: { json: boolean }) => actions.show(asked, options))

  const toCreate = presets
    .command('create')
    .description('make a preset')
    .argument('<name>', 'what people find it by')
    .addOption(
      new Option('--like <uid>', 'with the terms of this key, instead of those that follow').argParser(
        parseUid,
      ),
    )
    .option('--label <text>', 'the label that keys made with it get', '')
    .option('--max-uses <n>', 'how many people may register with each key, or "unlimited"', parseMaxUses, 1)
    .option('--days <n>', 'how many days a key works, or "never"', parseDays, 7)
  addCarriedOptions(addGrantOptions(toCreate))
    .option('--send', 'mail the link to those whom a key is for', false)
    .option('--as <login>', 'make it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        [
          'Interns in Lyon, with an account for half a year',
          'glpi-invite presets create Interns --entity Lyon --days 90 --account-valid 6mo',
        ],
        [
          'More keys like one that worked well',
          'glpi-invite presets create "As for Irène" --like 0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11',
        ],
      ),
    )
    .action((name: string, options: CreatePresetOptions) => actions.create(name, options))

  addChangeCommand(presets, actions)

  presets
    .command('delete')
    .description('delete a preset; keys made with it stay as they are')
    .argument('<name or id>', 'which preset')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['It is not used any more', 'glpi-invite presets delete Interns']))
    .action((asked: string, options: { json: boolean }) => actions.delete(asked, options))

  return presets
}

function addChangeCommand(presets: Command, actions: PresetActions): void {
  const toChange = presets
    .command('change')
    .description('change a preset; keys made with it stay as they are, and so does what is not said')
    .argument('<name or id>', 'which preset')
    .option('--name <name>', 'what people find it by from now on')
    .option('--label <text>', 'the label that keys made with it get')
    .option('--max-uses <n>', 'how many people may register with each key, or "unlimited"', parseMaxUses)
    .option('--days <n>', 'how many days a key works, or "never"', parseDays)
  addCarriedOptions(addGrantOptions(toChange))
    .option('--no-recursive', 'grant the profile in its entity alone')
    .option('--no-prove-address', 'make accounts without that proof')
    .option('--no-approval', 'make accounts without that approval')
    .option('--no-hide-inviter', 'pages that refuse the link may say who invited')
    .option('--send', 'mail the link to those whom a key is for')
    .option('--no-send', 'mail it to nobody')
    .addOption(
      new Option('--clear <what...>', 'take away what the preset has of these')
        .choices(clearable)
        .default([]),
    )
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['Two months instead of three', 'glpi-invite presets change Interns --days 60'],
        [
          'Under another name, and in French',
          'glpi-invite presets change Interns --name Stagiaires --language fr_FR',
        ],
        ['From anywhere again', 'glpi-invite presets change Interns --clear domains'],
      ),
    )
    .action((asked: string, options: ChangePresetOptions) => {
      const isGiven = (name: string) => toChange.getOptionValueSource(name) === 'cli'
      const wishes = toChange.options.map((option) => option.attributeName())
      if (!wishes.some((name) => !['as', 'json'].includes(name) && isGiven(name)))
        throw new AppError(
          'INPUT_INVALID',
          'say what to change, with --name, --days, --entity, --domain, --message or another option',
        )
      return actions.change(asked, options, isGiven)
    })
}

function parseDays(text: string): number | 'never' {
  if (text === 'never') return text
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number of days, or "never".')
}
