import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import { findIdsOfLogin, type GlpiSide } from '../../../glpi'
import { type KeySelection, type TransferObstacle, transferKeys } from '../../../keys'
import type { Db } from '../../../shared/db'
import { AppError } from '../../../shared/errors'
import type { TransferMessages } from '../../../shared/i18n/console/messages/transfer'
import { originOf } from '../../origin'
import type { Desk, Own } from '../desk'
import type { ConsoleRoute } from '../route'
import { type AskedRevocation, readRevocation } from './key-revocations'

/** `to` is not there yet when the list or a key asks for the page. */
const Form = z.object({ to: z.string().trim().optional().catch(undefined) })

type Problem = keyof TransferMessages['problems']
type Done = Awaited<ReturnType<typeof transferKeys>>

/** Handing keys over: which, to whom, a look at what would happen, and then it happens. */
export function keyTransferRoutes(context: Context): ConsoleRoute[] {
  const handle = async (req: Request, res: Response, desk: Desk, dryRun: boolean): Promise<void> => {
    const { transfer: t } = desk.t
    const asked = await readRevocation(context, desk, req.body)
    const { selection, backPath } = asked
    if (selection === undefined) {
      await desk.redirect(backPath, t.nothingSelected)
      return
    }
    const { to } = Form.parse(req.body ?? {})
    if (to === undefined) {
      desk.show('key-transfer', viewOf(desk, asked, { to: '' }))
      return
    }
    const done = await tryTransfer(context, desk, req, { selection, to, dryRun })
    if (typeof done === 'string') {
      res.status(422)
      desk.show('key-transfer', viewOf(desk, asked, { to, problem: done }))
    } else if (dryRun) desk.show('key-transfer', viewOf(desk, asked, { to, done }))
    else await desk.redirect(backPath, noticeOf(desk, to, done))
  }
  return [
    {
      method: 'post',
      path: '/keys/transfers/preview',
      may: 'update-keys',
      handle: (req, res, desk) => handle(req, res, desk, true),
    },
    {
      method: 'post',
      path: '/keys/transfers',
      may: 'update-keys',
      handle: (req, res, desk) => handle(req, res, desk, false),
    },
  ]
}

async function tryTransfer(
  context: Context,
  { side, eventActor }: Desk,
  req: Request,
  { selection, to, dryRun }: { selection: KeySelection; to: string; dryRun: boolean },
): Promise<Done | Problem> {
  const owner = await findNewOwner(context.db, side, to)
  if (typeof owner === 'string') return owner
  try {
    return await transferKeys(
      context,
      { actor: eventActor, from: originOf(req) },
      { selection, to: owner, dryRun },
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'INPUT_INVALID') return 'no-maker'
    throw error
  }
}

/** Whose login was typed, or what is wrong with it. */
export async function findNewOwner(db: Db, side: GlpiSide, login: string): Promise<number | Problem> {
  if (login === '') return 'missing'
  const [id, ...others] = await findIdsOfLogin(db, side, login)
  if (id === undefined) return 'unknown'
  return others.length > 0 ? 'several' : id
}

const keptIn = ({ kept }: Done) => Object.entries(kept) as [TransferObstacle, number][]

function viewOf(
  { t: { transfer: t }, format, root, csrf }: Desk,
  { hidden, backPath }: AskedRevocation,
  { to, problem, done }: { to: string; problem?: Problem; done?: Done },
): Own<'key-transfer'> {
  return {
    title: t.title,
    csrf,
    hidden,
    to,
    error: problem && t.problems[problem],
    outcome: done && {
      goes: t.goes(done.moved, format.number(done.moved), to),
      stays: keptIn(done).map(([obstacle, n]) => t.stays(n, format.number(n), obstacle)),
      confirm: done.moved === 0 ? undefined : t.confirm(done.moved, format.number(done.moved)),
    },
    backHref: `${root}${backPath}`,
  }
}

function noticeOf({ t: { transfer: t }, format }: Desk, to: string, done: Done): string {
  const stayed = keptIn(done).reduce((sum, [, n]) => sum + n, 0)
  const went = t.done(done.moved, format.number(done.moved), to)
  return stayed === 0 ? went : `${went} ${t.stayed(stayed, format.number(stayed))}`
}
