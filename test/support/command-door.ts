import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runRemotely } from '../../src/cli/remote'
import type { Overrides } from '../../src/context'
import { runCommand, type Spoken } from './command-line'
import { close, listen } from './test-app'

/**
 * `glpi-invite` for scripts: a program that hands its arguments, its folder and its environment to this process and
 * gives back what came of it. It is what dist/main.js would do, without a second to load it each time.
 */
export interface CommandDoor {
  /** Puts the program into a folder, for a PATH. */
  installInto(folder: string): void
  close(): Promise<void>
}

export async function openCommandDoor(overrides: Overrides): Promise<CommandDoor> {
  let calls = Promise.resolve()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      calls = calls.then(async () => {
        const { code, out, err } = await answer(Buffer.concat(chunks).toString(), overrides)
        response.end([code, out.length === 0 ? '' : out.slice(0, -1), err].join('\0'))
      })
    })
  })
  const port = await listen(server)
  return {
    installInto: (bin) => {
      mkdirSync(bin, { recursive: true })
      writeFileSync(path.join(bin, 'glpi-invite'), program(port), { mode: 0o755 })
    },
    close: () => close(server),
  }
}

const main = path.join(__dirname, '../../dist/main.js')

/** What goes on until it is stopped is for a process of its own. */
const program = (port: number): string => `#!/bin/bash
case " $* " in *' --follow '*) exec '${process.execPath}' '${main}' "$@" ;; esac
{ printf '%s\\0' "$PWD" "$#" "$@"; env -0; } |
  curl --silent --data-binary @- http://127.0.0.1:${port}/ |
  { IFS= read -r -d '' code; IFS= read -r -d '' out; [ -z "$out" ] || printf '%s\\n' "$out"; cat >&2; exit "$code"; }
`

async function answer(sent: string, overrides: Overrides): Promise<Spoken> {
  const [folder = '', count = '', ...rest] = sent.split('\0')
  const args = rest.slice(0, Number(count))
  const env = Object.fromEntries(
    rest.slice(Number(count)).flatMap((one) => {
      const at = one.indexOf('=')
      return at < 1 ? [] : [[one.slice(0, at), one.slice(at + 1)] as const]
    }),
  )
  const home = process.cwd()
  process.chdir(folder)
  try {
    return (env['GLPI_INVITE_URL'] ?? '') === ''
      ? await runCommand(env, args, overrides)
      : await fromElsewhere(env, args)
  } finally {
    process.chdir(home)
  }
}

async function fromElsewhere(env: Record<string, string>, args: readonly string[]): Promise<Spoken> {
  const spoken = { out: '', err: '' }
  const terminal = {
    out: (text: string) => (spoken.out += `${text}\n`),
    err: (text: string) => (spoken.err += `${text}\n`),
  }
  const code = await runRemotely({ terminal, env, fetch, pause: (ms) => wait(ms / 10) }, '0.0.0-test', args)
  return { code, ...spoken }
}
