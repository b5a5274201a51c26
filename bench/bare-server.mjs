/**
 * What our server is compared with: Express and mysql2 with nothing between them. It trusts its input, checks
 * nothing, logs nothing and shows no page. Nobody should run this for anything else.
 */
import { hash } from '@node-rs/argon2'
import express from 'express'
import fastq from 'fastq'
import { createPool } from 'mysql2/promise'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import os from 'node:os'
import { doJobs } from './jobs.mjs'
import { registerWithSql } from './bare-sql.mjs'

const app = express().disable('x-powered-by').disable('etag')
let pool
let answer

doJobs({
  start: async ({ databaseUrl, glpiDatabase }) => {
    pool = createPool({ uri: databaseUrl, connectionLimit: 10, timezone: 'Z' })
    pool.pool.on('connection', setUpSession)
    app.locals.glpi = glpiDatabase
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${server.address().port}`
  },
  /** From now on a check is answered with these very bytes. */
  answerLike: (given) => {
    answer = { ...given, headers: withoutOwn(given.headers) }
  },
})

function setUpSession(connection) {
  connection.query('SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci')
  connection.query("SET time_zone = '+00:00', innodb_lock_wait_timeout = 10")
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
}

/** Node sends these by itself, the same for both. */
function withoutOwn(headers) {
  const pairs = headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]]] : []))
  return pairs.filter(([name]) => !/^(date|connection|keep-alive)$/i.test(name)).flat()
}

const findKey = `SELECT k.uid, k.label, k.max_uses, k.uses_completed, k.uses_held, k.not_before, k.expires_at,
  k.paused_at, k.revoked_at, k.issuer_users_id, k.issuer_profiles_id, k.issuer_entities_id, k.created_at, c.valid_until
  FROM key_codes c JOIN registration_keys k ON k.uid = c.key_uid WHERE c.hash = ?`

const hashOf = (code) => createHash('sha256').update(code.toUpperCase()).digest()

app.get('/r/:code', async (req, res) => {
  const [[key]] = await pool.query(findKey, [hashOf(req.params.code)])
  if (key === undefined) res.sendStatus(404)
  else res.writeHead(answer.status, answer.headers).end(answer.text)
})

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }
const hashing = fastq.promise((password) => hash(password, cost), os.availableParallelism())

app.post('/register', express.urlencoded({ extended: false }), async (req, res) => {
  const { code, password, ...person } = req.body
  await registerWithSql(pool, app.locals.glpi, {
    ...person,
    codeHash: hashOf(code),
    submitToken: randomBytes(16),
    hashPassword: () => hashing.push(password),
  })
  res.redirect(303, '/done')
})
