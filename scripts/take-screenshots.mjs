/**
 * Takes the pictures of docs/screenshots: starts the demo in a throwaway folder, signs in with a browser, and looks at
 * the pages as an administrator does, and at some mails. Needs chromium; `npm run build` first. A page that cannot be
 * shown is reported, and the others are taken all the same.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createConnection } from 'mysql2/promise'
import { chromium } from 'playwright-core'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const target = path.resolve(process.argv[2] ?? path.join(root, 'docs/screenshots'))
const wide = { width: 1280, height: 860 }
const narrow = { width: 390, height: 844 }
/** Home shows most further down. */
const tall = { home: 1200 }
const colleagues = [
  'Alice Arnaud',
  'Karim Haddad',
  'Léa Tessier',
  'Noah Fortin',
  'Sofia Martinez',
  'Zoé Vidal',
]

const folder = mkdtempSync(path.join(os.tmpdir(), 'glpi-invite-screenshots-'))
const failures = []
let demo
let browser
try {
  demo = await startDemo(folder)
  await speakEnglish(demo)
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  mkdirSync(target, { recursive: true })
  await takeAll(browser, demo)
  await takeMails(browser)
} finally {
  await browser?.close()
  await demo?.stop()
  rmSync(folder, { recursive: true, force: true })
}
for (const failure of failures) console.error(failure)
process.exitCode = failures.length === 0 ? 0 : 1

async function takeAll(chrome, { consoleUrl, login, password }) {
  const context = await chrome.newContext({ viewport: wide, locale: 'en-GB', timezoneId: 'UTC' })
  const page = await context.newPage()
  const go = (where) => page.goto(`${consoleUrl}${where}`)

  await shoot(page, 'sign-in', () => go('/sign-in'))
  await page.fill('#login', login)
  await page.fill('#password', password)
  await Promise.all([page.waitForNavigation(), page.press('#password', 'Enter')])

  await shoot(page, 'home', () => go(''))
  await shoot(page, 'keys', () => go('/keys'))
  await shoot(page, 'audit', () => go('/audit'))
  await shoot(page, 'new-key', async () => {
    await go('/keys/new')
    await page.fill('#label', 'Nora Leblanc, starts on Monday')
  })
  await shoot(page, 'made', () => submit(page, 'main form'))
  await shoot(page, 'key', async () => {
    await go('/keys?search=colleagues%20paris')
    await Promise.all([page.waitForNavigation(), page.click('.key-name a')])
  })
  await shoot(page, 'batch', async () => {
    await go('/batches/new')
    await page.fill('#label', 'Apprentices of December')
    await page.fill('#people', colleagues.join('\n'))
    await submit(page, 'main form')
    await submit(page, 'main form')
  })
  await shoot(page, 'status', () => go('/status'))
  await shoot(page, 'kill-switch', () => go('/kill-switch'))

  for (const [name, where] of [
    ['home', ''],
    ['keys', '/keys'],
  ]) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot(page, `${name}-dark`, () => go(where))
    await page.emulateMedia({ colorScheme: 'light' })
    await shoot(page, `${name}-phone`, () => go(where), narrow)
  }
}

/** Mails look the same wherever they come from, so these are put together here. */
async function takeMails(chrome) {
  const { sampleMails } = createRequire(import.meta.url)(path.join(root, 'dist/demo/sample-mails.js'))
  const html = (kind) => sampleMails.find((sample) => sample.kind === kind).render('en').html
  for (const [name, kind, colorScheme, width] of [
    ['mail-invitation', 'invitation', 'light', 800],
    ['mail-invitation-phone', 'invitation', 'dark', narrow.width],
    ['mail-welcome', 'welcome', 'light', 800],
    ['mail-keys-ending', 'keys-ending', 'light', 800],
  ]) {
    const context = await chrome.newContext({ colorScheme })
    const page = await context.newPage()
    await shoot(page, name, () => page.setContent(html(kind)), { width, height: 200 }, { fullPage: true })
    await context.close()
  }
}

async function shoot(page, name, prepare, size = wide, options = {}) {
  const file = path.join(target, `${name}.png`)
  try {
    await page.setViewportSize({ ...size, height: tall[name.split('-')[0]] ?? size.height })
    const answer = await prepare()
    if (answer?.status?.() >= 400) throw new Error(`the server answered ${answer.status()}`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', ...options })
    console.log(`${path.relative(root, file)}  ${Math.round(statSync(file).size / 1024)} KB`)
  } catch (error) {
    failures.push(`${name}: ${error.message.split('\n')[0]} (${page.url()})`)
  }
}

/** Sends the form by its main button: what stands beside it may be a form, too. */
async function submit(page, form) {
  await Promise.all([page.waitForNavigation(), page.click(`${form} .btn-primary[type=submit]`)])
}

/** What `npm run demo` prints says where everything is. */
function startDemo(cwd) {
  const main = path.join(root, 'dist/demo/main.js')
  if (!existsSync(main)) throw new Error('dist/demo/main.js is missing: npm run build')
  const child = spawn(process.execPath, [main], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}:\n${said}`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (!said.includes('Ctrl-C')) return
      const find = (pattern) => pattern.exec(said)?.[1] ?? ''
      resolve({
        consoleUrl: find(/(http\S+\/console)\b/),
        login: find(/sign in as +(\S+)/),
        password: find(/with the password +(\S+)/),
        databaseAt: find(/private database server is running at (\S+)\./),
        folder: path.join(cwd, '.demo/11.0'),
        stop: () => {
          child.kill('SIGINT')
          return ended
        },
      })
    })
  })
}

/** The pictures are for pages in English; the administrator of the sample company speaks French. */
async function speakEnglish({ databaseAt, folder: kept, login }) {
  const password = () => readFileSync(path.join(kept, 'database/root-password'), 'utf8').trim()
  const connection = await createConnection(
    process.env.DATABASE_URL ?? `mysql://root:${password()}@${databaseAt}/`,
  )
  const settings = readFileSync(path.join(kept, '.env'), 'utf8')
  const glpiDatabase = /^GLPI_DATABASE='([^']+)'/m.exec(settings)?.[1]
  await connection.query("UPDATE ??.glpi_users SET language = 'en_GB' WHERE name = ?", [glpiDatabase, login])
  await connection.end()
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = names.flatMap((name) => folders.map((one) => path.join(one, name))).find(existsSync)
  if (found === undefined) throw new Error('chromium is not installed: apt-get install chromium')
  return found
}
