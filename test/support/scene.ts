import { changeKey, revokeKey } from '../../src/keys'
import { type Answer, type Browser, type FormFields, registrationForm } from './browser'
import { givenGlpiUser, givenKey, type GivenKey, usesOf } from './builders'
import { hiddenOf, mailedPath, registrationsOf } from './holds'
import { layouts, startTestApp, type TestApp } from './test-app'
import { told } from './told'

export type Wanted = NonNullable<Parameters<typeof givenKey>[1]>
type Typed = FormFields & Record<string, string>

const system = { kind: 'system' } as const
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** What is counted after a case, zero where it is left out. */
export interface Counts {
  completed: number
  held: number
  /** Their states, the oldest first. */
  registrations: string[]
  /** New people in GLPI; each has one address, and one profile. */
  accounts: number
  /** New memberships in groups of GLPI. */
  memberships: number
}

const nothingCounted: Counts = {
  completed: 0,
  held: 0,
  registrations: [],
  accounts: 0,
  memberships: 0,
}

/** Somebody who has sent the form. */
export interface Sent {
  browser: Browser
  form: Answer
  typed: Typed
  page: Answer
}

/** One key, who comes with it, and what is counted of it: what a case is told in. */
export class Scene {
  private readonly others: number[] = []
  /** What this case did to the whole instance, in SQL that takes it back. */
  private readonly undoing: string[] = []
  private lastUser = 0

  private constructor(
    readonly app: TestApp,
    readonly key: GivenKey,
    /** Begins the addresses and logins that belong to this case alone. */
    readonly me: string,
  ) {}

  static async set(app: TestApp, me: string, wanted: Wanted): Promise<Scene> {
    const scene = new Scene(app, await givenKey(app, wanted), me)
    const [last] = await app.database.sql<{ id: number }>('SELECT MAX(id) AS id FROM ??.glpi_users', [
      app.database.glpiDatabase,
    ])
    scene.lastUser = last?.id ?? 0
    return scene
  }

  open(link = this.key.link): Promise<Answer> {
    return this.app.browser().open(link)
  }

  /** Opens the link in a new browser, and sends the form. */
  async register(fields: Partial<FormFields> = {}, { link = this.key.link } = {}): Promise<Sent> {
    const browser = this.app.browser()
    const form = await browser.open(link)
    const typed = registrationForm(fields)
    return { browser, form, typed, page: await browser.submit(form, typed) }
  }

  /** What comes of a form that was open when something happened. */
  async sendAfter(happens: (scene: Scene) => unknown, fields: Partial<FormFields> = {}): Promise<Answer> {
    const browser = this.app.browser()
    const form = await browser.open(this.key.link)
    await happens(this)
    return browser.submit(form, registrationForm(fields))
  }

  /** The path in the mail that asked whoever registered last for a confirmation. */
  async mailed(): Promise<string> {
    const row = (await registrationsOf(this.app, this.key)).at(-1)
    const path = row === undefined ? undefined : await mailedPath(this.app, row)
    if (path === undefined) throw new Error('no mail would be sent')
    return path
  }

  /** Opens a mailed path and presses the button. */
  async confirm(browser: Browser, path: string, password?: string): Promise<Answer> {
    const page = await browser.get(path)
    return told(page) === '200 confirm' ? this.press(browser, page, password) : page
  }

  press(browser: Browser, page: Answer, password?: string): Promise<Answer> {
    return browser.post('/confirm', {
      ...hiddenOf(page, '/confirm'),
      ...(password === undefined ? {} : { password }),
    })
  }

  /** Somebody who is in GLPI already, or all of a sudden. */
  async knows(user: NonNullable<Parameters<typeof givenGlpiUser>[1]>): Promise<number> {
    const id = await givenGlpiUser(this.app.database, user)
    this.isOther(id)
    return id
  }

  /** Came into GLPI without this key. */
  isOther(usersId: number): void {
    this.others.push(usersId)
  }

  revoke(): Promise<unknown> {
    return revokeKey(this.app.context, system, this.key.uid)
  }

  change(wanted: Parameters<typeof changeKey>[3]): Promise<unknown> {
    const by = { actor: system, issuer: system, mayMake: true }
    return changeKey(this.app.context, by, this.key.uid, wanted)
  }

  /** Sets columns of the key. */
  set(columns: string): Promise<unknown> {
    return this.app.database.sql(`UPDATE ??.registration_keys SET ${columns} WHERE uid = ?`, [
      this.app.database.database,
      Buffer.from(this.key.uid.replaceAll('-', ''), 'hex'),
    ])
  }

  /** Runs a statement whose first ?? is GLPI's database. */
  glpi(statement: string, ...bindings: unknown[]): Promise<unknown> {
    return this.app.database.sql(statement, [this.app.database.glpiDatabase, ...bindings])
  }

  /** Runs a statement on GLPI until the case is over. */
  async meanwhile(statement: string, undo: string): Promise<void> {
    this.undoing.push(undo)
    await this.glpi(statement)
  }

  async undo(): Promise<void> {
    for (const statement of this.undoing) await this.glpi(statement)
  }

  later(ms: number): Date {
    return new Date(this.app.clock.now().getTime() + ms)
  }

  async count(): Promise<Counts> {
    const { glpiDatabase: glpi, sql } = this.app.database
    const [rows] = await sql<Record<'users' | 'addresses' | 'profiles' | 'memberships', number | string>>(
      `SELECT COUNT(*) AS users,
         COALESCE(SUM((SELECT COUNT(*) FROM ??.glpi_useremails e WHERE e.users_id = u.id)), 0) AS addresses,
         COALESCE(SUM((SELECT COUNT(*) FROM ??.glpi_profiles_users p WHERE p.users_id = u.id)), 0) AS profiles,
         COALESCE(SUM((SELECT COUNT(*) FROM ??.glpi_groups_users g WHERE g.users_id = u.id)), 0) AS memberships
       FROM ??.glpi_users u WHERE u.id > ? AND u.id NOT IN (?)`,
      [glpi, glpi, glpi, glpi, this.lastUser, [0, ...this.others]],
    )
    const { users = 0, addresses = 0, profiles = 0, memberships = 0 } = rows ?? {}
    const accounts = Number(users)
    if (Number(addresses) !== accounts || Number(profiles) !== accounts)
      throw new Error(`${accounts} accounts have ${addresses} addresses and ${profiles} profiles`)
    return {
      ...(await usesOf(this.app, this.key)),
      registrations: (await registrationsOf(this.app, this.key)).map(({ state }) => state),
      accounts,
      memberships: Number(memberships),
    }
  }
}

export interface Case {
  title: string
  /** What the key is, beyond one for anybody, one use and seven days. */
  key?: Wanted | ((app: TestApp, me: string) => Wanted | Promise<Wanted>)
  does: (scene: Scene) => Promise<Answer | Answer[]>
  /** What the door answers: see `told`. */
  answers: string | string[]
  counts?: Partial<Counts>
}

/** A test for each case, the one on GLPI 10.0 at the root, the next on GLPI 11.0 under a path. */
export function conformTo(cases: readonly Case[]): void {
  const apps: TestApp[] = []
  beforeAll(async () => {
    for (const layout of layouts) apps.push(await startTestApp(layout))
  })
  afterAll(() => Promise.all(apps.map((app) => app.close())))

  it.each(cases.map((one, index) => [one.title, one, index] as const))('%s', async (_title, one, index) => {
    const app = apps[index % apps.length]
    if (app === undefined) throw new Error('no application has been started')
    const { key = {}, does, answers, counts } = one
    const me = `ada${index}`
    const scene = await Scene.set(app, me, typeof key === 'function' ? await key(app, me) : key)

    const answered = await does(scene).finally(() => scene.undo())

    expect({
      answers: Array.isArray(answered) ? answered.map(told) : told(answered),
      counts: await scene.count(),
    }).toEqual({ answers, counts: { ...nothingCounted, ...counts } })
  })
}
