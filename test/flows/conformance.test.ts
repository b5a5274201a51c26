import { pauseKey, printedForm } from '../../src/keys'
import { generateCode } from '../../src/keys/code'
import { systemRandom } from '../../src/shared/random'
import { hiddenFields, registrationForm } from '../support/browser'
import { givenKey } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { scaled } from '../support/scale'
import {
  type Case,
  conformTo,
  type Counts,
  dayMs,
  hourMs,
  minuteMs,
  type Scene,
  type Wanted,
} from '../support/scene'

const system = { kind: 'system' } as const
const one: Partial<Counts> = { completed: 1, registrations: ['completed'], accounts: 1 }
const two: Partial<Counts> = { completed: 2, registrations: ['completed', 'completed'], accounts: 2 }
const held: Partial<Counts> = { held: 1, registrations: ['awaiting-confirmation'] }

const codeOf = (instance: { environment: string; publicUrl: string }) => {
  const code = generateCode(systemRandom, instance)
  keepSecret(code.normalForm)
  keepSecret(printedForm(code))
  return printedForm(code)
}
const typedCode = ({ app }: Scene, code: string) => app.browser().post('/code', { code })
const withCode = ({ app }: Scene, code: string) => app.browser().get(`/r/${encodeURIComponent(code)}`)
const here = ({ app }: Scene) => app.context.config.publicUrl

const needed: Case[] = [
  {
    title: 'without a key there is a box for a code and no form',
    does: ({ app }) => app.browser().get('/register'),
    answers: '200 code box',
  },
  {
    title: 'an empty code is asked for again',
    does: (scene) => typedCode(scene, ' \r\n '),
    answers: '422 code: Type or paste the code from your invitation.',
  },
  {
    title: 'a form that was sent without a key is not read',
    does: ({ app }) => app.browser().post('/register', registrationForm()),
    answers: '400 error: formUnreadable',
  },
  {
    title: 'a form whose key was exchanged for another is not read',
    key: { maxUses: 5 },
    does: async (scene) => {
      const [mine, other] = [await scene.open(), await scene.open()].map(hiddenFields)
      const forged = { ...registrationForm(), handle: mine?.handle ?? '', csrf: other?.csrf ?? '' }
      return scene.app.browser().post('/register', forged)
    },
    answers: '400 error: formUnreadable',
  },
  {
    title: 'a link that was cut is told to be mistyped',
    does: ({ app, key }) => app.browser().open(key.link.slice(0, -3)),
    answers: '404 KEY_MALFORMED',
  },
  {
    title: 'a link with one wrong character is told to be mistyped',
    does: ({ app, key }) => app.browser().open(key.link.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    answers: '404 KEY_MALFORMED',
  },
  {
    title: 'two exchanged characters are told to be mistyped',
    does: (scene) => typedCode(scene, scene.key.code.replace(/-(.)(.)(.*)$/, '-$2$1$3x')),
    answers: '404 KEY_MALFORMED',
  },
  {
    title: 'what is no code at all is told to be mistyped',
    does: (scene) => withCode(scene, "' OR 1=1 --"),
    answers: '404 KEY_MALFORMED',
  },
  {
    title: 'a code of five hundred characters is told to be mistyped',
    does: (scene) => typedCode(scene, 'x'.repeat(500)),
    answers: '404 KEY_MALFORMED',
  },
  {
    title: 'a code that nobody made is unknown, as a link',
    does: (scene) =>
      withCode(scene, codeOf({ environment: 'production', publicUrl: here(scene) }).toLowerCase()),
    answers: '404 KEY_UNKNOWN',
  },
  {
    title: 'a code that nobody made is unknown, typed',
    does: (scene) => typedCode(scene, codeOf({ environment: 'production', publicUrl: here(scene) })),
    answers: '404 KEY_UNKNOWN',
  },
  {
    title: 'a test key makes no real account',
    does: (scene) => withCode(scene, codeOf({ environment: 'staging', publicUrl: here(scene) })),
    answers: '404 KEY_OF_TEST_INSTANCE',
  },
  {
    title: 'a key of another helpdesk is told to be one',
    does: (scene) =>
      withCode(scene, codeOf({ environment: 'production', publicUrl: 'https://help.example.net' })),
    answers: '404 KEY_OF_OTHER_INSTANCE',
  },
  {
    title: 'a key of another path on this server is of another helpdesk',
    does: (scene) =>
      withCode(scene, codeOf({ environment: 'production', publicUrl: `${here(scene)}/other` })),
    answers: '404 KEY_OF_OTHER_INSTANCE',
  },
  {
    title: 'a good key shows the form',
    does: (scene) => scene.open(),
    answers: '200 form',
  },
  {
    title: 'a good key makes an account',
    does: async (scene) => (await scene.register()).page,
    answers: '200 done',
    counts: one,
  },
  {
    title: 'a typed code is read in any case, with O for 0, I and L for 1, and spaces',
    does: async (scene) => {
      const sloppy = scene.key.code
        .toLowerCase()
        .replaceAll('0', 'o')
        .replaceAll('1', 'l')
        .replaceAll('-', ' ')
      const browser = scene.app.browser()
      return browser.submit(await browser.post('/code', { code: ` ${sloppy}\r\n` }))
    },
    answers: '200 done',
    counts: one,
  },
]

/** Each as who opens the link meets it, and who had the form open already. */
const states: {
  title: string
  key?: Case['key']
  becomes: (scene: Scene) => unknown
  code: string
  counts?: Partial<Counts>
}[] = [
  { title: 'a revoked key', becomes: (scene) => scene.revoke(), code: '410 KEY_REVOKED' },
  {
    title: 'a paused key',
    becomes: ({ app, key }) => pauseKey(app.context, system, key.uid),
    code: '403 KEY_PAUSED',
  },
  {
    title: 'a key that was revoked while it was paused',
    becomes: async (scene) => {
      await pauseKey(scene.app.context, system, scene.key.uid)
      await scene.revoke()
    },
    code: '410 KEY_REVOKED',
  },
  {
    title: 'a key that begins tomorrow',
    becomes: (scene) => scene.change({ notBefore: scene.later(dayMs) }),
    code: '403 KEY_NOT_YET_VALID',
  },
  {
    title: 'a key that has ended half an hour ago',
    key: (app) => ({ expiresAt: new Date(app.clock.now().getTime() + hourMs) }),
    becomes: ({ app }) => app.clock.advance(hourMs + 30 * minuteMs),
    code: '410 KEY_EXPIRED',
  },
  {
    title: 'a key that somebody else has used up',
    becomes: (scene) => scene.register(),
    code: '410 KEY_USED_UP',
    counts: one,
  },
  {
    title: 'a key for two whose two places are used',
    key: { maxUses: 2 },
    becomes: async (scene) => [await scene.register(), await scene.register()],
    code: '410 KEY_USED_UP',
    counts: two,
  },
  {
    title: 'a key whose limit was lowered to what is used',
    key: { maxUses: 5 },
    becomes: async (scene) => {
      await scene.register()
      await scene.change({ maxUses: 1 })
    },
    code: '410 KEY_USED_UP',
    counts: one,
  },
  {
    title: 'a key whose only place is held',
    key: { needsProof: true },
    becomes: (scene) => scene.register(),
    code: '403 KEY_HELD_UP',
    counts: held,
  },
  {
    title: 'a key for two, of which one is used and one is held,',
    key: { maxUses: 2 },
    becomes: async (scene) => {
      await scene.register()
      await scene.change({ needsProof: true })
      await scene.register()
    },
    code: '403 KEY_HELD_UP',
    counts: { completed: 1, held: 1, registrations: ['completed', 'awaiting-confirmation'], accounts: 1 },
  },
]

const refused: Case[] = states.flatMap(({ title, key = {}, becomes, code, counts = {} }) => [
  {
    title: `${title} refuses who opens its link`,
    key,
    does: async (scene: Scene) => {
      await becomes(scene)
      return scene.open()
    },
    answers: code,
    counts,
  },
  {
    title: `${title} refuses a form that was open`,
    key,
    does: (scene: Scene) => scene.sendAfter(becomes),
    answers: code,
    counts,
  },
])

const endings: Case[] = [
  {
    title: 'a form that was opened in time may be sent a quarter of an hour after the end',
    key: (app) => ({ expiresAt: new Date(app.clock.now().getTime() + minuteMs) }),
    does: (scene) => scene.sendAfter(() => scene.app.clock.advance(16 * minuteMs)),
    answers: '200 done',
    counts: one,
  },
  {
    title: 'a key for two lets two in, each once',
    key: { maxUses: 2 },
    does: async (scene) => [(await scene.register()).page, (await scene.register()).page],
    answers: ['200 done', '200 done'],
    counts: two,
  },
  {
    title: 'an unlimited key goes on after it was used',
    key: { maxUses: undefined },
    does: async (scene) => [(await scene.register()).page, (await scene.register()).page],
    answers: ['200 done', '200 done'],
    counts: two,
  },
]

/** Every way to fill in one field badly. `needs` is there before. */
const bad: {
  title: string
  fields: (me: string) => Record<string, string>
  problem: string
  needs?: (scene: Scene) => unknown
}[] = [
  { title: 'no login', fields: () => ({ login: ' ' }), problem: 'login: proposed' },
  { title: 'no first name', fields: () => ({ firstname: '' }), problem: 'firstname: required' },
  { title: 'no last name', fields: () => ({ realname: '' }), problem: 'realname: required' },
  { title: 'no address', fields: () => ({ email: '' }), problem: 'email: required' },
  { title: 'no password', fields: () => ({ password: '' }), problem: 'password: required' },
  {
    title: 'a login of 256 characters',
    fields: () => ({ login: 'x'.repeat(256) }),
    problem: 'login: too-long',
  },
  {
    title: 'a first name of 256 characters',
    fields: () => ({ firstname: 'x'.repeat(256) }),
    problem: 'firstname: too-long',
  },
  {
    title: 'a last name of 256 characters',
    fields: () => ({ realname: 'x'.repeat(256) }),
    problem: 'realname: too-long',
  },
  { title: 'a login with a slash', fields: () => ({ login: 'a/b' }), problem: 'login: login-characters' },
  { title: 'HTML as login', fields: () => ({ login: '<b>ada</b>' }), problem: 'login: login-characters' },
  {
    title: 'a link as last name',
    fields: () => ({ realname: 'https://evil.example' }),
    problem: 'realname: name-characters',
  },
  {
    title: 'a picture in the first name',
    fields: () => ({ firstname: 'Ada 🙂' }),
    problem: 'firstname: name-characters',
  },
  {
    title: 'text that runs backwards as first name',
    fields: () => ({ firstname: 'a\u202eda' }),
    problem: 'firstname: name-characters',
  },
  {
    title: 'an address without @',
    fields: () => ({ email: 'ada.example.org' }),
    problem: 'email: email-invalid',
  },
  {
    title: 'an address without a domain',
    fields: () => ({ email: 'ada@' }),
    problem: 'email: email-invalid',
  },
  {
    title: 'two addresses in one field',
    fields: () => ({ email: 'a@example.org, b@example.org' }),
    problem: 'email: email-invalid',
  },
  {
    title: 'a quoted address',
    fields: () => ({ email: '"a b"@example.org' }),
    problem: 'email: email-invalid',
  },
  {
    title: 'a password of eleven characters',
    fields: () => ({ password: 'Zk9-fq+w2Lm' }),
    problem: 'password: password-too-short',
  },
  {
    title: 'a password of 129 characters',
    fields: () => ({ password: 'k9-fq+w2Lm?'.repeat(12) }),
    problem: 'password: password-too-long',
  },
  {
    title: 'a password that is tried first',
    fields: () => ({ password: 'correcthorsebatterystaple' }),
    problem: 'password: password-common',
  },
  {
    title: 'a password made of the name',
    fields: () => ({ firstname: 'Lancelot', realname: 'Lovelace', password: 'lancelotlovelace' }),
    problem: 'password: password-weak',
  },
  {
    title: 'a login that somebody has',
    needs: (scene) => scene.knows({ name: scene.me }),
    fields: (me) => ({ login: me }),
    problem: 'login: login-taken',
  },
  {
    title: 'a login that somebody has, in other case and with spaces around',
    needs: (scene) => scene.knows({ name: scene.me }),
    fields: (me) => ({ login: ` ${me.toUpperCase()} ` }),
    problem: 'login: login-taken',
  },
  {
    title: 'a login that somebody in the directory has',
    needs: (scene) => scene.knows({ name: scene.me, authtype: 3 }),
    fields: (me) => ({ login: me }),
    problem: 'login: login-taken',
  },
  {
    title: 'an address that somebody has',
    needs: (scene) => scene.knows({ email: `${scene.me}@example.org` }),
    fields: (me) => ({ email: `${me}@example.org` }),
    problem: 'email: email-taken',
  },
  {
    title: 'an address that somebody has, in other case',
    needs: (scene) => scene.knows({ email: `${scene.me}@example.org` }),
    fields: (me) => ({ email: `${me.toUpperCase()}@Example.ORG` }),
    problem: 'email: email-taken',
  },
]

const invalid: Case[] = bad.flatMap(({ title, fields, problem, needs }, index) => [
  {
    title: `a form with ${title} comes back, and the key is as good as before`,
    // Where a use would be held, the same form holds none.
    key: { needsProof: index % 3 === 0 && !problem.endsWith('email-taken') },
    does: async (scene: Scene) => {
      await needs?.(scene)
      return (await scene.register(fields(scene.me))).page
    },
    answers: `422 ${problem}`,
  },
])

const mended: Case = {
  title: 'a form that came back is accepted once it is mended',
  does: async ({ app, key }) => {
    const browser = app.browser()
    const back = await browser.submit(await browser.open(key.link), { firstname: '' })
    return [back, await browser.submit(back)]
  },
  answers: ['422 firstname: required', '200 done'],
  counts: one,
}

/** Whom the key is for, and who comes. */
const bindings: {
  title: string
  key: (me: string) => Wanted
  email: (me: string) => string
  answers: string
}[] = [
  ...[
    {
      title: 'the address that it is bound to',
      email: (me: string) => `${me}@example.org`,
      answers: '200 done',
    },
    {
      title: 'that address in other case',
      email: (me: string) => `${me.toUpperCase()}@EXAMPLE.org`,
      answers: '200 done',
    },
    {
      title: 'that address between spaces',
      email: (me: string) => `  ${me}@example.org `,
      answers: '200 done',
    },
    {
      title: 'another address',
      email: (me: string) => `not-${me}@example.org`,
      answers: '422 email: email-not-invited',
    },
    {
      title: 'the same name elsewhere',
      email: (me: string) => `${me}@example.net`,
      answers: '422 email: email-not-invited',
    },
    {
      title: 'that address with a plus',
      email: (me: string) => `${me}+glpi@example.org`,
      answers: '422 email: email-not-invited',
    },
    {
      title: 'an address that begins with it',
      email: (me: string) => `${me}@example.org.evil.test`,
      answers: '422 email: email-not-invited',
    },
    { title: 'no address', email: () => '', answers: '422 email: required' },
  ].map((row) => ({
    ...row,
    title: `a key for one address, with ${row.title}`,
    key: (me: string) => ({ addresses: [`${me}@example.org`] }),
  })),
  {
    title: 'a key for an address with a plus, with that address',
    key: (me) => ({ addresses: [`${me}+glpi@example.org`] }),
    email: (me) => `${me}+glpi@example.org`,
    answers: '200 done',
  },
  {
    title: 'a key for an address with a plus, with the one without',
    key: (me) => ({ addresses: [`${me}+glpi@example.org`] }),
    email: (me) => `${me}@example.org`,
    answers: '422 email: email-not-invited',
  },
  {
    title: 'a key for two addresses, with the second',
    key: (me) => ({ addresses: [`${me}-1@example.org`, `${me}-2@example.org`] }),
    email: (me) => `${me}-2@example.org`,
    answers: '200 done',
  },
  {
    title: 'a key for an address in an international domain, with its ASCII spelling',
    key: (me) => ({ addresses: [`${me}@bücher.example`] }),
    email: (me) => `${me}@xn--bcher-kva.example`,
    answers: '200 done',
  },
  ...[
    { title: 'an address in it', email: (me: string) => `${me}@example.org`, answers: '200 done' },
    {
      title: 'an address in it, in capitals',
      email: (me: string) => `${me}@EXAMPLE.ORG`,
      answers: '200 done',
    },
    {
      title: 'an address in it with a plus',
      email: (me: string) => `${me}+glpi@example.org`,
      answers: '200 done',
    },
    {
      title: 'an address below it',
      email: (me: string) => `${me}@sub.example.org`,
      answers: '422 email: email-not-in-domains',
    },
    {
      title: 'a domain that ends like it',
      email: (me: string) => `${me}@badexample.org`,
      answers: '422 email: email-not-in-domains',
    },
    {
      title: 'a domain that begins like it',
      email: (me: string) => `${me}@example.org.evil.test`,
      answers: '422 email: email-not-in-domains',
    },
    {
      title: 'a look-alike in Cyrillic letters',
      email: (me: string) => `${me}@ехаmple.org`,
      answers: '422 email: email-not-in-domains',
    },
    {
      title: 'it in the part before the @',
      email: (me: string) => `${me}.example.org@evil.test`,
      answers: '422 email: email-not-in-domains',
    },
    { title: 'no address', email: () => '', answers: '422 email: required' },
  ].map((row) => ({
    ...row,
    title: `a key for a domain, with ${row.title}`,
    key: () => ({ domains: ['example.org'] }),
  })),
  {
    title: 'a key for what is below a domain, with an address below it',
    key: () => ({ domains: ['*.example.org'] }),
    email: (me) => `${me}@deep.sub.example.org`,
    answers: '200 done',
  },
  {
    title: 'a key for what is below a domain, with an address in it',
    key: () => ({ domains: ['*.example.org'] }),
    email: (me) => `${me}@example.org`,
    answers: '422 email: email-not-in-domains',
  },
  ...(['bücher.example', 'xn--bcher-kva.example'] as const).flatMap((domain) =>
    (['bücher.example', 'xn--bcher-kva.example', 'BÜCHER.example'] as const).map((typed) => ({
      title: `a key for ${domain}, with an address in ${typed}`,
      key: () => ({ domains: [domain] }),
      email: (me: string) => `${me}@${typed}`,
      answers: '200 done',
    })),
  ),
  {
    title: 'a key for bücher.example, with an address in bucher.example',
    key: () => ({ domains: ['bücher.example'] }),
    email: (me) => `${me}@bucher.example`,
    answers: '422 email: email-not-in-domains',
  },
  {
    title: 'a key for an address and a domain, with that address elsewhere',
    key: (me) => ({ addresses: [`${me}@home.test`], domains: ['example.org'] }),
    email: (me) => `${me}@home.test`,
    answers: '200 done',
  },
  {
    title: 'a key for anybody, with any address',
    key: () => ({}),
    email: (me) => `${me}@any.where.test`,
    answers: '200 done',
  },
]

const bound: Case[] = bindings.map(({ title, key, email, answers }) => ({
  title: `${title}: ${answers === '200 done' ? 'makes an account' : 'is refused, and nothing is spent'}`,
  key: (_, me) => key(me),
  does: async (scene) => (await scene.register({ email: email(scene.me) })).page,
  answers,
  counts: answers === '200 done' ? one : {},
}))

const twice: Case[] = [
  {
    title: 'a double click gives one account, and both answers are the first',
    key: { maxUses: 5 },
    does: async ({ app, key }) => {
      const browser = app.browser()
      const form = await browser.open(key.link)
      const typed = registrationForm()
      return Promise.all([browser.submit(form, typed), browser.submit(form, typed)])
    },
    answers: ['200 done', '200 done'],
    counts: one,
  },
  {
    title: 'the form sent again after Back gives the first account, though the key is used up',
    does: async (scene) => {
      const { browser, form, typed, page } = await scene.register()
      return [page, await browser.submit(form, typed)]
    },
    answers: ['200 done', '200 done'],
    counts: one,
  },
  {
    title: 'the last place is for one of two who press at once',
    does: async ({ app, key }) => {
      const both = [app.browser(), app.browser()]
      const ready = await Promise.all(
        both.map(async (browser) => ({ browser, form: await browser.open(key.link) })),
      )
      const answers = await Promise.all(ready.map(({ browser, form }) => browser.submit(form)))
      return answers.sort((a, b) => a.status - b.status)
    },
    answers: ['200 done', '410 KEY_USED_UP'],
    counts: one,
  },
  {
    title: 'two tabs with two links do not mix: the first tab spends its own key',
    does: async ({ app, key }) => {
      const { link } = await givenKey(app)
      const browser = app.browser()
      const first = await browser.open(key.link)
      await browser.open(link)
      return browser.submit(first)
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'two tabs with two links do not mix: the second tab spends nothing of the first',
    does: async ({ app, key }) => {
      const { link } = await givenKey(app)
      const browser = app.browser()
      await browser.open(key.link)
      return browser.open(link)
    },
    answers: '200 form',
  },
  {
    title: 'a browser that refuses cookies registers all the same',
    does: async ({ app, key }) => {
      const browser = app.browser()
      const form = await browser.open(key.link)
      browser.forgetCookies()
      return browser.submit(form)
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'a link that was shared lets the friend in, and then its owner not any more',
    does: async (scene) => [(await scene.register()).page, await scene.open()],
    answers: ['200 done', '410 KEY_USED_UP'],
    counts: one,
  },
  ...(['get', 'head'] as const).map((method): Case => ({
    title: `a link that is asked for with ${method.toUpperCase()} a hundred times is as good as new`,
    does: async (scene) => {
      const path = new URL(scene.key.link).pathname.slice(
        new URL(scene.app.url).pathname.replace(/\/$/, '').length,
      )
      const browser = scene.app.browser()
      for (let time = 0; time < scaled(100); time += 1) {
        await browser[method](path)
        await browser[method]('/register')
      }
      return scene.open()
    },
    answers: '200 form',
  })),
]

describe('registering: what the door answers, and what is counted afterwards', () => {
  conformTo([...needed, ...refused, ...endings, ...invalid, mended, ...bound, ...twice])
})
