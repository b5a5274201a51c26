import { readSpan } from '../../src/shared/read-span'
import { InputInvalid } from '../../src/shared/errors'

const zone = 'Europe/Paris'

describe('from when to when', () => {
  it('is the whole of the last day, as the organisation counts it', () => {
    expect(readSpan({ from: '2027-01-01', to: '2027-01-31' }, zone)).toEqual({
      from: new Date('2026-12-31T23:00:00Z'),
      to: new Date('2027-01-31T23:00:00Z'),
    })
    expect(readSpan({ from: undefined, to: undefined }, zone)).toEqual({ from: undefined, to: undefined })
  })

  it.each(['1000-01-02', '9998-12-30'])('is known to the database in %s', (day) => {
    expect(readSpan({ from: day, to: day }, 'UTC').from).toEqual(new Date(`${day}T00:00:00Z`))
  })

  it.each(['0999-12-31', '9999-01-01', '+012345-01-01', 'yesterday', ''])('is not %j', (day) => {
    const problems = (asked: { from?: string; to?: string }) => {
      try {
        readSpan({ from: asked.from, to: asked.to }, 'UTC')
        return []
      } catch (error) {
        return error instanceof InputInvalid ? error.problems.map(({ pointer }) => pointer) : [error]
      }
    }
    expect(problems({ from: day })).toEqual(['/from'])
    expect(problems({ to: day })).toEqual(['/to'])
    expect(problems({ from: day, to: day })).toEqual(['/from', '/to'])
  })
})
