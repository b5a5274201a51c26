import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import path from 'node:path'
import { openServerFolder } from '../../src/demo/server-folder'
import { endLeftoverServer } from '../../src/demo/server-process'
import { testFolder } from './evidence'

const gib = 2 ** 30
/** A run of `npm run test:full` leaves about 4 GiB of tables. */
const enough = 8 * gib
const memory = '/dev/shm'

/**
 * Where the private server of a run keeps its tables: in memory where there is plenty of it. A run makes some 30,000
 * tables with a file each, and a disk's file system takes longer for them than the database does. What a run left that
 * was killed is cleared away, its server too.
 */
export async function openDatabaseFolder(say: (line: string) => void): Promise<string> {
  const onDisk = path.join(testFolder, 'database')
  const id = createHash('sha256').update(testFolder).digest('hex').slice(0, 12)
  const inMemory = path.join(memory, `glpi-invite-test-${id}`)
  for (const left of [onDisk, inMemory].filter((folder) => existsSync(folder))) {
    await endLeftoverServer(openServerFolder(left), say)
    rmSync(left, { recursive: true, force: true })
  }
  if (!hasPlenty()) return onDisk
  process.once('exit', () => rmSync(inMemory, { recursive: true, force: true }))
  return inMemory
}

/** A folder beside it, for a test that starts a database server itself; it goes when the run ends. */
export function makeFolderForDatabase(prefix: string): string {
  const place = process.env['TEST_DATABASE_FOLDER']
  if (place === undefined) throw new Error('TEST_DATABASE_FOLDER is set by the global setup')
  mkdirSync(place, { recursive: true })
  return mkdtempSync(path.join(place, prefix))
}

function hasPlenty(): boolean {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enough && freemem() >= enough
  } catch {
    return false
  }
}
