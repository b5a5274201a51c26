#!/usr/bin/env node
import './process-settings' // first: it takes effect on what is loaded after it
import { parse as parseDotenv } from 'dotenv'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Env } from './shared/config'
import { AppError } from './shared/errors'

/** The process's own settings win over those of a `.env` file in the working directory, unless they are empty. */
function readEnvironment(): Env {
  const own = Object.entries(process.env).filter(([, value]) => value !== '')
  return { ...readDotenv(), ...Object.fromEntries(own) }
}

function readDotenv(): Env {
  if (!existsSync('.env')) return {}
  try {
    return parseDotenv(readFileSync('.env'))
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `${path.resolve('.env')} cannot be read by this user`, { cause })
  }
}

const terminal = {
  out: (text: string) => void process.stdout.write(`${text}\n`),
  err: (text: string) => void process.stderr.write(`${text}\n`),
}

const { version } = JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as {
  version: string
}

/** What talks to a server elsewhere loads nothing of one: it has to work where that cannot even be installed. */
async function run(args: readonly string[]): Promise<number> {
  const env = process.env
  if ((env['GLPI_INVITE_URL'] ?? '') !== '') {
    const { runRemotely } = await import('./cli/remote/index.js')
    const { startProgress } = await import('./progress-bar.js')
    const { setTimeout: wait } = await import('node:timers/promises')
    const pause = (ms: number, signal?: AbortSignal) => wait(ms, undefined, signal && { signal })
    return runRemotely({ terminal, env, fetch, pause, startProgress }, version, args)
  }
  const { createServerTools } = await import('./server-tools.js')
  const { runCommandLine } = await import('./cli/index.js')
  return runCommandLine(createServerTools(terminal, readEnvironment), version, args)
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
