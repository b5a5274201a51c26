/**
 * Finds the number whose SHA-256 behind the salt is the challenge. By hand, since browsers have theirs on https alone,
 * and it is no faster for texts this short (FIPS 180-4).
 */
'use strict'

self.onmessage = function (event) {
  const { challenge, salt, maxnumber } = event.data
  const wanted = new Uint32Array(8).map((_, at) => parseInt(challenge.slice(at * 8, at * 8 + 8), 16))
  for (let number = 0; number <= maxnumber; number += 1) {
    if (sha256(salt + number).every((word, at) => word === wanted[at])) {
      self.postMessage(number)
      return
    }
  }
  self.postMessage(undefined)
}

/** The first 32 bits of the fractional parts of a root of the first primes. */
const primes = []
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
const fraction = (root) => Math.floor((root - Math.floor(root)) * 0x100000000)
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const beginning = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const words = new Uint32Array(64)

/** Of plain ASCII. */
function sha256(text) {
  const state = Uint32Array.from(beginning)
  const blocks = Math.ceil((text.length + 9) / 64)
  for (let block = 0; block < blocks; block += 1) {
    for (let at = 0; at < 16; at += 1) words[at] = wordAt(text, block * 64 + at * 4)
    if (block === blocks - 1) words[15] = text.length * 8
    mix(state)
  }
  return state
}

function wordAt(text, from) {
  let word = 0
  for (let at = from; at < from + 4; at += 1) {
    const byte = at < text.length ? text.charCodeAt(at) : at === text.length ? 0x80 : 0
    word = (word << 8) | byte
  }
  return word >>> 0
}

const turn = (word, by) => (word >>> by) | (word << (32 - by))

function mix(state) {
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [words[at - 15], words[at - 2]]
    const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const two = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[at] = words[at - 16] + one + words[at - 7] + two
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let at = 0; at < 64; at += 1) {
    const first =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[at] + words[at]) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] += word))
}
