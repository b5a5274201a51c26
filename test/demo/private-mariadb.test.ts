import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import {
  startDatabaseServer,
  type DatabaseServer,
  type DatabaseServerOptions,
} from '../../src/demo/private-mariadb'
import { makeFolderForDatabase } from '../support/database-folder'

let dataDir: string
let said: string[]
const servers: DatabaseServer[] = []

beforeEach(() => {
  dataDir = makeFolderForDatabase('private-mariadb-test-')
  said = []
})

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a private database server', () => {
  it('keeps what was committed when it is killed, and comes back where it was', async () => {
    const first = await start()
    await run(first.adminUrl, 'CREATE DATABASE kept', 'CREATE TABLE kept.things (id INT PRIMARY KEY)')
    await run(
      first.adminUrl,
      'INSERT INTO kept.things VALUES (1), (2)',
      'DELETE FROM kept.things WHERE id = 1',
    )

    await kill(first.pid)
    const second = await start({ port: portOf(first.adminUrl) })

    expect(second.adminUrl).toBe(first.adminUrl)
    expect(second.pid).not.toBe(first.pid)
    expect(await run(second.adminUrl, 'SELECT id FROM kept.things')).toEqual([{ id: 2 }])
  })

  it('begins anew when it was interrupted while laying its database', async () => {
    const interrupted = start()
    await Promise.all([
      expect(interrupted).rejects.toThrow('could not lay a new database'),
      killInitialisation(),
    ])

    const server = await start()

    expect(await run(server.adminUrl, 'SELECT CURRENT_USER() AS me')).toEqual([{ me: 'root@localhost' }])
  })

  it('stops the server that an earlier run left behind', async () => {
    const leftBehind = await start()

    const server = await start()

    expect(said).toContain('Stopping the database server that an earlier run left behind.')
    expect(isAlive(leftBehind.pid)).toBe(false)
    expect(await run(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('lets nobody in without the password, which only its owner can read', async () => {
    const server = await start()
    const withoutPassword = `mysql://root@127.0.0.1:${portOf(server.adminUrl)}/`
    const passwordFile = path.join(dataDir, 'root-password')

    await expect(run(withoutPassword, 'SELECT 1')).rejects.toThrow('Access denied')

    expect(statSync(passwordFile).mode & 0o777).toBe(0o600)
    expect(readFileSync(passwordFile, 'utf8')).toBe(new URL(server.adminUrl).password)
    expect(
      await run(server.adminUrl, "SELECT Host AS host FROM mysql.user WHERE User IN ('root', '')"),
    ).toEqual([{ host: 'localhost' }])
  })

  it('says so when the port it is to come back to is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo

    const started = start({ port }).finally(() => other.close())

    await expect(started).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`)
  })

  it('is gone once it is stopped, and may be stopped twice', async () => {
    const server = await start()

    await Promise.all([server.stop(), server.stop()])

    expect(isAlive(server.pid)).toBe(false)
  })
})

describe('a given database server', () => {
  it('is used as it is, and left running', async () => {
    const given = process.env.TEST_DATABASE_ADMIN_URL ?? ''

    const server = await start({ databaseUrl: new URL('glpi_invite', given).href })
    await server.stop()

    expect(server).toMatchObject({ adminUrl: given, pid: undefined })
    expect(await run(given, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it.each([
    ['mysql://root:hidden@127.0.0.1:1/glpi', /127\.0\.0\.1:1 did not let us in \(.*ECONNREFUSED.*\)/],
    ['mysql://root:hidden@localhost:1/glpi', /localhost:1 did not let us in \(.*ECONNREFUSED.*\)/],
    ['postgres://root:hidden@127.0.0.1/glpi', /not of the form mysql:\/\/user:password@host:3306\//],
    ['root:hidden@127.0.0.1', /not of the form mysql:\/\/user:password@host:3306\//],
  ])('that is %s gives one sentence that says what to do', async (databaseUrl, why) => {
    const failure: unknown = await start({ databaseUrl }).catch((error: unknown) => error)

    const { message } = failure as Error
    expect(message).toMatch(why)
    expect(message).toMatch(
      /^DATABASE_URL cannot be used, because [^\n]*: correct it, or leave it out [^\n]*\.$/,
    )
    expect(message).not.toContain('hidden')
  })
})

async function start(options: Partial<DatabaseServerOptions> = {}): Promise<DatabaseServer> {
  const server = await startDatabaseServer({
    dataDir,
    throwaway: true,
    say: (line) => said.push(line),
    ...options,
  })
  servers.push(server)
  return server
}

/** Runs the statements and answers the rows of the last one. */
async function run(url: string, ...statements: string[]): Promise<unknown> {
  const connection = await createConnection(url)
  try {
    let rows: RowDataPacket[] = []
    for (const statement of statements) [rows] = await connection.query<RowDataPacket[]>(statement)
    return rows
  } finally {
    await connection.end()
  }
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

async function kill(pid = NaN): Promise<void> {
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await sleep(10)
}

function isAlive(pid = NaN): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Kills the program that fills our folder, once there is something in it. */
async function killInitialisation(): Promise<void> {
  while (!readdirSync(dataDir, { recursive: true }).some((file) => file.toString().endsWith('ibdata1')))
    await sleep(1)
  const processes = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const found = processes.find((line) => line.includes(`--datadir=${dataDir}`)) ?? ''
  await kill(Number.parseInt(found, 10))
}
