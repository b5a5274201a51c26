import type { Redis, RedisClient } from './redis'
import type { Limit, Sum, TallyStore } from './tallies'
import type { Sealer } from './sealing'
import { keyOf } from './tallies-store'

/** Redis forgets by itself; both are added up there, in one step each, by the time of whoever counts. */
export function talliesInRedis(redis: Redis, sealer: Sealer): TallyStore {
  const nameOf = (name: string, subject: string) => `glpi-invite:tallies:${keyOf(sealer, name, subject)}`
  return {
    add: (counts, now) =>
      redis.use((client) =>
        Promise.all(
          counts.map(({ limit, subject, sum }) =>
            addSum(client, nameOf(limit.name, subject), limit.kind, sum, now),
          ),
        ),
      ),
    claim: (name, subject, until, now) =>
      redis.use(async (client) => {
        const life = Math.max(1, until - now)
        return (
          (await client.set(nameOf(name, subject), '1', {
            condition: 'NX',
            expiration: { type: 'PX', value: life },
          })) !== null
        )
      }),
  }
}

/** KEYS: the sum. ARGV: how many, their end, now. Answers how many there are now, and their end. */
const scripts: Record<Limit['kind'], string> = {
  window: `
    local n, til = tonumber(redis.call('HGET', KEYS[1], 'n') or 0), tonumber(redis.call('HGET', KEYS[1], 'until') or 0)
    if til <= tonumber(ARGV[3]) then n, til = 0, tonumber(ARGV[2]) end
    n = n + tonumber(ARGV[1])
    redis.call('HSET', KEYS[1], 'n', n, 'until', string.format('%.0f', til))
    redis.call('PEXPIRE', KEYS[1], string.format('%.0f', til - tonumber(ARGV[3])))
    return { n, string.format('%.0f', til) }`,
  drip: `
    local n, til = tonumber(redis.call('HGET', KEYS[1], 'n') or 0), tonumber(redis.call('HGET', KEYS[1], 'until') or 0)
    n = n + tonumber(ARGV[1])
    til = math.max(til, tonumber(ARGV[3])) + tonumber(ARGV[2]) - tonumber(ARGV[3])
    redis.call('HSET', KEYS[1], 'n', n, 'until', string.format('%.0f', til))
    redis.call('PEXPIRE', KEYS[1], string.format('%.0f', til - tonumber(ARGV[3])))
    return { n, string.format('%.0f', til) }`,
}

async function addSum(
  client: RedisClient,
  key: string,
  kind: Limit['kind'],
  sum: Sum,
  now: number,
): Promise<Sum | undefined> {
  const answer = await client.eval(scripts[kind], {
    keys: [key],
    arguments: [sum.n, sum.until, now].map(String),
  })
  if (!Array.isArray(answer)) return undefined
  const [n, until] = answer.map(Number)
  return n === undefined || until === undefined ? undefined : { n, until }
}
