import { stringify } from 'csv-stringify/sync'
import { csvOptions } from '../../src/csv'

describe('a cell of a table for spreadsheets', () => {
  it.each([
    ['Paris', 'Paris'],
    ['=1+1', "'=1+1"],
    ['x;=1+1', "x;'=1+1"],
    ['Mozilla; =HYPERLINK(1)', "Mozilla; '=HYPERLINK(1)"],
    ['a\t@b', "a\t'@b"],
    ['first-second', 'first-second'],
  ])('%j is written so that nothing runs', (typed, written) => {
    const table = stringify([[typed]], csvOptions)

    expect(
      table
        .replace(/^\ufeff/, '')
        .trim()
        .replace(/^"([^]*)"$/, '$1'),
    ).toBe(written)
  })
})
