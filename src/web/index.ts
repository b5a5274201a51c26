import { type RequestHandler, Router } from 'express'
import type { Context } from '../context'
import { accessLog } from './access-log'
import type { ApiContents } from './api-page'
import { createAskHandles } from './ask-handles'
import { askRoutes } from './ask-routes'
import { serveAssets } from './assets'
import { basePathOf } from './base-path'
import { serveBrand } from './brand'
import { confirmationRoutes } from './confirmation-routes'
import { choiceIn } from './language-switch'
import { lazily } from './lazily'
import { errorPages, notFound } from './errors'
import { createHandles } from './handles'
import { createHoldHandles } from './hold-handles'
import { assetsDirectory, createPages } from './pages'
import { neverStored, securityHeaders } from './protection'
import { seeOther } from './see-other'
import { createRefusalPages } from './refusal-pages'
import { registrationRoutes } from './registration-routes'
import { createToldProblems } from './told-problems'
import { createVisits } from './visits'

export { basePathOf } from './base-path'
export { lazily } from './lazily'

interface BesidePages {
  api: RequestHandler
  readApiContents: () => Promise<ApiContents>
}

/** Every page, to be mounted where requests for `basePathOf(PUBLIC_URL)` arrive. The API is served beside them. */
export function createWebRouter(context: Context, { api, readApiContents }: BesidePages): Router {
  const base = basePathOf(context.config.publicUrl)
  const pages = createPages({ ...context.config, base })
  const router = Router()

  // What browsers asked for, wherever we are mounted and whatever a proxy made of it: the library of the sessions
  // compares it with the path of their cookie.
  router.use((req, _res, next) => {
    req.originalUrl = base + req.url
    next()
  })
  router.use(accessLog(context))
  router.use(securityHeaders(context.config.publicUrl))
  router.use('/assets', serveBrand(context.config), serveAssets(assetsDirectory))
  router.use(neverStored)
  router.get(['/api', '/api/v1'], (_req, res) => seeOther(res, `${base}/api/v1/docs`))
  router.get(
    '/api/v1/docs',
    lazily(async () => {
      const { createApiPage } = await import('./api-page.js')
      return createApiPage(pages, { base, contents: await readApiContents() })
    }),
  )
  router.use('/api/v1', api)
  router.use((req, res, next) => {
    if (req.url.includes('speak=')) pages.choose(req, res, choiceIn(req.query))
    next()
  })
  const { publicUrl } = context.config
  const handles = createHandles({ ...context, publicUrl })
  const asks = createAskHandles(context)
  const told = createToldProblems(context)
  const visits = createVisits({ ...context, publicUrl })
  const refusals = createRefusalPages(context, pages, { handles, asks, visits, told })
  const holds = createHoldHandles({ ...context, publicUrl })
  const tools = { base, handles, holds, visits, asks, refusals, told }
  router.use(registrationRoutes(context, pages, tools))
  router.use(confirmationRoutes(context, pages, tools))
  router.use(askRoutes(context, pages, tools))
  router.use(
    '/console',
    lazily(async () => (await import('./console/console-router.js')).createConsoleRouter(context, pages)),
  )
  router.use(notFound)
  router.use(errorPages({ log: context.log, pages, refusals }))
  return router
}
