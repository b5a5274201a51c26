import { plainHeading } from '../shared/people-headings'

/** Which of the names was probably meant; undefined when none is close. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const plain = plainHeading(typed)
  if (plain === '') return undefined
  const found = names
    .map((name) => ({ name, written: plainHeading(name) }))
    .map((one) => ({ ...one, most: Math.max(1, Math.floor(one.written.length / 4)) }))
    // Whatever is longer by more than that is further off, too: a text in place of a name would take minutes.
    .filter(({ written, most }) => Math.abs(written.length - plain.length) <= most)
    .map(({ name, written, most }) => ({ name, most, steps: distance(plain, written) }))
    .filter(({ steps, most }) => steps <= most)
    .sort((one, other) => one.steps - other.steps)
  return found[0]?.name
}

/** Letters to insert, leave out, replace, or to swap with the next (optimal string alignment). */
function distance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwapped && row > 1 && column > 1 ? at(beforeLast, column - 2) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, other.length)
}

const at = (list: readonly number[], index: number): number => list[index] ?? Infinity
