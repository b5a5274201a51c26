import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createKeyRingFile } from '../../keys'
import { AppError } from '../../shared/errors'
import type { Random } from '../../shared/random'
import { fillExample } from './env-file'
import type { Plan } from './plan-installation'

const exampleFile = path.join(__dirname, '../../../.env.example')

/** @throws {AppError} INPUT_INVALID when something of ours is there already: a key ring replaced is links lost. */
export function ensureFree(folder: string): void {
  const taken = ['.env', 'keyring.json'].filter((name) => existsSync(path.join(folder, name)))
  if (taken.length > 0) {
    throw new AppError(
      'INPUT_INVALID',
      `${folder} has ${taken.join(' and ')} already, and nothing is overwritten: choose another folder with --dir, or ` +
        'move what is there away',
    )
  }
}

/** Both files or none, readable by their owner only. */
export function writeFiles({ files, settings }: Plan, random: Random): void {
  const text = fillExample(readFileSync(exampleFile, 'utf8'), settings)
  makeFolder(path.dirname(files.env))
  createKeyRingFile(files.keyRing, random)
  try {
    writeFileSync(files.env, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    rmSync(files.keyRing)
    throw new AppError('INPUT_INVALID', `${files.env} cannot be written`, { cause })
  }
}

function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new AppError('INPUT_INVALID', `nothing can be written into ${folder}: choose a folder with --dir`, {
      cause,
    })
  }
}
