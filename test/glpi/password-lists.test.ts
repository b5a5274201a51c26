import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { randomInt } from 'node:crypto'
import { lookUpOnlyBeginnings } from '../../src/glpi/password-lists'
import { scaled } from '../support/scale'

const options = { graphs: adjacencyGraphs, dictionary, l33tMaxSubstitutions: 5 }
const context = ['marie.curie', 'Marie', 'Curie', 'marie.curie@example.org']

const words = [...dictionary['diceware-common'], ...dictionary['passwords-common'], ...context].map(String)
const oneOf = <One>(all: readonly One[]): One => all[randomInt(all.length)] as One
const asTyped: ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => Array.from(word).reverse().join(''),
  (word) => word.replaceAll('a', '4').replaceAll('o', '0').replaceAll('e', '3').replaceAll('s', '$'),
  (word) => word.repeat(2),
]
const between = ['', ' ', '-', '.', '1984', 'é', 'qwertz', 'İ', 'abcdef', '😀']
const password = () =>
  Array.from({ length: 1 + randomInt(4) }, () => oneOf(asTyped)(oneOf(words)) + oneOf(between))
    .join('')
    .slice(0, 64)

/** Another copy of the library, since ours is changed for good. */
function untouchedFactory(): typeof ZxcvbnFactory {
  let untouched: typeof ZxcvbnFactory | undefined
  jest.isolateModules(() => {
    untouched = jest.requireActual<{ ZxcvbnFactory: typeof ZxcvbnFactory }>('@zxcvbn-ts/core').ZxcvbnFactory
  })
  if (untouched === undefined) throw new Error('the library could not be loaded a second time')
  return untouched
}

it('finds in a password what the library finds by itself', () => {
  const Untouched = untouchedFactory()
  const byItself = new Untouched(options)
  const ours = new ZxcvbnFactory(options)
  lookUpOnlyBeginnings(ours)
  const found = (estimator: ZxcvbnFactory, typed: string) => ({
    ...estimator.check(typed, context),
    calcTime: 0,
  })

  const passwords = Array.from({ length: scaled(2_500) }, password)

  for (const typed of ['', 'x', ...context, ...passwords])
    expect([typed, found(ours, typed)]).toEqual([typed, found(byItself, typed)])
})
