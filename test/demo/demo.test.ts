import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { Browser, registrationForm, textOf } from '../support/browser'
import { trySignIn } from '../support/console'
import { makeFolderForDatabase } from '../support/database-folder'
import { keepSecret } from '../support/evidence'
import { isFull } from '../support/scale'

const demo = path.join(__dirname, '../../dist/demo/main.js')

interface Demo {
  link: string
  console: { url: string; login: string; password: string }
  /** Where GLPI would be. */
  glpi: string
  stop(): Promise<number | null>
}

/** On a server that is given, and on one of its own, which is what most people have. */
const places = [
  { line: '10.0', env: { DATABASE_URL: process.env['TEST_DATABASE_ADMIN_URL'] ?? '' } },
  { line: '11.0', env: { DATABASE_URL: '' } },
]

describe.each(places)('the demo with GLPI $line', ({ line, env }) => {
  const isGiven = env.DATABASE_URL !== ''
  const folder = makeFolderForDatabase('demo ')
  let child: ChildProcess | undefined
  afterAll(() => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  /** Starts it as `npm run demo` does, in an empty folder, and reads what it says to open. */
  function start(...args: string[]): Promise<Demo> {
    const started = spawn(process.execPath, [demo, '--glpi', line, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: 'pipe',
    })
    child = started
    let said = ''
    return new Promise((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)))
      started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      started.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const link = /^ +(http\S+\/r\/\S+)/m.exec(said)?.[1]
        const glpi = /Then look at .*: (http\S+)/.exec(said)?.[1]
        const [, url = ''] = /(http\S+)\/console\b/.exec(said) ?? []
        const [, login = ''] = /sign in as +(\S+)/.exec(said) ?? []
        const [, password = ''] = /with the password +(\S+)/.exec(said) ?? []
        if (link === undefined || glpi === undefined || !said.includes('Ctrl-C')) return
        keepSecret(link.slice(link.lastIndexOf('/') + 1))
        resolve({ link, glpi, console: { url, login, password }, stop: () => interrupt(started) })
      })
    })
  }

  function interrupt(running: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => {
      running.removeAllListeners('exit')
      running.once('exit', (code) => resolve(code))
      running.kill('SIGINT')
    })
  }

  async function register(link: string, login: string): Promise<void> {
    const browser = new Browser(new URL(link).origin)
    const done = await browser.submit(await browser.open(link), registrationForm({ login }))
    expect(textOf(done)).toContain(login)
  }

  /** What an administrator sees after signing in with what the demo has printed. */
  async function homeOf({ url, login, password }: Demo['console']): Promise<string> {
    const browser = new Browser(url)
    return textOf(await trySignIn(browser, login, password))
  }

  it('shows the main job, comes back with its data, and starts over when told', async () => {
    const first = await start(...(isGiven ? ['--reset'] : [])) // an earlier run may have left something there
    await register(first.link, 'first.visitor')
    expect(await (await fetch(first.glpi)).text()).toContain('first.visitor')
    expect(await homeOf(first.console)).toMatch(
      /comptes créés.*Dernières inscriptions Qui Clé Quand first\.visitor/,
    )
    expect(await first.stop()).toBe(0)
    await expect(fetch(first.glpi)).rejects.toThrow()
    await expect(fetch(new URL(first.link).origin)).rejects.toThrow()

    if (!isGiven || isFull) {
      const second = await start()
      expect(second.link).toBe(first.link)
      expect(await (await fetch(second.glpi)).text()).toContain('first.visitor')
      await register(second.link, 'second.visitor')
      await second.stop()
    }

    if (isGiven || isFull) {
      const fresh = await start('--reset')
      expect(fresh.link).not.toBe(first.link)
      expect(await (await fetch(fresh.glpi)).text()).not.toContain('first.visitor')
      await register(fresh.link, 'third.visitor')
      await fresh.stop()
    }
  })
})
