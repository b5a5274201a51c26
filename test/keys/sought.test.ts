import { readSought } from '../../src/keys/sought'

const code = 'GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP'
const link = `https://help.example.org/invite/r/${code.replaceAll('-', '').toLowerCase()}`

describe('what is typed into the search box', () => {
  it.each([
    code,
    link,
    `${link}.`,
    `${link}/`,
    `<${link}>`,
    `${link}?x=1`,
    `Voici ${code}`,
    `${code} (Ada)`,
    `${'word '.repeat(100)}${link}`,
  ])('is taken for the code that stands in it, and not kept as words: %s', (typed) => {
    expect(readSought(typed)).toMatchObject({ kind: 'code', hint: 'F5BP' })
  })

  it('is taken for a misspelt code when the check fails, and not kept either', () => {
    expect(readSought(`see ${code.replace('12345', '12346')}`).kind).toBe('misspelt-code')
  })

  it.each(['glpi interns', 'Test of November', 'ada@example.org', 'F5BP'])(
    'is words otherwise: %s',
    (typed) => {
      expect(readSought(typed).kind).toBe('text')
    },
  )
})
