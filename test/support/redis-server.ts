import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from 'redis'
import { getFreePort } from '../../src/demo/free-port'

export interface RedisServer {
  url: string
  /** Every key with what it holds. */
  dump(): Promise<Map<string, string>>
  stop(): Promise<void>
  /** After `stop`, on the same port, empty. */
  start(): Promise<void>
}

/** A real Redis that keeps nothing on disk. */
export async function startRedisServer(program: string): Promise<RedisServer> {
  const port = await getFreePort()
  const url = `redis://127.0.0.1:${port}/0`
  let running: ChildProcess | undefined

  async function start(): Promise<void> {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    running = spawn(program, options, { stdio: 'ignore' })
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (await answers(port)) return
      await pause(50)
    }
    throw new Error('redis-server does not answer')
  }

  await start()
  return {
    url,
    start,
    stop: async () => {
      const ended = running === undefined ? undefined : once(running, 'exit')
      running?.kill('SIGKILL')
      await ended
    },
    dump: async () => {
      const client = createClient({ url })
      await client.connect()
      const keys = await client.keys('*')
      const entries = await Promise.all(
        keys.map(async (key): Promise<[string, string]> => [key, (await client.get(key)) ?? '']),
      )
      client.destroy()
      return new Map(entries)
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
