import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brandFields } from '../../src/shared/brand-settings'
import { contrast, mix } from '../../src/shared/colour'
import { brandViewOf } from '../../src/web/brand'

const publicFolder = path.join(__dirname, '../../public')

describe('the style sheets', () => {
  const sheets = readdirSync(publicFolder).filter((file) => file.endsWith('.css'))
  const physical = [
    /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right)|left|right)\s*:/,
    /border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right)/,
    // Four values of which the second, to the right, is not the fourth.
    /(?:padding|margin|inset)\s*:\s*[^\s;}]+ ([^\s;}]+) [^\s;}]+ (?!\1[;}!\s])[^\s;}]+/,
  ]

  it.each(sheets)(
    '%s knows beginnings and ends, not left and right, so that it can be read from either',
    (sheet) => {
      const css = readFileSync(path.join(publicFolder, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

      expect(physical.flatMap((pattern) => pattern.exec(css)?.[0] ?? [])).toEqual([])
    },
  )

  it.each(sheets)('%s loads nothing', (sheet) => {
    expect(readFileSync(path.join(publicFolder, sheet), 'utf8')).not.toMatch(/url\(|@import/)
  })
})

describe('the colour of an organisation', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54], // the lightest grey that WCAG takes on white
    ['#384461', '#f4f6fa', 8.95],
  ])('%s on %s has a contrast of %d', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })

  it.each([
    ['#1a5fb4', '#ffffff'],
    ['#FEC95C', '#1b2438'],
    ['#000000', '#ffffff'],
    ['#ffffff', '#1b2438'],
  ])('%s is written on in %s', (colour, ink) => {
    expect(brandFields.BRAND_COLOR.parse(colour)).toEqual({ colour: colour.toLowerCase(), ink })
  })

  it.each([
    ['#808080', /at most 3\.9:1.*lighter or a darker/],
    ['#e5484d', /hard to read on/],
    ['blue', /must look like/],
    ['#fff', /must look like/],
  ])('%s is refused with the reason', (colour, reason) => {
    expect(brandFields.BRAND_COLOR.safeParse(colour).error?.issues[0]?.message).toMatch(reason)
  })

  it('is mixed by shares', () => {
    expect(mix('#000000', '#ffffff', 0.2)).toBe('#333333')
    expect(mix('#fec95c', '#fec95c', 0.5)).toBe('#fec95c')
  })
})

describe('the logo', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'logo-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const fileOf = (content: string | Buffer) => {
    const file = path.join(folder, `logo-${readdirSync(folder).length}`)
    writeFileSync(file, content)
    return file
  }
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)])

  it('is known by what is in the file', () => {
    expect(brandFields.LOGO_FILE.parse(fileOf(png))?.type).toBe('image/png')
    expect(brandFields.LOGO_FILE.parse(fileOf('<?xml version="1.0"?><svg viewBox="0 0 1 1"/>'))?.type).toBe(
      'image/svg+xml',
    )
  })

  it.each([
    ['no picture', 'GIF89a', /an SVG or a PNG/],
    ['a page', '<html><svg></svg></html><script>alert(1)</script>', /scripts/],
    ['a script', '<svg><script>alert(1)</script></svg>', /scripts/],
    ['a handler', '<svg onload="alert(1)"></svg>', /scripts/],
    ['too much', Buffer.concat([png, Buffer.alloc(50_000)]), /more than 48 KB/],
  ])('is refused when it is %s', (_, content, reason) => {
    expect(brandFields.LOGO_FILE.safeParse(fileOf(content)).error?.issues[0]?.message).toMatch(reason)
  })

  it('is refused when there is none', () => {
    expect(brandFields.LOGO_FILE.safeParse(path.join(folder, 'nowhere.svg')).success).toBe(false)
  })
})

it.each([
  ['helpdesk@example.org', 'mailto:helpdesk@example.org'],
  ['+49 (30) 123-456', 'tel:+4930123456'],
  ['Ask Marie in room 12', undefined],
  ['javascript:alert(1)', undefined],
])('whom to ask: %s becomes a link to %s', (supportContact, href) => {
  const config = { logo: undefined, brandColour: undefined, helpdeskUrl: undefined, instanceName: 'GLPI' }

  expect(brandViewOf({ ...config, supportContact }, '').contact).toEqual({ text: supportContact, href })
})
