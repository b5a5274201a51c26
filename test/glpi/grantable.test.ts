import { entityIds, groupIds, locationIds, titleIds, categoryIds } from '../../src/demo/sample-places'
import {
  type AskedGrant,
  ensureMayGrant,
  type GlpiSide,
  listGrantable,
  narrowestReach,
  probeGlpi,
  type Reach,
  readScope,
  wholeGrant,
} from '../../src/glpi'
import { parseConfig } from '../../src/shared/config'
import { type Db, openDatabase } from '../../src/shared/db'
import { AppError } from '../../src/shared/errors'
import { everyNth } from '../support/scale'
import { createTestDatabase, type TestDatabase } from '../support/test-database'
import { testEnv } from '../support/test-app'

const stockProfiles = [
  'Self-Service',
  'Observer',
  'Admin',
  'Super-Admin',
  'Hotliner',
  'Technician',
  'Supervisor',
  'Read-Only',
] as const
const selfService = 1
/** Who may create users at all (GLPI-FACTS: right `user`, bit 4): of them each may give Self-Service. */
const makers = ['Admin', 'Super-Admin', 'Technician', 'Supervisor']

describe.each(['10.0', '11.0'] as const)('what may be put into a key on a stock GLPI %s', (line) => {
  let database: TestDatabase
  let db: Db
  let side: GlpiSide
  beforeAll(async () => {
    database = await createTestDatabase(line)
    db = openDatabase(parseConfig(testEnv(database, 'http://localhost')).database, 2)
    side = await probeGlpi(db, database.glpiDatabase)
  })
  afterAll(async () => {
    await db.destroy()
    await database.close()
  })

  /** Somebody new who holds this profile there and nothing else. */
  async function someoneWith(profile: string, entitiesId: number, isRecursive: boolean) {
    const profilesId = stockProfiles.indexOf(profile as (typeof stockProfiles)[number]) + 1
    await database.sql('INSERT INTO ??.glpi_users (name, authtype) VALUES (UUID(), 1)', [
      database.glpiDatabase,
    ])
    const [user] = await database.sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id')
    const usersId = Number(user?.id)
    await database.sql(
      'INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive) VALUES (?, ?, ?, ?)',
      [database.glpiDatabase, usersId, profilesId, entitiesId, isRecursive],
    )
    const issuer = { kind: 'user' as const, usersId, profilesId, entitiesId }
    const scope = await readScope(db, side, { entitiesId, isRecursive })
    return { issuer, grantable: await listGrantable(db, side, { issuer, scope }) }
  }

  type Someone = Awaited<ReturnType<typeof someoneWith>>

  async function isAccepted(
    { issuer }: Someone,
    asked: AskedGrant,
    reach: Reach | undefined = narrowestReach,
  ): Promise<boolean> {
    try {
      await ensureMayGrant(db, side, { issuer, grant: wholeGrant(asked), now: new Date(), reach })
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }

  const idsOf = async (table: string): Promise<number[]> =>
    (
      await database.sql<{ id: number }>('SELECT id FROM ??.?? ORDER BY id', [database.glpiDatabase, table])
    ).map(({ id }) => id)

  it.each(
    everyNth(
      stockProfiles.flatMap((profile) => [
        { profile, entity: 'root' as const, isRecursive: true },
        { profile, entity: 'root' as const, isRecursive: false },
        { profile, entity: 'paris' as const, isRecursive: true },
        { profile, entity: 'support' as const, isRecursive: false },
      ]),
      3,
    ),
  )(
    'every choice offered to $profile in $entity (recursive: $isRecursive) is accepted, and no other',
    async ({ profile, entity, isRecursive }) => {
      const here = entityIds[entity]
      const someone = await someoneWith(profile, here, isRecursive)
      const { grantable } = someone
      const given = (profilesId: number, entitiesId: number) => ({
        authorisations: [{ profilesId, entitiesId, isRecursive: false }],
      })
      const plain = given(selfService, here)
      const grants: [table: string, offered: { id: number }[], of: (id: number) => AskedGrant][] = [
        ['glpi_profiles', grantable.profiles, (id) => given(id, here)],
        ['glpi_entities', grantable.entities, (id) => given(selfService, id)],
        ['glpi_groups', grantable.groups, (id) => ({ ...plain, groupIds: [id] })],
        ['glpi_usertitles', grantable.titles, (id) => ({ ...plain, usertitlesId: id })],
        ['glpi_usercategories', grantable.categories, (id) => ({ ...plain, usercategoriesId: id })],
        ['glpi_locations', grantable.locations, (id) => ({ ...plain, locationsId: id })],
      ]

      for (const [table, offered, grant] of grants) {
        const accepted: number[] = []
        for (const id of await idsOf(table)) if (await isAccepted(someone, grant(id))) accepted.push(id)
        expect([table, offered.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([table, accepted])
      }
      const simplified = grantable.profiles.filter(({ opensBackOffice }) => !opensBackOffice)
      expect(simplified.map(({ id }) => id)).toEqual(makers.includes(profile) ? [selfService] : [])
      expect(grantable.defaultProfilesId).toBe(makers.includes(profile) ? selfService : undefined)
    },
  )

  it('GLPI decides who may give which profile of the back office', async () => {
    const offeredTo = async (profile: string) => {
      const { grantable } = await someoneWith(profile, entityIds.root, true)
      return grantable.profiles.filter(({ opensBackOffice }) => opensBackOffice).map(({ name }) => name)
    }

    expect(await offeredTo('Super-Admin')).toEqual(expect.arrayContaining(['Admin', 'Technician']))
    expect(await offeredTo('Self-Service')).toEqual([])
    expect(await offeredTo('Technician')).not.toContain('Super-Admin')
  })

  it.each<[string, Partial<Reach>]>([
    ['several uses', { isSingleUse: false }],
    ['no address', { addresses: [] }],
    ['two addresses', { addresses: ['a@example.org', 'b@example.org'] }],
    ['a domain beside it', { domains: ['example.org'] }],
    ['no proof', { needsProof: false }],
  ])('a profile of the back office is not given with %s', async (_what, wider) => {
    const someone = await someoneWith('Super-Admin', entityIds.root, true)
    const technician = { authorisations: [{ profilesId: 6, entitiesId: 0, isRecursive: false }] }

    expect(await isAccepted(someone, technician)).toBe(true)
    expect(await isAccepted(someone, technician, { ...narrowestReach, ...wider })).toBe(false)
    const plain = { authorisations: [{ profilesId: selfService, entitiesId: 0, isRecursive: false }] }
    expect(await isAccepted(someone, plain, { ...narrowestReach, ...wider })).toBe(true)
  })

  it('names are as people know them: whole paths, decoded', async () => {
    const { grantable } = await someoneWith('Admin', entityIds.root, true)
    const nameOf = (choices: { id: number; name: string; short: string }[], id: number) => {
      const { name, short } = choices.find((choice) => choice.id === id) ?? {}
      return [name, short]
    }

    expect(nameOf(grantable.entities, entityIds.research)).toEqual([
      'Root entity > Paris > Research & Development',
      'Research & Development',
    ])
    expect(nameOf(grantable.groups, groupIds.onCall)).toEqual(["Centre d'appels > On call", 'On call'])
    expect(nameOf(grantable.locations, locationIds.eastWing)).toEqual([
      'Siège de Paris > 2nd floor <east>',
      '2nd floor <east>',
    ])
    expect(nameOf(grantable.titles, titleIds.headOfResearch)).toEqual(['Head of R&D', 'Head of R&D'])
    expect(nameOf(grantable.categories, categoryIds.trainee)).toEqual(['Stagiaire', 'Stagiaire'])
  })

  it('a group for tickets only is not offered, and what is shared downwards is offered below', async () => {
    const { grantable } = await someoneWith('Technician', entityIds.support, false)

    const groups = grantable.groups.map(({ id }) => id)
    expect(groups).toEqual(expect.arrayContaining([groupIds.users, groupIds.desk]))
    expect(groups).not.toContain(groupIds.printers)
    expect(groups).not.toContain(groupIds.quebec)
    expect(grantable.locations.map(({ id }) => id)).toContain(locationIds.paris)
  })
})
