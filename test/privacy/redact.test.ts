import { type KnownBy, likePatterns, redact, redactJson } from '../../src/privacy/redact'

const zoe: KnownBy = {
  emails: ['zoe.muller@example.org'],
  logins: ['zmuller'],
  names: [{ firstname: 'Zoé', realname: 'Müller Weiß' }],
}

describe('what is left of a text when somebody is taken out', () => {
  it.each([
    ['Invitation for zoe.muller@example.org', 'Invitation for ***'],
    ['ZOE.MULLER@EXAMPLE.ORG!', '***!'],
    ['Zoé Müller Weiß, first day', '***, first day'],
    ['for ZOE MULLER WEIß.', 'for ***.'],
    ['Zoe\u0301 Mu\u0308ller-Weiß comes', '*** comes'],
    ['Müller Weiß, Zoé', '***'],
    ['müller_weiß_zoé', '***'],
    ['login zmuller (new)', 'login *** (new)'],
    ['zmuller and Zoé Müller Weiß', '*** and ***'],
    ['the zmullers', 'the zmullers'],
    ['Zoé alone, or Müller Weiß alone', 'Zoé alone, or Müller Weiß alone'],
    ['bozoe.muller@example.org', 'bozoe.muller@example.org'],
    ['🙂 Zoé Müller Weiß 🙂', '🙂 *** 🙂'],
    ['', ''],
  ])('%j becomes %j', (text, left) => {
    expect(redact(text, zoe)).toBe(left)
  })

  it('takes a name that has signs of its own for what it is', () => {
    const known = { emails: ['a+b(c)@x-y.org', '^$*{}|/\\?@x.org'], logins: ["o'brien.[x]-_"], names: [] }

    expect(redact("a+b(c)@x-y.org, o'brien.[x]-_, ab@x-yXorg", known)).toBe('***, ***, ab@x-yXorg')
    expect(redact('to ^$*{}|/\\?@x.org', known)).toBe('to ***')
  })

  it('leaves everything when nothing is known', () => {
    expect(redact('Zoé', { emails: [], logins: [], names: [{ firstname: 'Zoé', realname: '' }] })).toBe('Zoé')
  })

  it('goes through every text of a JSON value', () => {
    const json = JSON.stringify({ label: 'Zoé "Müller Weiß"', uses: 3, texts: ['zmuller', null, true] })

    expect(JSON.parse(redactJson(json, zoe))).toEqual({ label: '***"', uses: 3, texts: ['***', null, true] })
  })

  it('leaves the words of the program, even if somebody is called like one', () => {
    const json = JSON.stringify({ life: 'never', fields: [{ field: 'email', value: 'never' }] })

    expect(JSON.parse(redactJson(json, { emails: [], logins: ['never', 'email'], names: [] }))).toEqual({
      life: 'never',
      fields: [{ field: 'email', value: '***' }],
    })
  })

  it('is looked for with patterns in which signs stand for themselves', () => {
    expect(likePatterns({ emails: ['a_b@x.org'], logins: ['50%'], names: [] })).toEqual([
      '%a\\_b@x.org%',
      '%50\\%%',
    ])
  })
})
