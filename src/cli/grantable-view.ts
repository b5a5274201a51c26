import type { GrantableDescription } from '../keys'
import { table } from './output'

export const linesOfGrantable = ({ usual, ...given }: GrantableDescription): string[] =>
  table([
    ['WHAT', 'ID', 'NAME'],
    ...given.profiles.map((one) => [
      'profile',
      String(one.id),
      `${one.name}${one.backOffice ? ' (for one person, who proves their address)' : ''}${isUsual(one.id === usual.profileId)}`,
    ]),
    ...given.entities.map((one) => [
      'entity',
      String(one.id),
      `${one.name}${isUsual(one.id === usual.entityId)}`,
    ]),
    ...rowsOf('group', given.groups),
    ...rowsOf('title', given.titles),
    ...rowsOf('category', given.categories),
    ...rowsOf('location', given.locations),
  ])

const isUsual = (it: boolean): string => (it ? ' (when nothing is said)' : '')

const rowsOf = (what: string, choices: readonly { id: number; name: string }[]): string[][] =>
  choices.map(({ id, name }) => [what, String(id), name])
