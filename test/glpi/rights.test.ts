import { openDatabase } from '../../src/shared/db'
import { mayGrantProfile } from '../../src/glpi/rights'
import { listProfiles, readRights } from '../../src/glpi/profiles-store'
import { probeGlpi } from '../../src/glpi/probe-store'
import { createTestDatabase, type TestDatabase } from '../support/test-database'
import { parseConfig } from '../../src/shared/config'
import { testEnv } from '../support/test-app'

/** Who may give which profile on a stock installation: seen on GLPI 10.0.19, computed from the rows of 11.0. */
describe.each(['10.0', '11.0'] as const)('granting profiles on a stock GLPI %s', (line) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase(line)
  })
  afterAll(() => database.close())

  async function grantable(actorName: string): Promise<string[]> {
    const config = parseConfig(testEnv(database, 'http://localhost'))
    const db = openDatabase(config.database, 1)
    try {
      const side = await probeGlpi(db, database.glpiDatabase)
      const profiles = await listProfiles(db, side)
      const rights = await readRights(db, side)
      const actor = profiles.find(({ name }) => name === actorName)
      if (actor === undefined) throw new Error(`no profile ${actorName}`)
      return profiles.filter((target) => mayGrantProfile(rights, actor, target)).map(({ name }) => name)
    } finally {
      await db.destroy()
    }
  }

  it('Super-Admin may give all', async () => {
    expect(await grantable('Super-Admin')).toEqual([
      'Admin',
      'Hotliner',
      'Observer',
      'Read-Only',
      'Self-Service',
      'Super-Admin',
      'Supervisor',
      'Technician',
    ])
  })

  it.each(['Observer', 'Hotliner', 'Technician', 'Supervisor'])(
    '%s may give Self-Service only',
    async (actor) => {
      expect(await grantable(actor)).toEqual(['Self-Service'])
    },
  )

  it('Admin may give Self-Service and, on 11.0 at most, itself', async () => {
    const profiles = await grantable('Admin')
    expect(profiles).toContain('Self-Service')
    expect(
      profiles.filter((name) => name !== 'Self-Service' && !(line === '11.0' && name === 'Admin')),
    ).toEqual([])
  })
})

describe('the rule', () => {
  const table = (rights: Record<number, Record<string, number>>) => ({
    names: new Set(Object.values(rights).flatMap((one) => Object.keys(one))),
    of: (id: number) => new Map(Object.entries(rights[id] ?? {})),
  })
  const central = (id: number) => ({ id, interface: 'central' as const })
  const helpdesk = (id: number) => ({ id, interface: 'helpdesk' as const })

  it('lets an actor give what has no bit beyond their own', () => {
    expect(mayGrantProfile(table({ 1: { a: 7, b: 1 }, 2: { a: 3, b: 0 } }), central(1), central(2))).toBe(
      true,
    )
    expect(mayGrantProfile(table({ 1: { a: 7, b: 1 }, 2: { a: 8, b: 0 } }), central(1), central(2))).toBe(
      false,
    )
  })

  it('is blocked by a right name that exists and the target has no row for', () => {
    expect(mayGrantProfile(table({ 1: { a: 7 }, 2: { a: 1 }, 3: { b: 0 } }), central(1), central(2))).toBe(
      false,
    )
  })

  it('lets who may create profiles give any, and a central actor every helpdesk one', () => {
    expect(mayGrantProfile(table({ 1: { profile: 4 }, 2: { a: 1 } }), central(1), central(2))).toBe(true)
    expect(mayGrantProfile(table({ 1: {}, 2: { a: 31 } }), central(1), helpdesk(2))).toBe(true)
    expect(mayGrantProfile(table({ 1: { a: 31 }, 2: { a: 1 } }), helpdesk(1), central(2))).toBe(false)
  })
})
