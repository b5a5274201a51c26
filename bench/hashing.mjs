/** The yardsticks: argon2id with the server's parameters and nothing around it, in two libraries. */
import { hash as nodeRsHash } from '@node-rs/argon2'
import argon2 from 'argon2'
import os from 'node:os'
import { doJobs } from './jobs.mjs'
import { makePerson } from './people.mjs'
import { measureRate } from './rate.mjs'

const lanes = os.availableParallelism()
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const hashers = {
  /** The reference implementation in C, as most servers on Node use it. */
  reference: (password) => argon2.hash(password, { ...cost, type: argon2.argon2id, hashLength: 32 }),
  /** The one our server uses. */
  ours: (password) => nodeRsHash(password, { ...cost, outputLen: 32 }),
}

doJobs({
  measure: ({ library, seconds }) =>
    measureRate(() => hashers[library](makePerson().password), { lanes, seconds }),
})
