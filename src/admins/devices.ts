import { z } from 'zod'
import type { Clock } from '../shared/clock'
import type { Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'

/**
 * What a browser keeps of having signed in: no right at all, only that its attempts at this person's password are
 * counted apart from everybody else's. Sealed, so that nobody makes one.
 */
const Device = z.object({ u: z.number(), d: z.string(), at: z.number() })

/** Browsers keep cookies for 400 days at most. */
export const deviceLifeMs = 400 * 86_400_000

interface DeviceDeps {
  sealer: Sealer
  clock: Clock
  random: Random
}

/** The browser's id, when it has signed in as this person before. */
export function readDevice(
  { sealer, clock }: Omit<DeviceDeps, 'random'>,
  token: string | undefined,
  usersId: number | undefined,
): string | undefined {
  if (token === undefined) return undefined
  const device = Device.safeParse(sealer.unseal('device', token)).data
  if (device === undefined || device.u !== usersId) return undefined
  return clock.now().getTime() - device.at < deviceLifeMs ? device.d : undefined
}

/** A token for the browser of somebody who has just signed in; it keeps the id it had. */
export function makeDeviceToken(
  { sealer, clock, random }: DeviceDeps,
  usersId: number,
  deviceId = random.bytes(16).toString('hex'),
): string {
  return sealer.seal('device', { u: usersId, d: deviceId, at: clock.now().getTime() })
}
