import { existsSync } from 'node:fs'
import path from 'node:path'
import { isFull } from './scale'

/** Programs of the system that some tests use for real, and Debian's package for each. */
const packages = {
  php: 'php-cli',
  chromium: 'chromium',
  nginx: 'nginx-light',
  apache2: 'apache2',
  'redis-server': 'redis-server',
  curl: 'curl',
  jq: 'jq',
  python3: 'python3',
} as const
type Tool = keyof typeof packages

/**
 * The programs that do for a tool, the best one first. Chromium without its windows draws pages as Chromium does, for
 * half of the work; the full run has the browser itself, and so has whoever says so.
 */
function programsFor(tool: Tool): readonly string[] {
  if (tool !== 'chromium') return [tool]
  const isWhole = isFull || process.env['WHOLE_CHROMIUM'] === '1'
  return isWhole ? ['chromium', 'chromium-headless-shell'] : ['chromium-headless-shell', 'chromium']
}

export function findTool(tool: Tool): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']
  return programsFor(tool)
    .flatMap((program) => folders.map((folder) => path.join(folder, program)))
    .find((file) => existsSync(file))
}

/**
 * `describe` for tests that need a program of the system. Where it is not installed they are left out, and the title
 * says what to install; in CI nothing is left out, so that they fail instead.
 */
export function describeWith(tool: Tool, title: string, tests: (program: string) => void): void {
  describeWithAll([tool], title, () => tests(findTool(tool) ?? tool))
}

/** The same for several. */
export function describeWithAll(tools: readonly Tool[], title: string, tests: () => void): void {
  const missing = tools.filter((tool) => findTool(tool) === undefined)
  if (missing.length === 0 || process.env['CI'] === 'true') {
    describe(title, tests)
    return
  }
  const leftOut = describe['skip']
  leftOut(`${title} (not run: apt-get install ${missing.map((tool) => packages[tool]).join(' ')})`, tests)
}
