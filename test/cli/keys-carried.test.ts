import { titleIds } from '../../src/demo/sample-places'
import { getKey } from '../../src/keys'
import { runCommand } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

interface Key {
  uid: string
  code: string
  emails: string[]
  domains: string[]
  account: { from: string | null; days: number | null; months: number | null; until: string | null }
  language: string | null
  fields: { field: string; value: string; locked: boolean }[]
  proveAddress: boolean
  shareInviter: boolean
  message: string | null
}

describe.each(layouts)('what keys carry, on the command line on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base, env: { TIME_ZONE: 'Europe/Paris' } })
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, ['keys', ...args])

  async function create(...args: string[]): Promise<Key> {
    const { code, out, err } = await run('create', '--json', ...args)
    if (code !== 0) throw new Error(`exit ${code}: ${err}`)
    const key = JSON.parse(out) as Key
    keepSecret(key.code)
    keepSecret(key.code.replaceAll('-', ''))
    return key
  }

  it('is what the form asks for, field by field, and as it is changed later', async () => {
    const { uid } = await create(
      ...[
        '--field',
        'phone=required',
        '--field',
        'mobile=locked: +33 6 12',
        '--field',
        'title=locked:Engineer',
      ],
      ...['--field', 'registration-number=optional', '--field', 'login=hidden'],
    )
    const read = () => getKey(app.context.db, uid)

    expect(await read()).toMatchObject({
      form: { phone: 'required', title: 'locked', registrationNumber: 'optional', login: 'hidden' },
      fields: [{ field: 'mobile', value: '+33 6 12', isLocked: true }],
      grant: { usertitlesId: titleIds.engineer },
    })
    expect((await run('show', uid)).out).toMatch(/phone.*required/i)
    expect((await run('change', uid, '--field', 'phone=optional', '--field', 'mobile=optional')).code).toBe(0)
    expect(await read()).toMatchObject({
      form: { phone: 'optional', mobile: 'optional', title: 'locked', registrationNumber: 'optional' },
      fields: [{ field: 'mobile', value: '+33 6 12', isLocked: false }],
    })
  })

  it('is changed with the values that stand beside the fields, but for what the key gives', async () => {
    const { uid } = await create('--field', 'title=optional:Engineer')
    const read = () => getKey(app.context.db, uid)

    const changed = await run(
      ...['change', uid, '--field', 'language=locked:de_DE', '--field', 'phone=locked:+33 1 23'],
      ...['--field', 'title=locked'],
    )
    expect(changed).toMatchObject({ code: 0, err: '' })
    const after = {
      language: 'de_DE',
      form: { language: 'locked', title: 'locked' },
      fields: [{ field: 'phone', value: '+33 1 23', isLocked: true }],
      grant: { usertitlesId: titleIds.engineer },
    }
    expect(await read()).toMatchObject(after)
    expect(await run('change', uid, '--field', 'title=locked:Technician')).toMatchObject({
      code: 2,
      err: expect.stringContaining('a key keeps the title that it was made with') as unknown,
    })
    expect(await read()).toMatchObject(after)
  })

  it('goes on in a preset made like the key, where values of its own are asked for', async () => {
    const { uid } = await create(
      ...['--field', 'phone=locked:+33 1', '--prefill', 'mobile=+33 6', '--lock', 'firstname=Ada'],
      ...['--field', 'registration-number=required'],
    )

    const made = await runCommand(app.env, ['presets', 'create', `Like ${line}`, '--like', uid, '--json'])
    expect(JSON.parse(made.out)).toMatchObject({
      fields: [],
      form: { phone: 'required', mobile: 'optional', registrationNumber: 'required' },
    })
    const { form } = JSON.parse((await run('create', '--preset', `Like ${line}`, '--json')).out) as {
      form: unknown
    }
    expect(form).toMatchObject({ phone: 'required', mobile: 'optional', registrationNumber: 'required' })
  })

  it.each([
    ['phone'],
    ['phone=sometimes'],
    ['shoe-size=required'],
    ['email=hidden'],
    ['phone=locked'],
    ['title=locked:Nobody knows'],
    ['terms=required'],
    ['phone=required:call me'],
  ])('is not --field %s', async (field) => {
    const { code, err } = await run('create', '--field', field)

    expect(code).toBe(2)
    expect(err).not.toBe('')
  })

  it('is nothing unless it is said', async () => {
    expect(await create()).toMatchObject({
      domains: [],
      account: { from: null, days: null, months: null, until: null },
      language: null,
      fields: [],
      proveAddress: false,
      shareInviter: true,
      message: null,
    })
  })

  it('is what the options say, in JSON and in words', async () => {
    const key = await create(
      ...['--domain', '@Bücher.example', '--domain', '*.example.org', '--account-valid', '6mo'],
      ...['--account-from', '2030-09-01', '--language', 'fr-FR', '--prefill', 'firstname=Marie = Manya'],
      ...['--lock', 'realname=Curie', '--message', 'Hello!\nSee you.', '--prove-address', '--hide-inviter'],
    )

    expect({ ...key, domains: [...key.domains].sort() }).toMatchObject({
      domains: ['*.example.org', 'xn--bcher-kva.example'],
      account: { from: '2030-08-31T22:00:00.000Z', days: null, months: 6, until: null },
      language: 'fr_FR',
      fields: [
        { field: 'firstname', value: 'Marie = Manya', locked: false },
        { field: 'realname', value: 'Curie', locked: true },
      ],
      proveAddress: true,
      shareInviter: false,
      message: 'Hello!\nSee you.',
    })
    expect((await run('create', '--prove-address')).err).toContain('no mail server is set up')
    const { out } = await run('show', key.uid)
    expect(out).toContain('addresses at xn--bcher-kva.example')
    expect(out).toContain('addresses below example.org')
    expect(out).toContain('for 6 months after joining')
    expect(out).toContain('realname: Curie (locked)')
    expect(out).toContain('Hello! / See you.')
  })

  it.each([
    ['30d', { days: 30, months: null, until: null }],
    ['2w', { days: 14, months: null, until: null }],
    ['1y', { days: null, months: 12, until: null }],
    ['2027-06-30', { days: null, months: null, until: '2027-06-30T21:59:59.999Z' }],
    ['2027-10-31', { days: null, months: null, until: '2027-10-31T22:59:59.999Z' }],
    ['2027-06-30T12:00:00Z', { days: null, months: null, until: '2027-06-30T12:00:00.000Z' }],
  ])('an account may be valid for %s', async (text, account) => {
    expect((await create('--account-valid', text)).account).toMatchObject(account)
  })

  it('a locked address is the one the key is for', async () => {
    expect(await create('--lock', 'email=ada@Example.org')).toMatchObject({ emails: ['ada@example.org'] })
  })

  it.each([
    [['--domain', 'example', '--domain', 'a b'], /not a domain: example, a b/],
    [['--account-valid', '6 moons'], /not a validity.*Try 30d, 2w, 6mo, 1y/],
    [['--account-valid', '0d'], /from 1 to 3650 days/],
    [['--account-valid', '2038-01-19'], /2038/],
    [['--account-valid', '2020-01-01'], /ended at 2020-01-01/],
    [['--account-from', 'soon'], /not a date: "soon"/],
    [['--language', 'french'], /not a language of GLPI: french; it has fr_BE, fr_CA, fr_FR/],
    [['--prefill', 'shoe=42'], /Fields are firstname, realname, email, login/],
    [['--lock', 'firstname'], /as in firstname=Marie/],
    [['--lock', 'login=glpi'], /already: glpi/],
    [['--lock', 'login=ada', '--max-uses', '2'], /one use/],
  ])('%j is refused with a word for it', async (args, says) => {
    const { code, err } = await run('create', ...args)

    expect(code).toBe(2)
    expect(err).toMatch(says)
  })
})
