import { countGlpiUsers, givenGlpiUser, givenKey, type GivenKey, usesOf } from '../support/builders'
import { invitationLink, printedForm, reissueKey } from '../../src/keys'
import { Browser, type FormFields } from '../support/browser'
import { keepSecret } from '../support/evidence'
import { isFull, scaled } from '../support/scale'
import { type ServerProcess, startServerProcess } from '../support/server-process'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

/** Two real servers on one database; the app beside them makes keys and looks. */
describe.each(mainly('11.0'))(
  'people who register at once with two servers on GLPI $line',
  ({ line, base }) => {
    const rounds = isFull ? 10 : 1
    const many = scaled(50, 12)
    let app: TestApp
    let servers: ServerProcess[]
    let urls: string[]

    beforeAll(async () => {
      app = await startTestApp({ line, base })
      servers = await Promise.all([startServerProcess(app.env), startServerProcess(app.env)])
      urls = servers.map(({ port }) => `http://127.0.0.1:${port}${base}`)
    })
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.kill()))
      await app.close()
    })

    /** Everybody opens the form first; then all forms are sent at once, alternately to one server and the other. */
    async function registerAtOnce(
      people: number,
      keyOf: (person: number) => GivenKey,
      typedBy: (person: number) => Partial<FormFields> = () => ({}),
    ): Promise<number[]> {
      const opened = await Promise.all(
        Array.from({ length: people }, async (_, person) => {
          const browser = new Browser(urls[person % urls.length] ?? '')
          const path = new URL(keyOf(person).link).pathname.slice(base.length)
          return { browser, form: await browser.get(path), typed: typedBy(person) }
        }),
      )
      const answers = await Promise.all(opened.map(({ browser, form, typed }) => browser.submit(form, typed)))
      return answers.map(({ status }) => status)
    }

    const tally = (statuses: number[]): Record<number, number> =>
      statuses.reduce<Record<number, number>>(
        (sum, status) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }),
        {},
      )

    it.each([
      { uses: 1, people: scaled(50, 10) },
      { uses: 10, people: scaled(200, 20) },
    ])('lets $uses of $people through on a key of $uses', async ({ uses, people }) => {
      for (let round = 0; round < rounds; round += 1) {
        const key = await givenKey(app, { maxUses: uses })
        const before = await countGlpiUsers(app)

        const statuses = await registerAtOnce(people, () => key)

        expect(tally(statuses)).toEqual({ 200: uses, 410: people - uses })
        expect(await countGlpiUsers(app)).toBe(before + uses)
        expect(await usesOf(app, key)).toEqual({ completed: uses, held: 0 })
      }
    })

    it('two codes of one key in overlap spend its uses together, and not one more', async () => {
      const people = scaled(100, 16)
      for (let round = 0; round < rounds; round += 1) {
        const uses = 7
        const key = await givenKey(app, { maxUses: uses })
        const { code } = await reissueKey(
          app.context,
          { actor: { kind: 'system' }, issuer: { kind: 'system' }, mayMake: true },
          key.uid,
          { overlapMs: 3_600_000 },
        )
        keepSecret(code.normalForm)
        keepSecret(printedForm(code))
        const fresh = {
          uid: key.uid,
          code: printedForm(code),
          link: invitationLink(app.context.config.publicUrl, code),
        }

        // Every other pair, so that each server gets both.
        const statuses = await registerAtOnce(people, (person) => (person % 4 < 2 ? key : fresh))

        expect(tally(statuses)).toEqual({ 200: uses, 410: people - uses })
        expect(await usesOf(app, key)).toEqual({ completed: uses, held: 0 })
      }
    })

    it('holds as many uses as there are, where addresses have to be confirmed', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const [uses, people] = [2, scaled(40, 10)]
        const key = await givenKey(app, { maxUses: uses, needsProof: true })
        const before = await countGlpiUsers(app)

        const statuses = await registerAtOnce(people, () => key)

        expect(tally(statuses)).toEqual({ 200: uses, 403: people - uses })
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: uses })
        expect(await countGlpiUsers(app)).toBe(before)
      }
    })

    it('holds one of many forms with one login', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const people = scaled(20, 10)
        const key = await givenKey(app, { maxUses: 100, needsProof: true })

        const statuses = await registerAtOnce(
          people,
          () => key,
          () => ({ login: `held${round}` }),
        )

        expect(tally(statuses)).toEqual({ 200: 1, 422: people - 1 })
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
      }
    })

    it('lets one of many through with one address', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const keys = await givenKeys(many)
        const email = `shared${round}@example.org`

        const statuses = await registerAtOnce(
          many,
          (person) => keys(person),
          () => ({ email }),
        )

        expect(tally(statuses)).toEqual({ 200: 1, 422: many - 1 })
      }
    })

    it('lets one of many through with one login in different case and accents', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const keys = await givenKeys(many)
        const spellings = [`élodie${round}`, `ELODIE${round}`, `elodie${round} `, `Elodié${round}`]

        const statuses = await registerAtOnce(
          many,
          (person) => keys(person),
          (person) => ({ login: spellings[person % spellings.length] ?? '' }),
        )

        expect(tally(statuses)).toEqual({ 200: 1, 422: many - 1 })
      }
    })

    it('lets nobody through with a login that a directory account has', async () => {
      for (let round = 0; round < rounds; round += 1) {
        await givenGlpiUser(app.database, { name: `directory${round}`, authtype: 3 })
        const keys = await givenKeys(many)

        const statuses = await registerAtOnce(
          many,
          (person) => keys(person),
          () => ({ login: `Directory${round}` }),
        )

        expect(tally(statuses)).toEqual({ 422: many })
      }
    })

    async function givenKeys(count: number): Promise<(person: number) => GivenKey> {
      const keys: GivenKey[] = []
      for (let made = 0; made < count; made += 1) keys.push(await givenKey(app))
      return (person) => {
        const key = keys[person]
        if (key === undefined) throw new Error(`there is no key for person ${person}`)
        return key
      }
    }
  },
)
