import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CommandDoor } from './command-door'
import { keepLog } from './evidence'

/**
 * What stands between ``` and ``` on a page. Behind the language: `file=NAME` to save it, `exit=9` where that is right,
 * `ends=ctrl-c`, and `yours` for values that are the reader's.
 */
export interface Block {
  section: string
  language: string
  file: string | undefined
  exit: number
  /** Goes on until somebody presses Ctrl-C. */
  isEndless: boolean
  /** Values that the reader has to put in: as they stand there they are of no use. */
  isYours: boolean
  text: string
}

const recipes = path.join(__dirname, '../../docs/recipes')

export function readBlocks(page: string): Block[] {
  const blocks: Block[] = []
  let section = ''
  let open: Block | undefined
  for (const line of readFileSync(path.join(recipes, page), 'utf8').split('\n')) {
    const [, info] = /^```(.*)$/.exec(line) ?? []
    if (open !== undefined && info === '') {
      blocks.push(open)
      open = undefined
    } else if (open !== undefined) {
      open.text += `${line}\n`
    } else if (info !== undefined) {
      const [language = '', ...more] = info.split(' ')
      const said = new Map(more.map((one) => one.split('=') as [string, string]))
      open = {
        section,
        language,
        file: said.get('file'),
        exit: Number(said.get('exit') ?? 0),
        isEndless: said.get('ends') === 'ctrl-c',
        isYours: said.has('yours'),
        text: '',
      }
    } else if (line.startsWith('#')) {
      section = line.replace(/^#+ /, '')
    }
  }
  if (open !== undefined) throw new Error(`${page} ends within a block`)
  return blocks
}

/** Somewhere to type commands: a home folder, and what the environment has. It stays in the folder it went to. */
export interface Shell {
  home: string
  /** What `https://help.example.org/invite` stands for. */
  address: string
  env: Readonly<Record<string, string>>
}

export interface Typed {
  code: number
  out: string
  err: string
}

export function openShell(
  { home, address }: Pick<Shell, 'home' | 'address'>,
  glpiInvite: Pick<CommandDoor, 'installInto'>,
  env: Readonly<Record<string, string>> = {},
): Shell {
  const bin = path.join(home, 'bin')
  mkdirSync(bin, { recursive: true })
  glpiInvite.installInto(bin)
  return {
    home,
    address,
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: home, LANG: 'C.UTF-8', ...env },
  }
}

/** Types it, as it stands there, and pastes the rest where a command reads from the terminal. */
export function type(shell: Shell, text: string, pasted = ''): Promise<Typed> {
  return typing(shell, text, pasted).done
}

function typing(
  { home, env }: Shell,
  text: string,
  pasted: string,
): { done: Promise<Typed>; ctrlC: () => void } {
  const state = path.join(home, '.state')
  const before = existsSync(state) ? `. '${state}'\n` : 'cd ~\n'
  // The next block is typed into the same terminal: what was exported and where one is stays.
  const script = `${before}trap '{ export -p; printf "cd %q\\n" "$PWD"; } > "${state}"' EXIT\nset -e\n${text}`
  const child = spawn('bash', ['-c', script], { env: { ...env }, stdio: 'pipe', detached: true })
  const typed: Typed = { code: -1, out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (typed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (typed.err += chunk.toString()))
  child.stdin.on('error', () => undefined) // nobody reads
  child.stdin.end(pasted)
  const done = new Promise<Typed>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (typed.code = code ?? -1))
    child.once('close', () => {
      keepLog(typed.err)
      resolve(typed)
    })
  })
  const ctrlC = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  }
  return { done, ctrlC }
}

/**
 * What a page shows of an answer: `…` is for what is never twice the same, a line of it for any number of lines. How wide
 * the columns of a table are is no matter.
 */
export function isAsShown(shown: string, out: string): boolean {
  const pattern = shown
    .trimEnd()
    .split('\n')
    .map((line) =>
      line === '…' ? '[^]*' : escaped(line).replaceAll('…', '.*').replaceAll(/ {2,}/g, ' {2,}'),
    )
    .join('\n')
  return new RegExp(`^${pattern}$`).test(out.trimEnd())
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Languages of what is looked at, and not run. */
export const onlyRead: readonly string[] = ['powershell', 'systemd', 'crontab', 'html', 'nginx']

/** Somebody who does what a page says, section by section. */
export interface Follower {
  name: string
  /** Does all of a section, in this shell. Settings that it says to save are saved with these values. */
  follow(
    section: string,
    shell: Shell,
    more?: { settings?: Record<string, string>; paste?: string },
  ): Promise<Typed>
  /** Saves a file of the page once more, as it was. */
  save(name: string, shell: Shell): Promise<void>
  file(name: string): Block
  /** The commands that have this in them. */
  block(part: string): Block
  /** Ends what goes on. */
  pressCtrlC(): Promise<void>
  /** Sections with something to do that nobody has followed. */
  left(): string[]
}

export function followerOf(page: string): Follower {
  const blocks = readBlocks(page)
  const followed = new Set<string>()
  const endless: ReturnType<typeof typing>[] = []
  const only = (what: string, found: readonly Block[]): Block => {
    const [one] = found
    if (one === undefined || found.length > 1) throw new Error(`${page}: ${found.length} blocks with ${what}`)
    return one
  }
  const block = (part: string): Block =>
    only(
      part,
      blocks.filter(({ text, language }) => language === 'sh' && text.includes(part)),
    )
  const file = (name: string): Block =>
    only(
      name,
      blocks.filter((one) => one.file === name),
    )
  const write = async (shell: Shell, name: string, text: string): Promise<void> => {
    const { out } = await type(shell, 'pwd')
    writeFileSync(path.join(out.trim(), name), text)
  }
  return {
    name: page,
    block,
    file,
    save: (name, shell) => write(shell, name, file(name).text),
    left: () =>
      Array.from(
        new Set(blocks.filter(({ language }) => !onlyRead.includes(language)).map((one) => one.section)),
      ).filter((section) => !followed.has(section)),
    pressCtrlC: async () => {
      for (const { ctrlC, done } of endless.splice(0)) {
        ctrlC()
        await done
      }
    },
    follow: async (section, shell, { settings = {}, paste } = {}) => {
      const own = blocks.filter((one) => one.section === section)
      if (own.length === 0) throw new Error(`${page} has no section ${section} with blocks`)
      followed.add(section)
      let last: Typed = { code: 0, out: '', err: '' }
      for (const { language, file: name, exit, isEndless, isYours, text } of own) {
        if (onlyRead.includes(language)) continue
        if (language === 'ini' && name !== undefined) {
          await write(shell, name, withValues(text, settings))
        } else if (name !== undefined && ['csv', 'bash', 'python'].includes(language)) {
          await write(shell, name, text)
        } else if (isYours) {
          await type(shell, withValues(text, settings).replaceAll(/^(?=\w)/gm, 'export '))
        } else if (isEndless) {
          endless.push(typing(shell, text, ''))
        } else if (language === 'sh') {
          last = await type(shell, text, paste)
          if (last.code !== exit)
            throw new Error(`${page}: ended with ${last.code}\n${text}${last.out}${last.err}`)
        } else if (language === 'text') {
          if (!isAsShown(text.replaceAll('https://help.example.org/invite', shell.address), last.out))
            throw new Error(`${page}: shows\n${text}\nand it is\n${last.out}${last.err}`)
        } else {
          throw new Error(`${page}: nobody knows what to do with \`\`\`${language}`)
        }
      }
      return last
    },
  }
}

/** The reader's own values. */
function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/^(\w+)=.*$/gm, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nobody gave a value for ${name}`)
    return `${name}=${value}`
  })
}
