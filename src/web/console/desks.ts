import type { Request, Response } from 'express'
import { type Actor, listChoices, loadActor } from '../../admins'
import type { Context } from '../../context'
import { findRedemptionStop } from '../../keys'
import { countHeld } from '../../registration'
import { countOpenRequests } from '../../requests'
import { AppError } from '../../shared/errors'
import { directions, type Language, languageFrom } from '../../shared/i18n'
import { consoleMessagesFor } from '../../shared/i18n/console'
import { basePathOf } from '../base-path'
import { originOf } from '../origin'
import type { Pages } from '../pages'
import { createConsolePages } from './console-pages'
import type { Desk, FrontDesk, Own } from './desk'
import { createFormat } from './format'
import { type NavCounts, navigationFor } from './navigation'
import { type ConsoleIdentity, saveSession } from './sessions'
import { trustedUserReader } from './trusted-user'
import type { ConsolePageView, ConsoleViews, FrameView, NavCount } from './views'

/** Sets up what a handler works with: before sign-in, and after it. */
export interface Desks {
  /** `/console`, with what stands before it. */
  root: string
  front(req: Request, res: Response): FrontDesk
  /** Undefined when nobody is signed in, or whoever was may not be any more. */
  signedIn(req: Request, res: Response): Promise<Desk | undefined>
  /** @throws {AppError} FORM_UNREADABLE unless this session's own page sent the form */
  ensureGenuine(req: Request): void
}

/** Counting ends here: one more than is told. */
const countedAtMost = 100

export function createDesks(context: Context, pages: Pages): Desks {
  const { config, sealer } = context
  const base = basePathOf(config.publicUrl)
  const root = `${base}/console`
  const showPage = createConsolePages()
  const trustedUser = trustedUserReader(config)

  function shower(req: Request, res: Response, language: Language, frame: FrameView | undefined) {
    return <Name extends keyof ConsoleViews>(name: Name, view: Own<Name>, ownNotice?: string): void => {
      const notice = ownNotice ?? req.session.notice
      delete req.session.notice
      const common: Omit<ConsolePageView, 'title'> = {
        language,
        dir: directions[language],
        brand: pages.brand,
        languageSwitch: frame === undefined ? pages.languageSwitch(req, language) : undefined,
        t: consoleMessagesFor(language),
        base,
        root,
        assetVersion: pages.assetVersion,
        frame,
        notice,
      }
      showPage(res, language, name, { ...view, ...common } as unknown as ConsoleViews[Name])
    }
  }

  async function frameFor(req: Request, actor: Actor, desk: Omit<Desk, 'show'>): Promise<FrameView> {
    const { frame: t } = desk.t
    const since = await findRedemptionStop(context.db)
    const choices = await listChoices(context, actor.usersId)
    return {
      csrf: desk.csrf,
      name: actor.name,
      actingAs: t.actingAs(actor.profileName, actor.entityPath),
      choices: choices.map((choice) => ({
        value: `${choice.profilesId}:${choice.entitiesId}`,
        text: t.actingAs(
          choice.profileName,
          choice.entityPath + (choice.isRecursive ? ` (${t.andBelow})` : ''),
        ),
        isActive: choice.profilesId === actor.profilesId && choice.entitiesId === actor.entitiesId,
      })),
      nav: navigationFor(
        t,
        root,
        actor,
        req.originalUrl,
        desk.t.approvals.title,
        await navCounts(actor, desk),
      ),
      glpiUrl: config.glpiUrl,
      stopped: since === undefined ? undefined : t.stopped(desk.format.instant(since)),
      stoppedHref: actor.permissions.has('configure') ? `${root}/kill-switch` : undefined,
    }
  }

  async function navCounts(actor: Actor, desk: Omit<Desk, 'show'>): Promise<NavCounts> {
    if (!actor.permissions.has('see-keys')) return {}
    const { db, clock } = context
    const { scope } = actor
    const held = { scope, state: 'awaiting-approval' as const }
    const [requests, approvals] = [
      await countOpenRequests(db, scope, countedAtMost),
      await countHeld(db, held, { now: clock.now(), atMost: countedAtMost }),
    ]
    const shown = (n: number, labelOf: (n: number, text: string) => string): NavCount | undefined => {
      const text = n === countedAtMost ? `${desk.format.number(n - 1)}+` : desk.format.number(n)
      return n === 0 ? undefined : { text, label: labelOf(n, text) }
    }
    return {
      requests: shown(requests, (n, text) => desk.t.requests.waiting(n, text)),
      approvals: shown(approvals, (n, text) => desk.t.approvals.home.heading(n, text)),
    }
  }

  function isOver(req: Request, { startedAt, proxyUser }: ConsoleIdentity): boolean {
    if (startedAt + config.sessionLifetimeMs <= context.clock.now().getTime()) return true
    const named = proxyUser === undefined ? undefined : trustedUser(req)
    return named !== undefined && named !== proxyUser
  }

  const tokenOf = (req: Request) => sealer.sign('console-csrf', req.sessionID)

  return {
    root,
    front: (req, res) => {
      const language = pages.languageOf(req)
      return { language, t: consoleMessagesFor(language), show: shower(req, res, language, undefined) }
    },
    signedIn: async (req, res) => {
      const { admin } = req.session
      if (admin === undefined || isOver(req, admin)) return undefined
      const actor = await loadActor(context, admin)
      if (actor === undefined) return undefined
      const language = languageFrom(actor.language) ?? pages.languageOf(req)
      const desk = {
        actor,
        side: await context.glpi.side(),
        language,
        t: consoleMessagesFor(language),
        format: createFormat(language, config.timeZone),
        issuer: issuerFrom(actor),
        eventActor: { kind: 'user' as const, usersId: actor.usersId, from: originOf(req) },
        root,
        csrf: tokenOf(req),
        redirect: async (path: string, notice?: string) => {
          if (notice !== undefined) {
            req.session.notice = notice
            await saveSession(req)
          }
          res.status(303).set('Location', `${root}${path}`).end()
        },
      }
      return { ...desk, show: shower(req, res, language, await frameFor(req, actor, desk)) }
    },
    ensureGenuine: (req) => {
      const { csrf } = (req.body ?? {}) as { csrf?: unknown }
      if (typeof csrf === 'string' && sealer.verify('console-csrf', req.sessionID, csrf)) return
      throw new AppError('FORM_UNREADABLE', 'the form was not made by a page of this session')
    },
  }
}

const issuerFrom = ({ usersId, profilesId, entitiesId }: Actor): Desk['issuer'] => ({
  kind: 'user',
  usersId,
  profilesId,
  entitiesId,
})
