#!/usr/bin/env node
import './process-settings' // first: it takes effect on what is loaded after it
import { parse as parseDotenv } from 'dotenv'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { createApp } from './app'
import { type CommandTools, runCommandLine } from './cli'
import { createContext, type Context } from './context'
import { type Env, parseConfig } from './shared/config'
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

function listen(context: Context): Promise<Server> {
  const { host, port } = context.config
  return new Promise((resolve, reject) => {
    const server = createServer(createApp(context))
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

const tools: CommandTools = {
  terminal: {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  },
  actor: { kind: 'system', osUser: os.userInfo().username },
  readConfig: () => parseConfig(readEnvironment()),
  createContext,
  listen,
  withContext: async (work) => {
    const context = createContext(parseConfig(readEnvironment()))
    try {
      await work(context)
    } finally {
      await context.close()
    }
  },
  setExitCode: () => undefined,
  startProgress: process.stderr.isTTY ? startProgress : undefined,
}

/** The library is loaded for those who see the bar. */
async function startProgress(total: number) {
  const { SingleBar, Presets } = await import('cli-progress')
  const bar = new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
  bar.start(total, 0)
  return { advance: () => bar.increment(), stop: () => bar.stop() }
}

const { version } = JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as {
  version: string
}

void runCommandLine(tools, version, process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
