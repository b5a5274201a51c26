import {
  generateCode,
  hashOf,
  hintOf,
  invitationLink,
  parseCode,
  prefixOf,
  printedForm,
  tagOf,
} from '../../src/keys/code'
import { systemRandom } from '../../src/shared/random'
import { scaled } from '../support/scale'

const home = { environment: 'production', publicUrl: 'https://help.example.org/invite/' }
/** 130 bits that spell out the first 26 characters of the alphabet. */
const counting = { bytes: () => bytesOf('0123456789ABCDEFGHJKMNPQRS') }
const vector = 'GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP'

describe('the code', () => {
  it('is the one that every implementation makes of the same instance and chance', () => {
    const code = generateCode(counting, home)

    expect(printedForm(code)).toBe(vector)
    expect(hintOf(code)).toBe('F5BP')
    expect(invitationLink('https://help.example.org/invite', code)).toBe(
      'https://help.example.org/invite/r/glpiarfv0123456789abcdefghjkmnpqrskf5bp',
    )
    expect(hashOf(code)).toHaveLength(32)
  })

  it.each([
    ['lower case', vector.toLowerCase()],
    ['no dashes', vector.replaceAll('-', '')],
    ['spaces and line breaks', vector.replaceAll('-', ' \r\n')],
    ['typographic dashes', vector.replaceAll('-', '–')],
    ['O for 0, I and L for 1', vector.replace('V0-1', 'vo-I').replace('0-1', 'O-l')],
  ])('is read with %s', (_, typed) => {
    expect(parseCode(typed)?.normalForm).toBe(vector.replaceAll('-', ''))
  })

  it('tells every single wrong character, and every swap of neighbours', () => {
    const body = vector.replaceAll('-', '')
    const typed: string[] = []
    for (let at = 4; at < body.length; at += 1) {
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (wrong !== body[at]) typed.push(body.slice(0, at) + wrong + body.slice(at + 1))
      }
      const [one = '', other = ''] = [body[at], body[at + 1]]
      if (one !== other && other !== '') typed.push(body.slice(0, at) + other + one + body.slice(at + 2))
    }

    expect(typed.length).toBeGreaterThan(1_000)
    expect(typed.filter((text) => parseCode(text) !== undefined)).toEqual([])
  })

  it.each([
    '',
    'GLPI',
    'ABCD-ARFV0',
    vector.slice(0, -1),
    `${vector}0`,
    'x'.repeat(10_000),
    vector.replace('A', 'U'),
  ])('refuses %p', (typed) => expect(parseCode(typed.slice(0, 10_000))).toBeUndefined())

  it('reads back thousands of its own', () => {
    for (let time = 0; time < scaled(10_000); time += 1) {
      const code = generateCode(systemRandom, home)
      expect(parseCode(printedForm(code).toLowerCase())).toEqual(code)
    }
  })
})

describe('the tag', () => {
  const tag = (publicUrl: string, environment = 'production') => tagOf({ environment, publicUrl })

  it('is the same with and without HTTPS, the usual port, upper case, and a slash at the end', () => {
    const same = [
      'https://help.example.org/invite',
      'http://help.example.org/invite',
      'https://help.example.org:443/invite/',
      'http://help.example.org:80/invite',
      'https://HELP.example.org/invite',
    ]
    expect(new Set(same.map((url) => tag(url)))).toEqual(new Set(['ARFV']))
  })

  it('differs by host, port, path and environment', () => {
    const url = 'https://help.example.org/invite'
    const others = [
      tag('https://help.example.org'),
      tag('https://help.example.com/invite'),
      tag('https://help.example.org:8443/invite'),
      tag(url, 'staging'),
    ]
    expect(others).not.toContain(tag(url))
    expect(new Set(others).size).toBe(4)
  })

  it('comes after GLPI in production and TEST anywhere else', () => {
    expect(prefixOf({ environment: 'production' })).toBe('GLPI')
    expect(prefixOf({ environment: 'staging' })).toBe('TEST')
  })
})

function bytesOf(characters: string): Buffer {
  const bits = Array.from(characters, (character) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(character).toString(2).padStart(5, '0'),
  ).join('')
  return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)))
}
