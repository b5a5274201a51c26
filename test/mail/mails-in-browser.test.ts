import { sampleMails } from '../../src/demo/sample-mails'
import { type MailFrame, renderMail } from '../../src/mail'
import { languages } from '../../src/shared/i18n'
import { type Chrome, desktop, expectGoodPage, narrow, phone, startChrome } from '../support/chrome'
import { everyNth } from '../support/scale'
import { describeWith } from '../support/tools'

const looks = [
  { look: 'phone-light', viewport: phone, colorScheme: 'light' },
  { look: 'phone-dark', viewport: phone, colorScheme: 'dark' },
  { look: 'desktop-light', viewport: desktop, colorScheme: 'light' },
  { look: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
] as const

const waysToRead = everyNth(
  looks.flatMap((look) =>
    languages.flatMap((language) => sampleMails.map((sample) => ({ ...look, language, sample }))),
  ),
  97,
)

describeWith('chromium', 'mails in a browser', (program) => {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await startChrome(program)
  })
  afterEach(() => chrome.closePages())
  afterAll(() => chrome.close())

  it.each(waysToRead)(
    'fits and can be read: $sample.name in $language, $look',
    async ({ language, sample, look, ...options }) => {
      const { page, complaints } = await chrome.openPage(options)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))

      await page.setContent(sample.render(language).html)

      await expectGoodPage(page, `mail-${sample.name}-${language}-${look}`, { isMail: true })
      expect([...asked, ...complaints]).toEqual([])
    },
  )

  it.each(['light', 'dark'] as const)(
    'wraps long words and addresses on the narrowest phone, %s',
    async (colorScheme) => {
      const { page } = await chrome.openPage({ viewport: narrow, colorScheme })
      const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
      const frame: MailFrame = {
        instanceName: long.slice(0, 60),
        helpdeskUrl: `https://help.example.org/${long}`,
        contact: `${long}@example.org`,
        timeZone: 'America/Argentina/ComodRivadavia',
        to: { address: `${long}@${long}.example.org`, name: long },
      }

      const { html } = renderMail(
        'invitation',
        {
          ...frame,
          inviter: long,
          link: `https://help.example.org/r/${long}${long}`,
          message: long + long,
          from: undefined,
          until: new Date(),
        },
        'en',
      )
      await page.setContent(html)

      await expectGoodPage(page, `mail-long-words-${colorScheme}`, { isMail: true })
    },
  )
})
