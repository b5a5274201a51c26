import { AppError } from '../shared/errors'
import { lastLines, runProgram, type ProgramResult } from './run-program'

// Server programs alone: these packages start no service.
const packages = ['mariadb-server-core', 'mysql-server-core-8.0', 'default-mysql-server-core']

/** Installs the distribution's server program with apt-get, or says which other ways there are. */
export async function installDatabase(say: (line: string) => void): Promise<void> {
  await ensureAptIsOurs()
  say('No database server is installed here, so apt-get is asked for one.')
  await asRoot('apt-get', 'update') // when this fails, the lists of an earlier time may still do
  const name = await getInstallable()
  say(`Installing ${name}, which starts no service and replaces nothing.`)
  const installed = await asRoot('apt-get', ...waitForOthers, 'install', '-y', ...touchNothingElse, name)
  if (!installed.ok) throw noDatabase(`apt-get could not install ${name}: ${lastLines(installed.output, 1)}`)
}

const waitForOthers = ['-o', 'DPkg::Lock::Timeout=120']
const touchNothingElse = ['--no-install-recommends', '--no-remove']

/** The answer when there is no server and no way for us to get one. */
export function noDatabase(why: string): AppError {
  return new AppError(
    'DATABASE_UNAVAILABLE',
    `There is no server program of MariaDB 10.6, MySQL 8.0 or newer, and none could be installed (${why}): ` +
      'install one with "apt-get install --no-install-recommends mariadb-server-core" (Debian, Ubuntu), ' +
      '"dnf install mariadb-server" (Fedora, RHEL) or "brew install mariadb" (macOS), or set DATABASE_URL ' +
      '(mysql://user:password@host:3306/) to an account of such a server that may create databases and accounts.',
  )
}

async function ensureAptIsOurs(): Promise<void> {
  if (!(await runProgram('apt-get', ['--version'])).ok) throw noDatabase('this system has no apt-get')
  if (!(await asRoot('true')).ok) throw noDatabase('apt-get needs root, or sudo without a password')
}

async function getInstallable(): Promise<string> {
  for (const name of packages) {
    const policy = await runProgram('env', ['LC_ALL=C', 'apt-cache', 'policy', name])
    if (/Candidate: (?!\(none\))/.test(policy.output)) return name
  }
  throw noDatabase(`apt-get knows none of ${packages.join(', ')}`)
}

/** `env` rather than our own environment, because sudo does not pass that on. */
function asRoot(...command: string[]): Promise<ProgramResult> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const [program = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command]
  return runProgram(program, args)
}
