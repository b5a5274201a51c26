import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { createKeyRingFile } from '../keys'
import { systemRandom } from '../shared/random'

/** What the demo keeps between runs, so that it comes back with its data. */
const DemoSettings = z.object({
  serverPort: z.number(),
  runtimePassword: z.string(),
  migrationPassword: z.string(),
  sessionSecret: z.string(),
  keyUid: z.string().optional(),
})
export type DemoSettings = z.output<typeof DemoSettings>

const fileIn = (folder: string) => path.join(folder, 'settings.json')
export const keyRingIn = (folder: string) => path.join(folder, 'keyring.json')

/** The settings of an earlier run, or new ones. */
export function loadSettings(folder: string, fresh: Pick<DemoSettings, 'serverPort'>): DemoSettings {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(fileIn(folder))) return DemoSettings.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))

  const secret = () => randomBytes(24).toString('hex')
  const settings = {
    ...fresh,
    runtimePassword: secret(),
    migrationPassword: secret(),
    sessionSecret: secret(),
  }
  if (!existsSync(keyRingIn(folder))) createKeyRingFile(keyRingIn(folder), systemRandom)
  saveSettings(folder, settings)
  return settings
}

export function saveSettings(folder: string, settings: DemoSettings): void {
  writeFileSync(fileIn(folder), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
}
