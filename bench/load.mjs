/** Plays the people with their browsers. A process of its own, so that it takes no time from the server's thread. */
import { Agent, request } from 'node:http'
import { doJobs } from './jobs.mjs'
import { makePerson } from './people.mjs'
import { measureRate, repeat } from './rate.mjs'

/** Enough forms under way to keep the queue of passwords filled on every machine with few cores. */
const people = 8
const connections = 24

const agent = new Agent({ keepAlive: true, maxSockets: connections })
let forms = []
let links = []

doJobs({
  /** Opens every link up to the form, as a person who then begins to type. */
  openForms: async ({ links: given }) => {
    const left = [...given]
    forms = await repeat(given.length, people, () => openForm(left.pop()))
  },
  /** The forms of the server that needs none opened: it takes the code itself. */
  takeCodes: ({ links: given }) => {
    forms = given.map((link) => ({ url: new URL('/register', link), fields: { code: codeIn(link) } }))
  },
  register: ({ seconds }) => measureRate(sendForm, { lanes: people, seconds }),

  takeLinks: ({ links: given }) => {
    agent.destroy() // a server closes what was idle for five seconds, perhaps just as we ask again
    links = given
  },
  check: ({ seconds }) => measureRate(checkNext(), { lanes: connections, seconds }),
  /** One answer as it goes over the wire, for the server that has to send the same. */
  describeCheck: async () => {
    const { status, headers, text } = await fetchText(new URL(links[0]))
    return { status, headers, text }
  },
})

const codeIn = (link) => link.slice(link.lastIndexOf('/') + 1)

async function openForm(link) {
  const opened = await fetchText(new URL(link))
  expectStatus(opened, 303)
  const cookie = valueOf(opened.headers, 'Set-Cookie').split(';')[0]
  const url = new URL('/register', link)
  const page = await fetchText(url, { headers: { cookie } })
  expectStatus(page, 200)
  const hidden = (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)[1]
  return { url, fields: { handle: hidden('handle'), csrf: hidden('csrf') } }
}

async function sendForm() {
  const form = forms.pop()
  if (form === undefined) throw new Error('there are no opened forms left: open more')
  const body = new URLSearchParams({ ...form.fields, ...makePerson() }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  expectStatus(await fetchText(form.url, { method: 'POST', headers, body }), 303)
}

function checkNext() {
  const urls = links.map((link) => new URL(link))
  let next = 0
  return async () => {
    const response = await fetchText(urls[next++ % urls.length])
    expectStatus(response, 303)
  }
}

function expectStatus({ status, text }, wanted) {
  if (status !== wanted) throw new Error(`status ${status} instead of ${wanted}: ${text.slice(0, 2000)}`)
}

/** Headers come as the list that was sent: name, value, name, value. */
const valueOf = (headers, name) => headers[headers.indexOf(name) + 1]

function fetchText(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.rawHeaders, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
