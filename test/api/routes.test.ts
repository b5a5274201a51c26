import { readFileSync } from 'node:fs'
import path from 'node:path'
import { operations } from '../../src/api/operations'

/** Both a noun and a verb. */
const nounsToo = ['answer', 'pause']

describe('the routes of the API', () => {
  it('are things: what is done stands in the method and in the name of the operation', () => {
    const verbs = new Set(operations.map(({ operationId }) => /^[a-z]+/.exec(operationId)?.[0]))

    const segments = operations.flatMap((operation) => operation.path.split('/').slice(1))

    const done = segments.filter((segment) => verbs.has(segment) && !nounsToo.includes(segment))
    expect(done).toEqual([])
  })

  it('stand in the documentation, each by what one wants', () => {
    const docs = readFileSync(path.join(__dirname, '../../docs/api.md'), 'utf8')
    const table = docs.split('\n').filter((line) => line.startsWith('| '))

    const missing = operations.filter(
      ({ method, path: where }) =>
        !table.some((line) => line.includes(`${where}\``) && line.includes(`\`${method.toUpperCase()}`)),
    )

    expect(missing.map(({ operationId }) => operationId)).toEqual([])
  })
})
