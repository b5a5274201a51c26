import { z } from 'zod'
import type { Context } from '../../context'
import { countUsableKeys, findRedemptionStop, setRedemptionStop } from '../../keys'
import { originOf } from '../origin'
import type { Desk, Own } from './desk'
import { writeCount } from './home/counts'
import type { ConsoleRoute } from './route'

/** Anything unclear is a wish that nobody has confirmed. */
const Wish = z.object({
  turn: z.enum(['on', 'off']).catch('on'),
  understood: z.literal('yes').optional().catch(undefined),
})

/** Stops every redemption of the instance, and lets them go on. */
export function killSwitchRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/kill-switch',
      may: 'configure',
      handle: async (_req, _res, desk) => desk.show('kill-switch', await killSwitchView(context, desk)),
    },
    {
      method: 'post',
      path: '/kill-switch',
      may: 'configure',
      handle: async (req, res, desk) => {
        const { killSwitch } = desk.t.status
        const { turn, understood } = Wish.parse(req.body)
        if (turn === 'on' && understood === undefined) {
          res.status(422)
          desk.show('kill-switch', {
            ...(await killSwitchView(context, desk)),
            error: killSwitch.notUnderstood,
          })
          return
        }
        await setRedemptionStop(context, desk.eventActor, turn === 'on', originOf(req))
        await desk.redirect('/kill-switch', killSwitch.notices[turn])
      },
    },
  ]
}

async function killSwitchView({ db, clock }: Context, desk: Desk): Promise<Own<'kill-switch'>> {
  const { killSwitch: words } = desk.t.status
  const since = await findRedemptionStop(db)
  const keys = await countUsableKeys(db, clock.now())
  const written = writeCount(desk, keys)
  return {
    title: words.title,
    csrf: desk.csrf,
    isOn: since !== undefined,
    state: since === undefined ? words.isOff : words.isOn(desk.format.instant(since)),
    keys: since === undefined ? words.stops(keys, written) : words.waits(keys, written),
    error: undefined,
  }
}
