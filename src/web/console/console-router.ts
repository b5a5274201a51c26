import { type NextFunction, type Request, type Response, Router, urlencoded } from 'express'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
import type { Pages } from '../pages'
import { consoleErrors } from './console-errors'
import { createDesks, type Desks } from './desks'
import type { ConsoleRoute } from './route'
import { consoleRoutes } from './routes'
import { createSessions } from './sessions'

/** The administrators' pages, to be mounted at `/console`. */
export function createConsoleRouter(context: Context, pages: Pages): Router {
  const desks = createDesks(context, pages)
  const router = Router()
  // The whole form first: a session that is read before a slow one has come may be over when it has.
  router.use(urlencoded({ extended: false, limit: '512kb', parameterLimit: 3000 }))
  router.use(createSessions(context))
  for (const route of consoleRoutes(context)) {
    router[route.method](route.path, (req, res, next) => serve(desks, route, req, res, next))
  }
  router.use((req, res, next) => serve(desks, anythingElse, req, res, next))
  router.use(consoleErrors(context))
  return router
}

async function serve(
  desks: Desks,
  route: ConsoleRoute,
  req: Request,
  res: Response,
  next: NextFunction,
): Promise<void> {
  if (route.may === 'anyone') {
    await route.handle(req, res, desks.front(req, res))
    return
  }
  const desk = await desks.signedIn(req, res)
  if (desk === undefined) {
    toSignIn(desks, req, res)
    return
  }
  res.locals['desk'] = desk // for the page of an error, which then has the frame
  if (route.method === 'post') desks.ensureGenuine(req)
  if (route.may !== 'signed-in' && !desk.actor.permissions.has(route.may)) {
    res.locals['missing'] = route.may
    next(new AppError('NOT_ALLOWED', `profile ${desk.actor.profilesId} lacks ${route.may}`))
    return
  }
  await route.handle(req, res, desk)
}

/** What was asked for comes after the sign-in, if it can be asked for again: a form cannot. */
function toSignIn(desks: Desks, req: Request, res: Response): void {
  const next = req.method === 'GET' && req.url !== '/' ? `?next=${encodeURIComponent(req.url)}` : ''
  res.status(303).set('Location', `${desks.root}/sign-in${next}`).end()
}

/** Strangers are not even told what there is not. */
const anythingElse: ConsoleRoute = {
  method: 'get',
  path: '',
  may: 'signed-in',
  handle: () => {
    throw new AppError('NOT_FOUND', 'no such page of the console')
  },
}
