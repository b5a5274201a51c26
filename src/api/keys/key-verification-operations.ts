import { z } from 'zod'
import { runJob } from '../../work'
import { changes, type Operation } from '../operation'

const Verified = z
  .strictObject({
    state: z.enum(['done', 'busy', 'failed']).meta({
      description:
        'busy: it is going on already; failed: nothing can be said of any key, as while GLPI is in maintenance',
    }),
  })
  .meta({ id: 'KeyVerification' })

export const keyVerificationOperations: Operation[] = [
  changes({
    operationId: 'verifyKeys',
    tag: 'Keys',
    summary: 'Verify keys: hold those that may still be used against GLPI as it is now',
    description:
      'So it is done every day. Those that would be refused are listed by `/keys?problem=any`, and those who answer for them hear of it.',
    method: 'post',
    path: '/key-verifications',
    inPieces: true,
    scope: 'keys:manage',
    permission: 'update-keys',
    refs: Verified,
    answer: Verified,
    perform: async (context) => ({ refs: { state: (await runJob(context, 'verify')).state } }),
    present: (_context, _call, refs) => Promise.resolve(refs),
  }),
]
