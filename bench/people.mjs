import { dictionary } from '@zxcvbn-ts/language-common'
import { randomInt } from 'node:crypto'

const words = dictionary['diceware-common'].filter((one) => /^[a-z]+$/.test(one))
const word = () => words[randomInt(words.length)]
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1)

let count = 0

/** What somebody types who chooses as advised: three random words and a number. Nobody comes twice. */
export function makePerson() {
  count += 1
  const firstname = capitalised(word())
  const realname = capitalised(word())
  const login = `${firstname}.${realname}.${process.pid}-${count}`.toLowerCase()
  return {
    login,
    firstname,
    realname,
    email: `${login}@example.org`,
    password: `${word()} ${word()} ${word()} ${randomInt(1000, 10_000)}`,
  }
}
