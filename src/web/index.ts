import { Router, static as serveFiles } from 'express'
import type { Context } from '../context'
import { accessLog } from './access-log'
import { errorPages, notFound } from './errors'
import { assetsDirectory, createPages } from './pages'
import { neverStored, securityHeaders } from './protection'
import { registrationRoutes } from './registration-routes'

/** Every page, to be mounted at `basePathOf(PUBLIC_URL)`. */
export function createWebRouter(context: Context): Router {
  const base = basePathOf(context.config.publicUrl)
  const pages = createPages({ base, defaultLanguage: context.config.defaultLanguage })
  const router = Router()

  router.use(accessLog(context.log))
  router.use(securityHeaders(context.config.publicUrl))
  // The version in their address changes with the files, so browsers may keep them.
  router.use('/assets', serveFiles(assetsDirectory, { index: false, immutable: true, maxAge: '1y' }))
  router.use(neverStored)
  router.use(registrationRoutes(context, pages, base))
  router.use(notFound)
  router.use(errorPages({ log: context.log, pages, glpiUrl: context.config.glpiUrl }))
  return router
}

/** `''`, or the path under which we live on somebody else's host, such as `/invite`. */
export function basePathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '')
}
