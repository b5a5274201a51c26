/**
 * Whether the time of an answer tells that an address has an account, where addresses have to be confirmed: forms with
 * registered and unregistered addresses in turn, to one server, and how far apart their times are. Run "npm run build"
 * before; "--forms 400" asks for more of each.
 */
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { makePerson } from './people.mjs'
import { startServer } from './server.mjs'
import { setStage } from './stage.mjs'

const { values: options } = parseArgs({ options: { forms: { type: 'string', default: '150' } } })
const forms = Number(options.forms)

const stage = await setStage(path.join(import.meta.dirname, '../.bench/proof-of-address'))
const server = await startServer(stage)
try {
  const links = await stage.makeLinks(2 * forms)
  await stage.admin.query(`UPDATE ${stage.database}.registration_keys SET needs_proof = 1`)
  const taken = await registeredAddresses(forms)
  const times = { registered: [], unregistered: [] }
  for (let n = 0; n < forms; n += 1) {
    // In turn, and in turn the first of the two.
    const two = n % 2 === 0 ? ['registered', 'unregistered'] : ['unregistered', 'registered']
    for (const kind of two) {
      const person = makePerson()
      const email = kind === 'registered' ? taken[n] : person.email
      times[kind].push(await sendForm(links.pop(), { ...person, email }))
    }
  }
  report(times)
} finally {
  await server.stop()
  await stage.close()
}

async function registeredAddresses(count) {
  const rows = Array.from({ length: count }, (_, n) => [`registered-${n}`, 1, 0])
  await stage.admin.query('INSERT INTO glpi.glpi_users (name, authtype, auths_id) VALUES ?', [rows])
  await stage.admin.query(
    `INSERT INTO glpi.glpi_useremails (users_id, email, is_default)
     SELECT id, CONCAT(name, '@example.org'), 1 FROM glpi.glpi_users WHERE name LIKE 'registered-%'`,
  )
  return rows.map(([name]) => `${name}@example.org`)
}

/** From the form on its way to the answer, in milliseconds. */
async function sendForm(link, person) {
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie').split(';')[0]
  const page = await (await fetch(`${server.url}/register`, { headers: { cookie } })).text()
  const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)[1]
  const body = new URLSearchParams({ ...person, handle: hidden('handle'), csrf: hidden('csrf') })
  const startedAt = performance.now()
  const answer = await fetch(`${server.url}/register`, { method: 'POST', body, redirect: 'manual' })
  const ms = performance.now() - startedAt
  if (!/\/waiting\?/.test(answer.headers.get('location') ?? ''))
    throw new Error(`a form was answered with ${answer.status}: ${(await answer.text()).slice(0, 2000)}`)
  return ms
}

/** Two halves of the same kind differ by chance alone: that is the noise. */
function report({ registered, unregistered }) {
  const at = (list, share) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)]
  const say = (name, list) =>
    console.log(
      `${name.padEnd(14)} median ${at(list, 0.5).toFixed(2)} ms, quarter to quarter ${at(list, 0.25).toFixed(2)} to ${at(list, 0.75).toFixed(2)} ms`,
    )
  say('registered', registered)
  say('unregistered', unregistered)
  const half = (list, which) => list.filter((_, n) => Math.floor(n / 2) % 2 === which)
  const between = Math.abs(at(registered, 0.5) - at(unregistered, 0.5))
  const noise = Math.abs(at(half(unregistered, 0), 0.5) - at(half(unregistered, 1), 0.5))
  const spread = at(unregistered, 0.75) - at(unregistered, 0.25)
  console.log(
    `the medians differ by ${between.toFixed(2)} ms; two halves of the unregistered by ${noise.toFixed(2)} ms, and half of these lie within ${spread.toFixed(2)} ms`,
  )
}
