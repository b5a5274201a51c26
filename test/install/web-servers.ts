import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getFreePort } from '../../src/demo/free-port'
import { keepLog } from '../support/evidence'

const examples = path.join(__dirname, '../../docs/examples')

export type Kind = 'nginx' | 'apache2'
export type Example = 'own-host' | 'under-glpi'

/** Where it is said that the web server should be found, fixed before it is started: links are made for it. */
export interface Ports {
  https: number
  http: number
}

export const freePorts = async (): Promise<Ports> => ({
  https: await getFreePort(),
  http: await getFreePort(),
})

export interface WebServer {
  /** Everything in its access and error logs. */
  logs(): string
  stop(): Promise<void>
}

/** A real nginx or Apache with the example of the manual; only ports, names and folders are others. */
export async function startWebServer(
  kind: Kind,
  program: string,
  { example, ports, upstream }: { example: Example; ports: Ports; upstream: string },
): Promise<WebServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `${kind}-`))
  chmodSync(folder, 0o755) // its workers run as another user
  mkdirSync(path.join(folder, 'logs'))
  makeCertificate(folder)
  makeGlpi(path.join(folder, 'glpi'))
  const site = adapt(`${kind === 'nginx' ? 'nginx' : 'apache'}-${example}.conf`, {
    ...(kind === 'nginx' ? nginxPlaces(folder, ports) : apachePlaces(folder, ports)),
    'http://127.0.0.1:3000': upstream,
    '/var/www/glpi/public': path.join(folder, 'glpi'),
  })
  const file = path.join(folder, 'main.conf')
  writeFileSync(file, kind === 'nginx' ? nginxMain(folder, site) : apacheMain(folder, ports, site))

  const child = spawn(program, kind === 'nginx' ? nginxOptions(folder, file) : apacheOptions(file), {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await answers(child, ports.https)
  const logs = () =>
    readdirSync(path.join(folder, 'logs'))
      .map((name) => readFileSync(path.join(folder, 'logs', name), 'utf8'))
      .join('')
  return {
    logs,
    stop: async () => {
      await end(child)
      keepLog(logs())
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The example with other places in it. Every one that it mentions has to be among them, or we would test the wrong file. */
function adapt(name: string, places: Record<string, string>): string {
  let text = readFileSync(path.join(examples, name), 'utf8')
  for (const [from, to] of Object.entries(places)) text = text.replaceAll(from, to)
  const left =
    /.*(example\.org[^/;\s]*$|\/etc\/ssl|\/var\/log|\/var\/www|:3000|listen (\d+[ ;]|\[)|\*:\d).*/m.exec(
      text.replace(/^\s*#.*$/gm, ''),
    )
  if (left !== null) throw new Error(`${name} says something the test does not replace: ${left[0]}`)
  return text
}

const commonPlaces = (folder: string): Record<string, string> => ({
  '/etc/ssl/certs/invite.example.org.pem': path.join(folder, 'certificate.pem'),
  '/etc/ssl/certs/help.example.org.pem': path.join(folder, 'certificate.pem'),
  '/etc/ssl/private/invite.example.org.key': path.join(folder, 'certificate.key'),
  '/etc/ssl/private/help.example.org.key': path.join(folder, 'certificate.key'),
  'invite.example.org': 'localhost',
  'help.example.org': 'localhost',
})

const nginxPlaces = (folder: string, ports: Ports): Record<string, string> => ({
  ...commonPlaces(folder),
  'listen [::]:80;': '',
  'listen [::]:443 ssl;': '',
  'listen 80;': `listen 127.0.0.1:${ports.http};`,
  'listen 443 ssl;': `listen 127.0.0.1:${ports.https} ssl;`,
  '/var/log/nginx/': path.join(folder, 'logs/'),
})

const apachePlaces = (folder: string, ports: Ports): Record<string, string> => ({
  ...commonPlaces(folder),
  '<VirtualHost *:80>': `<VirtualHost 127.0.0.1:${ports.http}>`,
  '<VirtualHost *:443>': `<VirtualHost 127.0.0.1:${ports.https}>`,
  '${APACHE_LOG_DIR}': path.join(folder, 'logs'),
})

const isRoot = process.getuid?.() === 0

function nginxMain(folder: string, site: string): string {
  writeFileSync(path.join(folder, 'fastcgi_params'), '')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  )
  return [
    ...(isRoot ? ['user root;'] : []),
    `pid ${path.join(folder, 'nginx.pid')};`,
    'worker_processes 1;',
    'events {}',
    'http {',
    ...temporary,
    'types { text/html html; text/css css; }',
    site,
    '}',
  ].join('\n')
}

const nginxOptions = (folder: string, file: string): string[] => [
  ...['-p', folder, '-c', file, '-e', path.join(folder, 'logs/nginx.log')],
  ...['-g', 'daemon off;'],
]

/** The modules that Debian turns on by itself, and those that the examples ask for with a2enmod. */
const apacheModules = [
  ...['mpm_event', 'authz_core', 'alias', 'dir', 'mime', 'rewrite', 'reqtimeout', 'negotiation'],
  ...['ssl', 'headers', 'proxy', 'proxy_http', 'setenvif'],
]

function apacheMain(folder: string, ports: Ports, site: string): string {
  return [
    `ServerRoot ${folder}`,
    'ServerName localhost',
    `PidFile ${path.join(folder, 'apache.pid')}`,
    `DefaultRuntimeDir ${folder}`,
    ...apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    ...(isRoot ? ['User www-data', 'Group www-data'] : []),
    `Listen 127.0.0.1:${ports.https}`,
    `Listen 127.0.0.1:${ports.http}`,
    `ErrorLog ${path.join(folder, 'logs/apache.log')}`,
    'TypesConfig /dev/null',
    'AddType text/html .html',
    'LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined',
    site,
  ].join('\n')
}

const apacheOptions = (file: string): string[] => ['-f', file, '-D', 'FOREGROUND']

function makeCertificate(folder: string): void {
  const into = (name: string) => path.join(folder, name)
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2']
  const files = ['-keyout', into('certificate.key'), '-out', into('certificate.pem')]
  execFileSync('openssl', ['req', '-x509', ...key, ...names, ...files], { stdio: 'ignore' })
}

/** As much of GLPI as its neighbour needs. */
function makeGlpi(folder: string): void {
  mkdirSync(path.join(folder, 'front'), { recursive: true })
  writeFileSync(path.join(folder, 'front/helpdesk.html'), 'this is GLPI')
  writeFileSync(path.join(folder, 'invitees.html'), 'this is GLPI')
}

async function answers(child: ChildProcess, port: number): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the web server ended with ${child.exitCode}: ${said}`)
    if (await isOpen(port)) return
    await pause(50)
  }
  throw new Error(`the web server does not answer: ${said}`)
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** A visitor's address that is not the proxy's, so that the two can be told apart. */
export const visitor = '127.0.0.2'

export interface RawAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** One request of `visitor` on a connection of its own. The path is sent as it is written, mistakes included. */
export function ask(port: number, rawPath: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const connection = { agent: false, localAddress: visitor, family: 4, rejectUnauthorized: false }
    const asking = request({ host: 'localhost', port, path: rawPath, headers, ...connection }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asking.once('error', reject)
    asking.end()
  })
}
