import MailComposer from 'nodemailer/lib/mail-composer'
import { sampleMails } from '../../src/demo/sample-mails'
import { mailKinds, renderMail } from '../../src/mail'
import { type Language, languages } from '../../src/shared/i18n'
import { readMime } from '../support/mime'

const everyMail = languages.flatMap((language) =>
  sampleMails.map((sample) => ({ name: sample.name, language, ...sample.render(language) })),
)
const frame = {
  instanceName: 'Example Helpdesk',
  helpdeskUrl: 'https://help.example.org',
  contact: undefined,
  timeZone: 'Europe/Paris',
  to: { address: 'nora@example.org', name: undefined },
}
const invited = {
  link: 'https://help.example.org/r/x/y',
  inviter: 'Marie Curie',
  from: undefined,
  until: new Date('2026-11-27T22:59:59.999Z'),
  message: undefined,
}
const invitation = (
  more: Partial<typeof frame & Record<keyof typeof invited, unknown>>,
  language: Language = 'en',
) => renderMail('invitation', { ...frame, ...invited, ...more } as never, language)

it('has a sample of every kind of mail', () => {
  expect(new Set(sampleMails.map(({ kind }) => kind))).toEqual(new Set(mailKinds))
})

describe.each(everyMail)('$name in $language', ({ language, subject, text, html }) => {
  it('says in its text everything that its HTML says', () => {
    expect(linesOf(html).filter((line) => !squeezed(text).includes(line))).toEqual([])
    expect(addressesOf(html).filter((address) => !text.includes(address))).toEqual([])
  })

  it('loads nothing, counts nobody, and runs nothing', () => {
    expect(html).not.toMatch(
      /<(img|link|script|iframe|object|video|form|svg|base)\b|url\(|@import|@font-face|\ssrc=|\son\w+=/i,
    )
    expect(addressesOf(html).filter((address) => !address.startsWith('https://help.example.org'))).toEqual([])
  })

  it('names its language and its direction, and takes part in dark mode', () => {
    expect(html).toContain(`<html lang="${language}" dir="ltr">`)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
  })

  it('leaves nothing unsaid', () => {
    expect(`${subject}${text}${html}`).not.toMatch(/\b(undefined|null|NaN|Invalid)\b|\[object/)
    expect(Array.from(subject).length).toBeLessThan(79)
  })

  it('arrives as it was written', async () => {
    const raw = await new MailComposer({
      from: 'helpdesk@example.org',
      to: 'nora@example.org',
      subject,
      text,
      html,
    })
      .compile()
      .build()

    const read = readMime(raw.toString('latin1'))

    expect(read.subject).toBe(subject)
    expect(read.parts).toEqual({ 'text/plain': text, 'text/html': html })
  })
})

it.each<[Language, string]>([
  ['en', 'until Friday 27 November 2026, 23:59 (Europe/Paris)'],
  ['de', 'bis Freitag, 27. November 2026, 23:59 Uhr (Europe/Paris)'],
  ['es', 'hasta el viernes 27 de noviembre de 2026, 23:59 (Europe/Paris)'],
  ['fr', 'jusqu’au vendredi 27 novembre 2026 à 23\u00a0h\u00a059 (Europe/Paris)'],
  ['it', 'fino a venerdì 27 novembre 2026 alle ore 23:59 (Europe/Paris)'],
  ['pt', 'até sexta-feira, 27 de novembro de 2026 às 23:59 (Europe/Paris)'],
])('states in %s until when, with the zone', (language, end) => {
  expect(invitation({}, language).text).toContain(end)
})

it.each<[Language, string, string]>([
  ['en', 'from Sunday 1 November 2026, 08:05 (Europe/Paris)', 'Keep'],
  ['de', 'Ab Sonntag, 1. November 2026, 08:05 Uhr (Europe/Paris)', 'Bewahren'],
  ['es', 'A partir del domingo 1 de noviembre de 2026, 08:05 (Europe/Paris)', 'Conserve'],
  ['fr', 'à partir du dimanche 1er novembre 2026 à 8\u00a0h\u00a005 (Europe/Paris)', 'conservez'],
  ['it', 'da domenica 1º novembre 2026 alle ore 08:05 (Europe/Paris)', 'conservare'],
  ['pt', 'a partir de domingo, 1º de novembro de 2026 às 08:05 (Europe/Paris)', 'guarde'],
])('states in %s from when, and asks to keep the mail', (language, begin, keep) => {
  const { text } = invitation({ from: new Date('2026-11-01T07:05:00Z') }, language)

  expect(text).toContain(begin)
  expect(text.toLowerCase()).toContain(keep.toLowerCase())
})

it('says on which side of a change of clocks it means', () => {
  expect(invitation({ until: new Date('2026-10-25T00:30:00Z') }).text).toContain('02:30 (Europe/Paris)')
  expect(invitation({ until: new Date('2026-07-01T21:59:59.999Z') }).text).toContain('1 July 2026, 23:59')
})

describe('what people wrote', () => {
  const hostile =
    '<a href="https://evil.example">click</a>\r\n\r\n\r\n\r\n<img src=x onerror=alert(1)> & http://evil.example\u2028\u202eend'

  it('stays text in HTML, line by line, and makes no link', () => {
    const { html } = invitation({ message: hostile })

    expect(html).toContain(
      '&lt;a href=&#34;https://evil.example&#34;&gt;click&lt;/a&gt;<br><br>&lt;img src=x onerror=alert(1)&gt; &amp; http://evil.example<br>end</p>',
    )
    expect(addressesOf(html).filter((address) => address.includes('evil'))).toEqual([])
    expect(html).not.toContain('<img')
  })

  it('cannot pass for ours in the text', () => {
    const { text } = invitation({ message: hostile })

    expect(text).toContain('> <a href="https://evil.example">click</a>\n>\n> <img')
    expect(text).toContain('\n> end\n')
    expect(
      text
        .split('\n')
        .filter((line) => line.includes('evil'))
        .every((line) => line.startsWith('> ')),
    ).toBe(true)
  })

  it('leaves no empty quotation', () => {
    expect(invitation({ message: ' \n\u200b\n ' }).text).not.toContain('writes')
  })

  it.each([
    [
      'Mal\r\nBcc: all@example.org\u0000lory',
      'Mal Bcc: all@example.org lory invites you to Example Helpdesk',
    ],
    ['\u202egpj.exe\u202c Ada\u2066 L.', 'gpj.exe Ada L. invites you to Example Helpdesk'],
    ['  Zoe\u0301   \u2029 Vidal ', 'Zoé Vidal invites you to Example Helpdesk'],
    ['\ud800Ada', 'Ada invites you to Example Helpdesk'],
    ['نازنین\u200cزهرا', 'نازنین\u200cزهرا invites you to Example Helpdesk'],
    ['\u200b\n', 'Your invitation to Example Helpdesk'],
  ])('in the name %j does not break the subject', (inviter, subject) => {
    expect(invitation({ inviter }).subject).toBe(subject)
  })

  it('is cut where it would fill the subject', () => {
    expect(invitation({ inviter: '🦉'.repeat(300) }).subject).toBe(
      `${'🦉'.repeat(79)}… invites you to Example Helpdesk`,
    )
  })
})

/** What a reader sees, line by line; the sentence above a button's address has no sense without a button. */
function linesOf(html: string): string[] {
  return html
    .replace(/^[^]*<div role="article"[^>]*>/, '')
    .replace(/<p class="m-soft"[^>]*>[^<]*<br><a/g, '<a')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<span[^>]*>([^<]*)<\/span><br>/g, '$1<br>')
    .split(/<[^>]+>/)
    .map((line) => squeezed(decoded(line)))
    .filter((line) => line !== '')
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
const addressesOf = (html: string): string[] =>
  Array.from(html.matchAll(/href="([^"]*)"/g), ([, address = '']) => decoded(address))
const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
