import { createConnection } from 'mysql2/promise'
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { literal, migrationGrants, runtimeGrants } from '../dist/doctor/index.js'
import { getFreePort } from '../dist/demo/free-port.js'
import { startDatabaseServer } from '../dist/demo/private-mariadb.js'
import { laySampleGlpi } from '../dist/demo/sample-glpi.js'
import { generateCode, hashOf, hintOf } from '../dist/keys/code.js'
import { createKeyRingFile, invitationLink } from '../dist/keys/index.js'
import { parseConfig } from '../dist/shared/config.js'
import { openDatabase, uidToBytes } from '../dist/shared/db.js'
import { applyMigrations } from '../dist/shared/migrations-store.js'
import { newUid, systemRandom } from '../dist/shared/random.js'

const line = '10.0'
const ourDatabase = 'glpi_invite'
const glpiDatabase = 'glpi'

/**
 * A sample helpdesk on a database server that forces every commit to the disk, as one in real use does, and what our
 * server needs to be started with, as the account it is meant to have.
 */
export async function setStage(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = await startDatabaseServer({ dataDir: dataDir(folder), say: console.error })
  try {
    return await furnish(folder, server)
  } catch (error) {
    await server.stop()
    throw error
  }
}

const dataDir = (folder) => path.join(folder, 'database')

async function furnish(folder, server) {
  await laySampleGlpi(server.adminUrl, { database: glpiDatabase, line, company: true })
  const admin = await createConnection({ uri: server.adminUrl, timezone: 'Z' })
  const open = async (database) =>
    serverEnvironment(folder, database, await makeAccounts(admin, server.adminUrl, database))
  const env = await open(ourDatabase)
  await admin.query("SET time_zone = '+00:00'")
  const [[{ version }]] = await admin.query('SELECT VERSION() AS version')

  return {
    folder,
    env,
    addresses: { databaseUrl: env.DATABASE_URL, glpiDatabase },
    databaseVersion: version,
    admin,
    database: ourDatabase,
    /** A second database of ours beside the same GLPI, for a second server. */
    openAnother: async (database) => ({ folder, database, env: await open(database) }),
    makeLinks: (count) => makeLinks(admin, env, count),
    close: async () => {
      await admin.end()
      await server.stop()
      rmSync(dataDir(folder), { recursive: true })
    },
  }
}

async function makeAccounts(admin, adminUrl, database) {
  const account = async (user) => {
    const password = randomBytes(12).toString('hex')
    await admin.query(`CREATE USER ${literal(user)}@'%' IDENTIFIED BY ${literal(password)}`)
    const url = Object.assign(new URL(adminUrl), { username: user, password, pathname: `/${database}` })
    return { user, host: '%', url: url.toString() }
  }
  const migration = await account(`${database}_mig`)
  const runtime = await account(`${database}_run`)

  for (const grant of migrationGrants({ database }, migration)) await admin.query(grant)
  return {
    migration: migration.url,
    runtime: runtime.url,
    finish: async () => {
      for (const grant of runtimeGrants({ database, glpiDatabase, line }, runtime)) await admin.query(grant)
    },
  }
}

async function serverEnvironment(folder, database, accounts) {
  const port = await getFreePort()
  const keyRing = path.join(folder, `keyring-${database}.json`)
  createKeyRingFile(keyRing, systemRandom)
  const env = {
    DATABASE_URL: accounts.runtime,
    MIGRATION_DATABASE_URL: accounts.migration,
    GLPI_DATABASE: glpiDatabase,
    // All the load comes from one address: it is counted as ever, and never held up.
    LOOKUPS_PER_MINUTE: '1000000',
    WRONG_CODES: '1000000',
    FAILED_FORMS: '1000000',
    FAILED_FORMS_PER_KEY: '1000000',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    GLPI_URL: 'https://helpdesk.example.org',
    KEYRING_FILE: keyRing,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    PORT: String(port),
    LOG_LEVEL: 'info',
  }
  await migrate(parseConfig(env).migrationDatabase)
  await accounts.finish()
  return env
}

async function migrate(address) {
  const db = openDatabase(address, 1)
  try {
    await applyMigrations(db)
  } finally {
    await db.destroy()
  }
}

const rowsAtOnce = 1000

/** Invitation links, each for one person. Written past the application: making keys is not what is measured. */
async function makeLinks(admin, env, count) {
  const { environment, publicUrl } = parseConfig(env)
  const codes = Array.from({ length: count }, () => generateCode(systemRandom, { environment, publicUrl }))
  for (let from = 0; from < count; from += rowsAtOnce) {
    await insertKeys(admin, codes.slice(from, from + rowsAtOnce))
  }
  return codes.map((code) => invitationLink(publicUrl, code))
}

async function insertKeys(admin, codes) {
  const now = new Date()
  const weekAhead = new Date(now.getTime() + 7 * 86_400_000)
  const keys = codes.map((code) => {
    const uid = uidToBytes(newUid({ clock: { now: () => now }, random: systemRandom }))
    return { code, uid }
  })
  const insert = (table, columns, rows) =>
    admin.query(`INSERT INTO ${ourDatabase}.${table} (${columns}) VALUES ?`, [rows])

  await insert(
    'registration_keys',
    'uid, label, max_uses, expires_at, created_at',
    keys.map(({ uid }) => [uid, '', 1, weekAhead, now]),
  )
  await insert(
    'key_codes',
    'hash, key_uid, hint, tag, created_at',
    keys.map(({ code, uid }) => [hashOf(code), uid, hintOf(code), code.tag, now]),
  )
  await insert(
    'key_authorisations',
    'key_uid, profiles_id, entities_id, is_recursive',
    keys.map(({ uid }) => [uid, selfService.profilesId, selfService.entitiesId, true]),
  )
}

/** In the stock rows of every GLPI. */
const selfService = { profilesId: 1, entitiesId: 0 }
