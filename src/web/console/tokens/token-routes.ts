import type { Request } from 'express'
import { z } from 'zod'
import {
  getToken,
  isTheirs,
  type ListedToken,
  listTokens,
  makeToken,
  revokeToken,
  rotateToken,
} from '../../../admins'
import type { Context } from '../../../context'
import { readPeople } from '../../../glpi'
import { duplicateKeyOf } from '../../../shared/db'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import { tokenKeeperAt } from '../roles'
import type { ConsoleRoute } from '../route'
import { checkTokenForm, newTokenForm, newTokenView, readTokenForm } from './token-form'
import { tokenRows } from './token-rows'

const hourMs = 3_600_000
const overlaps = ['0', '1', '24', '72', '168'] as const
const Rotation = z.object({
  overlap: z.enum(overlaps).catch('24'),
  rotations: z.coerce.number().int().min(0).catch(-1),
})

/** Tokens with which scripts work over the API in somebody's name. */
export function tokenRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/tokens',
      may: 'signed-in',
      handle: (_req, _res, desk) => showList(context, desk, { others: false }),
    },
    {
      method: 'get',
      path: '/tokens/everybody',
      may: 'configure',
      handle: (_req, _res, desk) => showList(context, desk, { others: true }),
    },
    {
      method: 'get',
      path: '/tokens/new',
      may: 'signed-in',
      handle: (_req, _res, desk) =>
        desk.show('new-token', newTokenView(context, desk, newTokenForm(context))),
    },
    {
      method: 'post',
      path: '/tokens',
      may: 'signed-in',
      handle: async (req, res, desk) => {
        const form = readTokenForm(context, desk, req.body)
        const { wanted, errors } = await checkTokenForm(context, desk, form)
        if (wanted === undefined) {
          res.status(422)
          desk.show('new-token', newTokenView(context, desk, form, errors))
          return
        }
        try {
          const made = await makeToken(context, { owner: desk.actor, actor: desk.eventActor }, wanted)
          showOnce(desk, { title: desk.t.tokens.made.title, label: wanted.label, ...made })
        } catch (error) {
          if (duplicateKeyOf(error) === undefined) throw error
          // The page was loaded again, or the button pressed twice: there is one token, and it was shown.
          await desk.redirect('/tokens', desk.t.tokens.notices.shownBefore)
        }
      },
    },
    {
      method: 'get',
      path: '/tokens/:uid/rotation',
      may: 'signed-in',
      handle: async (req, _res, desk) => {
        const { uid, label, rotations } = await rotatableToken(context, req, desk)
        const { rotation: t } = desk.t.tokens
        desk.show('token-rotation', {
          title: t.title(label),
          csrf: desk.csrf,
          action: `${desk.root}/tokens/${uid}/secrets`,
          backHref: `${desk.root}/tokens`,
          rotations,
          overlaps: overlaps.map((value) => ({ value, text: t.overlaps[value], isChosen: value === '24' })),
        })
      },
    },
    {
      method: 'post',
      path: '/tokens/:uid/secrets',
      may: 'signed-in',
      handle: async (req, _res, desk) => {
        const token = await rotatableToken(context, req, desk)
        const { overlap, rotations } = Rotation.parse(req.body ?? {})
        if (rotations !== token.rotations) {
          await desk.redirect('/tokens', desk.t.tokens.notices.shownBefore)
          return
        }
        const made = await rotateToken(context, tokenKeeperAt(desk), token.uid, {
          overlapMs: Number(overlap) * hourMs,
          rotations,
        })
        showOnce(desk, { title: desk.t.tokens.made.rotatedTitle, label: token.label, ...made })
      },
    },
    {
      method: 'get',
      path: '/tokens/:uid/revocation',
      may: 'signed-in',
      handle: async (req, _res, desk) => {
        const token = await tokenFor(context, req, desk)
        const { revocation: t } = desk.t.tokens
        desk.show('token-revocation', {
          title: t.title(token.label),
          csrf: desk.csrf,
          action: `${desk.root}/tokens/${token.uid}/revocation`,
          backHref: listOf(desk, token),
          owner: isTheirs(token, tokenKeeperAt(desk))
            ? undefined
            : t.ofSomebody(await nameOf(context, desk, token)),
        })
      },
    },
    {
      method: 'post',
      path: '/tokens/:uid/revocation',
      may: 'signed-in',
      handle: async (req, _res, desk) => {
        const token = await tokenFor(context, req, desk)
        await revokeToken(context, tokenKeeperAt(desk), token.uid)
        await desk.redirect(
          isTheirs(token, tokenKeeperAt(desk)) ? '/tokens' : '/tokens/everybody',
          desk.t.tokens.notices.revoked(token.label),
        )
      },
    },
  ]
}

async function showList(context: Context, desk: Desk, { others }: { others: boolean }): Promise<void> {
  const { tokens: t } = desk.t
  const tokens = await listTokens(context, tokenKeeperAt(desk), { others })
  const toEverybody = { href: `${desk.root}/tokens/everybody`, text: t.everybody.show }
  const toOwn = { href: `${desk.root}/tokens`, text: t.everybody.back }
  desk.show('tokens', {
    title: others ? t.everybody.title : t.title,
    lead: others ? t.everybody.lead : t.lead,
    newHref: others ? undefined : `${desk.root}/tokens/new`,
    other: others ? toOwn : desk.actor.permissions.has('configure') ? toEverybody : undefined,
    hasOwners: others,
    rows: await tokenRows(context, desk, tokens),
  })
}

/** The answer to the form itself, so that no other address ever shows it. */
function showOnce(
  { t, format, root, show }: Desk,
  made: { title: string; label: string; token: string; validUntil: Date; olderValidUntil?: Date },
): void {
  const { title, label, token, validUntil, olderValidUntil } = made
  show('token-made', {
    title,
    label,
    token,
    until: t.tokens.made.until(format.instant(validUntil)),
    older: olderValidUntil && t.tokens.olderUntil(format.instant(olderValidUntil)),
    backHref: `${root}/tokens`,
  })
}

async function tokenFor(context: Context, req: Request, desk: Desk): Promise<ListedToken> {
  const uid = z.uuid().safeParse(req.params['uid']).data
  if (uid === undefined) throw new AppError('NOT_FOUND', 'not the id of a token')
  return getToken(context, tokenKeeperAt(desk), uid.toLowerCase())
}

/** @throws {AppError} NOT_ALLOWED for somebody else's, and for one that has ended */
async function rotatableToken(context: Context, req: Request, desk: Desk): Promise<ListedToken> {
  const token = await tokenFor(context, req, desk)
  if (isTheirs(token, tokenKeeperAt(desk)) && token.state === 'usable') return token
  throw new AppError('NOT_ALLOWED', `token ${token.uid} is somebody else’s, or has ended`)
}

const listOf = (desk: Desk, token: ListedToken): string =>
  `${desk.root}/tokens${isTheirs(token, tokenKeeperAt(desk)) ? '' : '/everybody'}`

async function nameOf({ db }: Context, { side, t }: Desk, { usersId }: ListedToken): Promise<string> {
  const people = await readPeople(db, side, [usersId])
  return people.get(usersId)?.name ?? t.keyList.gone(usersId)
}
