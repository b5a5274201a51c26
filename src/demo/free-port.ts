import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { AppError } from '../shared/errors'

/** The wished port of 127.0.0.1 when nobody listens there; without a wish, any that is free. */
export async function getFreePort(wished = 0): Promise<number> {
  const probe = createServer().listen(wished, '127.0.0.1')
  try {
    await once(probe, 'listening')
  } catch (cause) {
    const reason = `Port ${wished} of 127.0.0.1 cannot be used for the database (${String(cause)})`
    throw new AppError('DATABASE_UNAVAILABLE', `${reason}: stop what uses it or choose another.`, { cause })
  }
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
