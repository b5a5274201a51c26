import type { Context } from '../context'
import { fewOf, type Finding, ok, warn } from './finding'

/** Whether what happens arrives where it should. */
export async function checkWebhooks(context: Context): Promise<Finding> {
  const { isFailingForLong, listEndpoints, listUnreadable } = await import('../webhooks/index.js')
  const endpoints = await listEndpoints(context.db)
  if (endpoints.length === 0) return ok('there are none')
  const now = context.clock.now()
  const failing = endpoints.filter((one) => one.off === undefined && isFailingForLong(one, now))
  const gone = endpoints.filter(({ off }) => off === 'gone')
  const unreadable = await listUnreadable(context)
  const uids = (list: readonly { uid: string }[]) => fewOf(list.map(({ uid }) => uid))
  const troubles = [
    ...(unreadable.length === 0
      ? []
      : [
          `the secret of ${fewOf(unreadable)} was sealed with another SESSION_SECRET: ` +
            'give that too, or replace the secret with "glpi-invite webhooks rotate"',
        ]),
    ...(failing.length === 0
      ? []
      : [`${uids(failing)} took nothing for an hour or longer: see "glpi-invite webhooks deliveries"`]),
    ...(gone.length === 0
      ? []
      : [`${uids(gone)} said that it is gone, and was switched off: delete it, or switch it on again`]),
  ]
  return troubles.length === 0 ? ok('what happens arrives') : warn(troubles.join('; '))
}
