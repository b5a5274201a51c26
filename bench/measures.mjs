import { breathe, median, warmUpSeconds } from './rate.mjs'

const rounds = 3
const secondsOfFirstRound = 1

/** From the filled-in form to the account, against hashing alone: nothing that takes passwords can be faster. */
export async function measureRegistrations(cast) {
  const results = await inRounds(cast.seconds, (seconds) => registrationRound({ ...cast, seconds }))
  const row = (name, side, yardstick) => ({ name, unit: '/s', ...compared(results, side, yardstick) })
  return [
    { ...row('registrations, of hashing alone with argon2', 'ours', 'reference'), atLeast: 0.85 },
    row('… of hashing alone with the library we use', 'ours', 'library'),
    row('… of a bare handler with the same SQL', 'ours', 'bare'),
    row('the bare handler, of hashing alone with argon2', 'bare', 'reference'),
  ]
}

/** An invitation link opened, against one SELECT by index that is answered with the same bytes. */
export async function measureChecks({ stage, load, bare, bareUrl, seconds }) {
  const links = await stage.makeLinks(1000)
  const bareLinks = movedTo(bareUrl, links)
  await load.ask('takeLinks', { links })
  await bare.ask('answerLike', await load.ask('describeCheck'))

  const checksOf = async (links, seconds) => {
    await load.ask('takeLinks', { links })
    await breathe()
    return load.ask('check', { seconds })
  }
  const results = await inRounds(seconds, async (seconds) => ({
    ours: await checksOf(links, seconds),
    bare: await checksOf(bareLinks, seconds),
  }))
  return {
    name: 'links opened, of one bare SELECT',
    unit: '/s',
    ...compared(results, 'ours', 'bare'),
    atLeast: 0.7,
  }
}

async function registrationRound({ stage, load, hashing, bareUrl, seconds }) {
  const reference = await hashing.ask('measure', { library: 'reference', seconds })
  const library = await hashing.ask('measure', { library: 'ours', seconds })
  const enough = Math.ceil(Math.max(reference, library) * (seconds + warmUpSeconds)) + 50

  await load.ask('openForms', { links: await stage.makeLinks(enough) })
  await breathe()
  const ours = await load.ask('register', { seconds })

  await load.ask('takeCodes', { links: movedTo(bareUrl, await stage.makeLinks(enough)) })
  await breathe()
  const bare = await load.ask('register', { seconds })
  return { reference, library, ours, bare }
}

/** Both sides in turn, so that what else the machine does hits both. The first time is for the compiler. */
async function inRounds(seconds, round) {
  await round(secondsOfFirstRound)
  const results = []
  for (let count = 0; count < rounds; count += 1) results.push(await round(seconds))
  return results
}

/** The ratio is the median of the rounds' own, so it need not be the quotient of the two rates beside it. */
function compared(results, side, yardstick) {
  return {
    ours: median(results.map((result) => result[side])),
    bare: median(results.map((result) => result[yardstick])),
    ratio: median(results.map((result) => result[side] / result[yardstick])),
  }
}

const movedTo = (base, links) => links.map((link) => base + new URL(link).pathname)
