import { setImmediate as nextTurn } from 'node:timers/promises'
import { inGroups } from '../../src/shared/in-groups'

/** Doubles numbers, knows nothing of odd ones, and notes who was asked together. */
function doubling(largest = 10) {
  const groups: number[][] = []
  const ask = inGroups(async (numbers: readonly number[]) => {
    groups.push([...numbers])
    await nextTurn()
    return new Map(numbers.filter((one) => one % 2 === 0).map((one) => [one, one * 2]))
  }, largest)
  return { ask, groups }
}

describe('asking in groups', () => {
  it('asks once for all who ask in one turn, and gives everybody their own answer', async () => {
    const { ask, groups } = doubling()

    expect(await Promise.all([2, 3, 6, 2].map(ask))).toEqual([4, undefined, 12, 4])
    expect(groups).toEqual([[2, 3, 6, 2]])
  })

  it('asks anew for who comes while others wait for their answer', async () => {
    const { ask, groups } = doubling()

    const first = ask(2)
    await nextTurn()
    expect(await Promise.all([first, ask(2)])).toEqual([4, 4])
    expect(groups).toEqual([[2], [2]])
  })

  it('makes no group larger than it may be', async () => {
    const { ask, groups } = doubling(2)

    expect(await Promise.all([2, 4, 6, 8, 10].map(ask))).toEqual([4, 8, 12, 16, 20])
    expect(groups).toEqual([[2, 4], [6, 8], [10]])
  })

  it('tells everybody in the group of a failure, and nobody after it', async () => {
    let isBroken = true
    const ask = inGroups(async (numbers: readonly number[]) => {
      await nextTurn()
      if (isBroken) throw new Error('broken')
      return new Map(numbers.map((one) => [one, one]))
    }, 10)

    const failed = await Promise.allSettled([ask(1), ask(2)])
    isBroken = false

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await ask(3)).toBe(3)
  })
})
