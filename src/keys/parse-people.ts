import { isEmail } from '../glpi'
import { readAddressCell } from '../shared/email-address'
import { peopleHeadings, plainHeading } from '../shared/people-headings'
import { batchCeiling } from './create-keys'
import { namesFrom, type PersonNames, splitName } from './person-names'
import { labelLength } from './wanted-keys'
import { type Line, readLines } from './pasted-lines'

/** Why nothing can be made of a line as it stands. */
export type PersonProblem =
  'address-invalid' | 'address-twice' | 'addresses-several' | 'label-too-long' | 'too-many'

export interface PastedPerson {
  /** Counted from 1, as the person who pasted it counts. */
  line: number
  /** What stood there, so that nothing is lost when it cannot be used. */
  typed: string
  /** The name; empty where there is an address alone, which is erased one day and must not live on in a label. */
  label: string
  /** Of the person, where the order of their names can be told. */
  names: PersonNames | undefined
  address: string | undefined
  problem: PersonProblem | undefined
}

/**
 * The people in what administrators paste: names, addresses, `Ada Lovelace <ada@example.org>`, a mail program's list of
 * recipients, the columns of a spreadsheet with or without a heading row, quoted CSV. Every line that is not empty
 * comes back, with a problem or without.
 */
export function parsePeople(text: string): PastedPerson[] {
  const [first, ...rest] = readLines(text)
  if (first === undefined) return []
  const columns = rest.length === 0 ? undefined : columnsOf(first)
  const lines = columns === undefined ? [first, ...rest] : rest
  const people = lines.slice(0, mostLines).flatMap((line) => peopleOn(line, columns))
  return withProblems([...people, ...beyond(lines)])
}

/** Twice what can be made at once: enough to show what is too much. */
const mostLines = 2 * batchCeiling

/** All that come after, as one. */
function beyond(lines: readonly Line[]): Found[] {
  const [next, ...more] = lines.slice(mostLines)
  if (next === undefined) return []
  const typed = `${next.typed.slice(0, labelLength)} … (+${more.length})`
  return [unread(next.number, typed, 'too-many')]
}

type Found = Omit<PastedPerson, 'problem'> & { problem?: PersonProblem }

const unread = (line: number, typed: string, problem: PersonProblem): Found => ({
  line,
  typed,
  label: typed,
  names: undefined,
  address: undefined,
  problem,
})

function peopleOn({ number, typed, cells, isTooLong }: Line, columns: Columns | undefined): Found[] {
  if (isTooLong) return [unread(number, typed, 'label-too-long')]
  const found = cells.map(readAddressCell)
  const withAddress = found.filter(({ address }) => address !== undefined)
  // A mail program's recipients stand on one line.
  if (columns === undefined && withAddress.length > 1 && withAddress.length === found.length)
    return found.map(({ name, address }) => person(number, typed, name, address))

  const name =
    columns === undefined
      ? found.map((cell) => cell.name).join(' ')
      : columns.names.map((column) => found[column]?.name ?? '').join(' ')
  const one = { ...person(number, typed, name, withAddress[0]?.address), names: namesIn(found, columns) }
  return [withAddress.length > 1 ? { ...one, problem: 'addresses-several' } : one]
}

function namesIn(found: readonly { name: string }[], columns: Columns | undefined): PersonNames | undefined {
  const cell = (column: number | undefined) => (column === undefined ? '' : (found[column]?.name ?? ''))
  if (columns?.inParts !== undefined)
    return namesFrom(cell(columns.inParts.first), cell(columns.inParts.last))
  const named = (columns?.names.map(cell) ?? found.map(({ name }) => name)).filter((name) => name !== '')
  const [only, ...others] = named
  return only === undefined || others.length > 0 ? undefined : splitName(only)
}

function person(line: number, typed: string, name: string, address: string | undefined): Found {
  const tidy = name.replace(/\s+/g, ' ').trim().normalize('NFC')
  const label = tidy === '' && address === undefined ? typed.trim() : tidy
  return { line, typed, label, names: splitName(tidy), address }
}

/** Which columns of a spreadsheet a name is made of, in the order in which it is said. */
interface Columns {
  names: number[]
  /** Where the heading tells first and last names apart. */
  inParts: { first: number | undefined; last: number | undefined } | undefined
}

/** `Adresse` may be where somebody lives; beside names alone it is where their mail goes. */
const headings = {
  first: peopleHeadings.firstname,
  last: peopleHeadings.realname,
  whole: peopleHeadings.name,
  address: [...peopleHeadings.email, 'address', 'adresse', 'indirizzo'],
} as const

/** Undefined when the line is no heading but a person. */
function columnsOf({ cells }: Line): Columns | undefined {
  const titles = cells.map(plainHeading)
  const at = (kind: keyof typeof headings) =>
    titles.flatMap((title, index) =>
      headings[kind].some((heading) => plainHeading(heading) === title) ? [index] : [],
    )
  const isHeading = Object.keys(headings).some((kind) => at(kind as keyof typeof headings).length > 0)
  if (!isHeading || cells.some((cell) => cell.includes('@'))) return undefined

  const [first, last, whole] = [at('first'), at('last'), at('whole')]
  const inParts = [...first, ...last]
  return {
    names: inParts.length > 0 ? inParts : whole.length > 0 ? whole : othersThan(at('address'), titles),
    inParts: inParts.length > 0 ? { first: first[0], last: last[0] } : undefined,
  }
}

/** A table whose heading knows the address only: what stands beside it must be the name. */
const othersThan = (columns: readonly number[], titles: readonly string[]): number[] =>
  titles.flatMap((_, index) => (columns.includes(index) ? [] : [index]))

function withProblems(people: readonly Found[]): PastedPerson[] {
  const seen = new Set<string>()
  return people.map((one, index) => {
    const address = one.address?.toLowerCase()
    const problem = one.problem ?? problemOf(one, index, address !== undefined && seen.has(address))
    if (address !== undefined) seen.add(address)
    return { ...one, problem }
  })
}

function problemOf({ label, address }: Found, index: number, isRepeated: boolean): PersonProblem | undefined {
  if (index >= batchCeiling) return 'too-many'
  if (address !== undefined && !isEmail(address)) return 'address-invalid'
  if (isRepeated) return 'address-twice'
  return Array.from(label).length > labelLength ? 'label-too-long' : undefined
}
