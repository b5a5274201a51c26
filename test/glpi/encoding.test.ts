import { decodeFor, decodeStored, encodeFor } from '../../src/glpi/encoding'
import type { GlpiSide } from '../../src/glpi/side'

const old: GlpiSide = { database: 'glpi', line: '10.0', decodes: true }
const fresh: GlpiSide = { database: 'glpi', line: '11.0', decodes: false }
const upgraded: GlpiSide = { database: 'glpi', line: '11.0', decodes: true }

it.each([
  ["O'Brien & <Sons>", "O'Brien &#38; &#60;Sons&#62;"],
  ['"quoted" \\ plain', '"quoted" \\ plain'],
  ['&amp;', '&#38;amp;'],
])('%p is stored encoded on 10.0, as typed on 11.0, and shown right on both', (typed, encoded) => {
  expect(encodeFor(old, typed)).toBe(encoded)
  expect(encodeFor(fresh, typed)).toBe(typed)
  expect(decodeFor(old, encoded)).toBe(typed)
  expect(decodeFor(fresh, typed)).toBe(typed)
  expect(decodeFor(upgraded, encoded)).toBe(typed)
})

it.each([
  ['rows of GLPI 9', 'a &lt;b&gt; c', 'a <b> c'],
  ['text with a bare &', 'Fish & &#60;Chips&#62;', 'Fish & &#60;Chips&#62;'],
  ['text with a bare <', 'a < b &#38; c', 'a < b &#38; c'],
  ['text without entities', 'plain', 'plain'],
  ['text decoded once already', '&#38;#60;', '&#60;'],
  ['other entities', '&eacute; &#38; x', '&eacute; & x'],
  ['named ones beside numeric ones', '&#60; &lt;', '< &lt;'],
])('decodes once, and only what is encoded as a whole: %s', (_, stored, shown) => {
  expect(decodeStored(stored)).toBe(shown)
})

it('a name that looks like an entity stays itself on a fresh 11.0', () => {
  expect(decodeFor(fresh, '&#60;')).toBe('&#60;')
})
