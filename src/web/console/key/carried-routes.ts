import type { Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import {
  changeKey,
  ChangeRefused,
  changedParts,
  couldMake,
  type DetailedKey,
  isForNobody,
} from '../../../keys'
import { AppError, type ErrorCode } from '../../../shared/errors'
import type { Desk } from '../desk'
import type { FormValues } from '../making/form-values'
import { formParts } from '../making/form-view'
import { grantableFor } from '../making/new-key-routes'
import type { Problems } from '../making/problems'
import { keeperAt } from '../roles'
import type { ConsoleRoute } from '../route'
import { carriedValues, markOf, readCarriedChange, readCarriedForm } from './carried-form'
import { keyFor } from './key-for'

const Seen = z.object({ seen: z.string().catch('') })

/** Whom a key is for and what it carries, after it was made. */
export function keyCarriedRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/keys/:uid/carried',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(context, req, desk)
        if (key.revokedAt !== undefined) {
          await desk.redirect(`/keys/${key.uid}`, desk.t.key.change.problems.revoked)
          return
        }
        await show(desk, key, { values: carriedValues(key, context), problems: {} })
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/carried',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(context, req, desk)
        const own = carriedValues(key, context)
        if (Seen.parse(req.body ?? {}).seen !== markOf(own)) {
          await refuse(res, desk, key, { values: own, problems: {}, formError: desk.t.changing.meanwhile })
          return
        }
        const grantable = await grantableFor(context, desk)
        const values = readCarriedForm(req.body, own)
        const { wanted, problems } = await readCarriedChange(context, desk, { key, own, values, grantable })
        if (Object.keys(problems).length > 0) {
          await refuse(res, desk, key, { values, problems })
          return
        }
        const changed = await orRefusal(desk, () => changeKey(context, keeperAt(desk), key.uid, wanted))
        if (typeof changed === 'string') {
          await refuse(res, desk, key, { values, problems, formError: changed })
          return
        }
        const { notices } = desk.t.key
        const isSame = changedParts(key, changed).length === 0
        await desk.redirect(`/keys/${key.uid}`, isSame ? notices.unchanged : notices.changed)
      },
    },
  ]

  async function refuse(res: Response, desk: Desk, key: DetailedKey, form: Form): Promise<void> {
    res.status(422)
    await show(desk, key, form)
  }

  async function show(desk: Desk, key: DetailedKey, { values, problems, formError }: Form): Promise<void> {
    const { changing: t } = desk.t
    const grantable = await grantableFor(context, desk)
    const isWrong = formError !== undefined || Object.keys(problems).length > 0
    const name = key.label || desk.t.key.untitled(key.codes[0]?.hint ?? '')
    desk.show('key-carried', {
      ...formParts(context, desk, { values, problems, grantable, isEach: false }),
      title: isWrong ? t.titleWithErrors(name) : t.title(name),
      path: `${desk.root}/keys/${key.uid}`,
      seen: markOf(carriedValues(key, context)),
      formError,
      isForNobody: isForNobody(key),
      narrowOnly: !(await couldMake(context.db, desk.side, keeperAt(desk), key, context.clock.now())),
    })
  }
}

interface Form {
  values: FormValues
  problems: Problems
  formError?: string
}

const refusals = new Set<ErrorCode>(['NOT_ALLOWED', 'KEY_ISSUER_REFUSED', 'KEY_GRANT_REFUSED'])

/** What came of it, or why nothing did, in the words of who asked. */
async function orRefusal({ t }: Desk, change: () => Promise<DetailedKey>): Promise<DetailedKey | string> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof ChangeRefused) return t.key.change.problems[error.problem]
    if (error instanceof AppError && refusals.has(error.code)) return t.changing.notYours
    throw error
  }
}
